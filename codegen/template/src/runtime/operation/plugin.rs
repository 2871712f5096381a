//! What the runtime needs of an operation. Goes in: an [`Operation`]; comes out: its configuration
//! and components, with its types erased.

use std::fmt;

use aws_runtime::auth::SigV4OperationSigningConfig;
use aws_runtime::retries::classifiers::AwsErrorCodeClassifier;
use aws_smithy_runtime::client::retries::classifiers::{
    ModeledAsRetryableClassifier, TransientErrorClassifier,
};
use aws_smithy_runtime::client::stalled_stream_protection::StalledStreamProtectionInterceptor;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::auth::AuthSchemeOptionResolverParams;
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextRef, Error, Input, Output, OutputOrError,
};
use aws_smithy_runtime_api::client::interceptors::error::ContextAttachedError;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse, Metadata, OrchestratorError};
use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponentsBuilder;
use aws_smithy_runtime_api::client::ser_de::{
    DeserializeResponse, SerializeRequest, SharedRequestSerializer, SharedResponseDeserializer,
};
use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
use aws_smithy_types::error::ErrorMetadata;
use aws_types::request_id::{RequestId, apply_request_id};
use tracing::Span;

use super::Operation;
use crate::config::auth;
use crate::config::endpoint::ParamsBuilder;
use crate::runtime::http::response;
use crate::runtime::idempotency_token::{IdempotencyTokenProvider, SetToken};
use crate::{json, meta};

/// An [`Operation`] with its types erased.
pub(crate) struct Erased {
    pub(super) name: &'static str,
    pub(super) span: fn() -> Span,
    pub(super) set_idempotency_token: Option<SetToken>,
    serialize: fn(Input, &mut ConfigBag) -> Result<HttpRequest, BoxError>,
    deserialize: fn(&HttpResponse) -> OutputOrError,
    deserialize_streaming: fn(&mut HttpResponse) -> Option<OutputOrError>,
    endpoint_params: fn(&Input, ParamsBuilder) -> ParamsBuilder,
    retry_classifiers: fn() -> [SharedRetryClassifier; 2],
    extend_config: fn(&mut Layer),
    interceptors: fn() -> Vec<SharedInterceptor>,
}

impl Erased {
    pub(crate) fn of<Op: Operation>() -> &'static Self {
        const {
            &Self {
                name: Op::NAME,
                span: Op::span,
                set_idempotency_token: match Op::IDEMPOTENCY_TOKEN {
                    Some(_) => Some(set_idempotency_token::<Op>),
                    None => None,
                },
                serialize: serialize::<Op>,
                deserialize: deserialize::<Op>,
                deserialize_streaming: deserialize_streaming::<Op>,
                endpoint_params: endpoint_params::<Op>,
                retry_classifiers: retry_classifiers::<Op>,
                extend_config: Op::extend_config,
                interceptors: Op::interceptors,
            }
        }
    }

    /// The configuration of a call of this operation.
    pub(crate) fn config(&'static self) -> FrozenLayer {
        let auth_params =
            auth::Params::builder().operation_name(self.name).build().expect("the operation's name is set");
        let mut layer = Layer::new(self.name);
        layer.store_put(SharedRequestSerializer::new(Serde(self)));
        layer.store_put(SharedResponseDeserializer::new(Serde(self)));
        layer.store_put(AuthSchemeOptionResolverParams::new(auth_params));
        layer.store_put(Metadata::new(self.name, meta::SERVICE_ID));
        layer.store_put(SigV4OperationSigningConfig::default());
        (self.extend_config)(&mut layer);
        layer.freeze()
    }

    /// The components of a call of this operation.
    pub(crate) fn runtime_components(&'static self) -> RuntimeComponentsBuilder {
        let mut components = RuntimeComponentsBuilder::new(self.name)
            .with_interceptor(StalledStreamProtectionInterceptor::default())
            .with_interceptor(EndpointParams(self));
        for interceptor in (self.interceptors)() {
            components.push_interceptor(interceptor);
        }
        // This classifier asks nothing of the error's type.
        components.push_retry_classifier(TransientErrorClassifier::<ErrorMetadata>::new());
        for classifier in (self.retry_classifiers)() {
            components.push_retry_classifier(classifier);
        }
        components
    }
}

impl fmt::Debug for Erased {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

fn set_idempotency_token<Op: Operation>(input: &mut Input, provider: &IdempotencyTokenProvider) {
    let input = input.downcast_mut().expect("an operation has one input");
    if let Some(token) = Op::IDEMPOTENCY_TOKEN.map(|token| token(input)) {
        token.get_or_insert_with(|| provider.make_idempotency_token());
    }
}

fn serialize<Op: Operation>(input: Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
    let input = input.downcast().expect("an operation has one input");
    Op::serialize(input, cfg)
}

fn deserialize_streaming<Op: Operation>(response: &mut HttpResponse) -> Option<OutputOrError> {
    Op::deserialize_streaming(response).map(erase::<Op>)
}

fn deserialize<Op: Operation>(response: &HttpResponse) -> OutputOrError {
    if response.status().is_success() {
        return erase::<Op>(Op::deserialize(response));
    }
    let error = match error_metadata(response) {
        Ok(meta) => Op::deserialize_error(response, meta),
        Err(error) => Err(error),
    };
    Err(erase_error(error.unwrap_or_else(unhandled::<Op>)))
}

/// What is known of any error, which has a code; an error if it has none.
fn error_metadata(response: &HttpResponse) -> Result<ErrorMetadata, BoxError> {
    let meta = json::error_metadata(response::body(response), response.headers())?;
    let meta = apply_request_id(meta, response.headers()).build();
    match meta.code() {
        Some(_) => Ok(meta),
        None => Err(meta.into()),
    }
}

fn erase<Op: Operation>(result: Result<Op::Output, BoxError>) -> OutputOrError {
    match result {
        Ok(output) => Ok(Output::erase(output)),
        Err(error) => Err(erase_error(unhandled::<Op>(error))),
    }
}

fn unhandled<Op: Operation>(error: BoxError) -> Op::Error {
    Op::Error::create_unhandled_error(error, None)
}

fn erase_error<E>(error: E) -> OrchestratorError<Error>
where
    E: std::error::Error + Send + Sync + 'static,
{
    Error::erase(error).into()
}

fn endpoint_params<Op: Operation>(input: &Input, params: ParamsBuilder) -> ParamsBuilder {
    let input = input.downcast_ref().expect("an operation has one input");
    Op::endpoint_params(input, params)
}

fn retry_classifiers<Op: Operation>() -> [SharedRetryClassifier; 2] {
    [
        SharedRetryClassifier::new(ModeledAsRetryableClassifier::<Op::Error>::new()),
        SharedRetryClassifier::new(AwsErrorCodeClassifier::<Op::Error>::new()),
    ]
}

#[derive(Debug)]
struct Serde(&'static Erased);

impl SerializeRequest for Serde {
    fn serialize_input(&self, input: Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        (self.0.serialize)(input, cfg)
    }
}

impl DeserializeResponse for Serde {
    fn deserialize_streaming(&self, response: &mut HttpResponse) -> Option<OutputOrError> {
        (self.0.deserialize_streaming)(response)
    }

    fn deserialize_nonstreaming(&self, response: &HttpResponse) -> OutputOrError {
        tracing::debug!(request_id = ?response.request_id());
        (self.0.deserialize)(response)
    }
}

#[derive(Debug)]
struct EndpointParams(&'static Erased);

impl Intercept for EndpointParams {
    fn name(&self) -> &'static str {
        "EndpointParamsInterceptor"
    }

    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let params = (self.0.endpoint_params)(context.input(), ParamsBuilder::from_config(cfg))
            .build()
            .map_err(|error| ContextAttachedError::new("endpoint params could not be built", error))?;
        cfg.interceptor_state().store_put(EndpointResolverParams::new(params));
        Ok(())
    }
}
