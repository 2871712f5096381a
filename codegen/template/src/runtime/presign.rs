//! Presigns the requests of operations: signs them as calls are, but doesn't send them.

use std::{fmt, marker::PhantomData};

use aws_runtime::auth::{HttpSignatureType, PayloadSigningOverride, SigV4OperationSigningConfig};
use aws_runtime::{
    invocation_id::InvocationIdInterceptor, request_info::RequestInfoInterceptor,
    service_clock_skew::ServiceClockSkewInterceptor, user_agent::UserAgentInterceptor,
};
use aws_smithy_async::time::{SharedTimeSource, StaticTimeSource};
use aws_smithy_runtime::client::orchestrator::{StopPoint, invoke_with_stop_point};
use aws_smithy_runtime::client::retries::strategy::NeverRetryStrategy;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeTransmitInterceptorContextMut, Error, Input,
};
use aws_smithy_runtime_api::client::interceptors::disable_interceptor;
use aws_smithy_runtime_api::client::retries::SharedRetryStrategy;
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugins, StaticRuntimePlugin};
use aws_smithy_runtime_api::client::ser_de::{SerializeRequest, SharedRequestSerializer};
use tracing::{Instrument, Span};

use crate::client::Handle;
use crate::client::customize::CustomizableOperation;
use crate::client::customize::internal::{BoxFuture, SendResult};
use crate::config::http::HttpRequest;
use crate::config::{Builder, ConfigBag, Intercept, Layer, RuntimeComponents, RuntimeComponentsBuilder};
use crate::error::{BoxError, BuildError, SdkError};
use crate::meta;
use crate::presigning::{PresignedRequest, PresigningConfig};
use crate::runtime::operation::Callable;

/// An operation whose requests can be presigned.
pub(crate) trait Presign: Callable {
    /// How the body takes part in the signature. The sender may choose the body.
    fn payload() -> PayloadSigningOverride {
        PayloadSigningOverride::UnsignedPayload
    }

    /// Disables the interceptors of calls that don't apply to requests that somebody else sends.
    fn disable_interceptors(_layer: &mut Layer) {}

    /// Makes the request of an input that is presigned.
    fn serialize_presigned(input: Self::Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        Self::serialize(input, cfg)
    }
}

/// Presigns the request of an operation; `config_override` takes precedence over the configuration of the client.
pub(crate) fn presign<Op: Presign>(
    handle: &Handle,
    input: Result<Op::Input, BuildError>,
    config_override: Option<Builder>,
    config: PresigningConfig,
) -> BoxFuture<SendResult<PresignedRequest, Op::Error>> {
    let mut layer = Layer::new("presigning_serializer");
    Op::disable_interceptors(&mut layer);
    layer.store_put(SharedRequestSerializer::new(Serializer::<Op>(PhantomData)));
    let plugins = Op::plugins(handle, config_override)
        .with_client_plugin(plugin(config, Op::payload()))
        .with_operation_plugin(StaticRuntimePlugin::new().with_config(layer.freeze()));
    let request = orchestrate(Op::NAME, Op::span(), input.map(Input::erase), plugins);
    Box::pin(async move {
        let expected = |error: Error| error.downcast().expect("an operation has one error");
        request.await.map_err(|error| error.map_service_error(expected))
    })
}

fn orchestrate(
    name: &'static str,
    span: Span,
    input: Result<Input, BuildError>,
    plugins: RuntimePlugins,
) -> BoxFuture<SendResult<PresignedRequest, Error>> {
    Box::pin(async move {
        let input = input.map_err(SdkError::construction_failure)?;
        let stop = StopPoint::BeforeTransmit;
        let signed = invoke_with_stop_point(meta::SERVICE_ID, name, input, &plugins, stop);
        let mut context = signed.instrument(span).await?;
        let request = context.take_request().expect("there is a request before it is sent");
        PresignedRequest::new(&request).map_err(SdkError::construction_failure)
    })
}

/// Returns the plugin that signs in the query, at the start time, and disables the interceptors of a single call.
fn plugin(config: PresigningConfig, payload: PayloadSigningOverride) -> StaticRuntimePlugin {
    let mut layer = Layer::new("Presigning");
    layer.store_put(disable_interceptor::<InvocationIdInterceptor>("presigning"));
    layer.store_put(disable_interceptor::<RequestInfoInterceptor>("presigning"));
    layer.store_put(disable_interceptor::<UserAgentInterceptor>("presigning"));
    layer.store_put(disable_interceptor::<ServiceClockSkewInterceptor>("presigning"));
    let time_source = StaticTimeSource::new(config.start_time());
    let components = RuntimeComponentsBuilder::new("SigV4PresigningRuntimePlugin")
        .with_interceptor(SignInQuery { config, payload })
        .with_retry_strategy(Some(SharedRetryStrategy::new(NeverRetryStrategy::new())))
        .with_time_source(Some(SharedTimeSource::new(time_source)));
    StaticRuntimePlugin::new().with_config(layer.freeze()).with_runtime_components(components)
}

#[derive(Debug)]
struct SignInQuery {
    config: PresigningConfig,
    payload: PayloadSigningOverride,
}

impl Intercept for SignInQuery {
    fn name(&self) -> &'static str {
        "SigV4PresigningInterceptor"
    }

    fn modify_before_signing(
        &self,
        _context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let signing = cfg.load::<SigV4OperationSigningConfig>();
        let mut signing = signing.expect("every operation has a signing configuration").clone();
        signing.signing_options.expires_in = Some(self.config.expires());
        signing.signing_options.signature_type = HttpSignatureType::HttpRequestQueryParams;
        signing.signing_options.payload_override = Some(self.payload.clone().to_signable_body());
        cfg.interceptor_state().store_put(signing);
        Ok(())
    }
}

struct Serializer<Op>(PhantomData<fn() -> Op>);

impl<Op> fmt::Debug for Serializer<Op> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PresigningRequestSerializer")
    }
}

impl<Op: Presign> SerializeRequest for Serializer<Op> {
    fn serialize_input(&self, input: Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        Op::serialize_presigned(input.downcast().expect("an operation has one input"), cfg)
    }
}

/// A call that can be presigned with its own configuration.
pub trait CustomizablePresigned<E>: Send + Sync {
    /// Presigns the request; `config_override` takes precedence over the configuration of the client.
    fn presign(
        self,
        config_override: Builder,
        presigning_config: PresigningConfig,
    ) -> BoxFuture<SendResult<PresignedRequest, E>>;
}

impl<T, E, B> CustomizableOperation<T, E, B> {
    /// Presigns the request instead of sending it.
    pub async fn presigned(self, presigning_config: PresigningConfig) -> SendResult<PresignedRequest, E>
    where
        E: std::error::Error + Send + Sync + 'static,
        B: CustomizablePresigned<E>,
    {
        let (call, config_override) = self.into_parts();
        call.presign(config_override, presigning_config).await
    }
}
