//! Creates the configuration and the components that the runtime needs for an [`Operation`], with its types erased.

use std::{fmt, marker::PhantomData};

use aws_runtime::auth::SigV4OperationSigningConfig;
use aws_smithy_runtime::client::retries::classifiers::{
    ModeledAsRetryableClassifier, TransientErrorClassifier,
};
use aws_smithy_runtime::client::stalled_stream_protection::StalledStreamProtectionInterceptor;
use aws_smithy_runtime_api::client::auth::AuthSchemeOptionResolverParams;
use aws_smithy_runtime_api::client::endpoint::EndpointResolverParams;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeSerializationInterceptorContextMut, BeforeSerializationInterceptorContextRef, Error, Input, Output,
    OutputOrError,
};
use aws_smithy_runtime_api::client::interceptors::error::ContextAttachedError;
use aws_smithy_runtime_api::client::orchestrator::Metadata;
use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_runtime_api::client::ser_de::{
    DeserializeResponse, SerializeRequest, SharedRequestSerializer, SharedResponseDeserializer,
};
use aws_types::request_id::{RequestId, apply_request_id};
use tracing::Span;

use super::Operation;
use crate::config::http::{HttpRequest, HttpResponse};
use crate::config::{ConfigBag, FrozenLayer, Intercept, Layer, RuntimeComponents, RuntimeComponentsBuilder};
use crate::config::{auth, endpoint::ParamsBuilder};
use crate::error::{BoxError, ErrorMetadata, modeled::OperationError};
use crate::runtime::idempotency_token::IdempotencyTokenProvider;
use crate::{codec, meta};

/// An [`Operation`] with its types erased.
#[derive(Clone, Copy)]
pub(crate) struct Erased(&'static dyn Untyped);

impl Erased {
    pub(crate) fn of<Op: Operation>() -> Self {
        Self(&Typed::<Op>(PhantomData))
    }

    pub(super) fn name(self) -> &'static str {
        self.0.name()
    }

    pub(super) fn span(self) -> Span {
        self.0.span()
    }

    /// Returns the configuration of a call of this operation.
    pub(crate) fn config(self) -> FrozenLayer {
        let auth_params = auth::Params::builder().operation_name(self.name()).build();
        let auth_params = auth_params.expect("the operation's name is set");
        let mut layer = Layer::new(self.name());
        layer.store_put(SharedRequestSerializer::new(self));
        layer.store_put(SharedResponseDeserializer::new(self));
        layer.store_put(AuthSchemeOptionResolverParams::new(auth_params));
        layer.store_put(Metadata::new(self.name(), meta::SERVICE_ID));
        layer.store_put(SigV4OperationSigningConfig::default());
        self.0.extend_config(&mut layer);
        layer.freeze()
    }

    /// Returns the components of a call of this operation.
    pub(crate) fn runtime_components(self) -> RuntimeComponentsBuilder {
        let components = RuntimeComponentsBuilder::new(self.name())
            .with_interceptor(StalledStreamProtectionInterceptor::default())
            .with_interceptor(self)
            // This classifier asks nothing of the error's type.
            .with_retry_classifier(TransientErrorClassifier::<ErrorMetadata>::new());
        self.0.extend_components(components)
    }
}

impl fmt::Debug for Erased {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl SerializeRequest for Erased {
    fn serialize_input(&self, input: Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        self.0.serialize(input, cfg)
    }
}

impl DeserializeResponse for Erased {
    fn deserialize_streaming(&self, response: &mut HttpResponse) -> Option<OutputOrError> {
        self.0.deserialize_streaming(response)
    }

    fn deserialize_nonstreaming(&self, response: &HttpResponse) -> OutputOrError {
        tracing::debug!(request_id = ?response.request_id());
        self.0.deserialize(response)
    }
}

impl Intercept for Erased {
    fn name(&self) -> &'static str {
        "EndpointParamsInterceptor"
    }

    fn read_before_execution(
        &self,
        context: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let params = self.0.endpoint_params(context.input(), ParamsBuilder::from_config(cfg)).build();
        let params =
            params.map_err(|error| ContextAttachedError::new("endpoint params could not be built", error))?;
        cfg.interceptor_state().store_put(EndpointResolverParams::new(params));
        Ok(())
    }

    fn modify_before_serialization(
        &self,
        context: &mut BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let provider = cfg.load::<IdempotencyTokenProvider>().expect("every client has a provider");
        self.0.set_idempotency_token(context.input_mut(), provider);
        Ok(())
    }
}

/// The functions of an [`Operation`], without its types.
trait Untyped: Send + Sync {
    fn name(&self) -> &'static str;
    fn span(&self) -> Span;
    fn extend_config(&self, layer: &mut Layer);
    fn extend_components(&self, components: RuntimeComponentsBuilder) -> RuntimeComponentsBuilder;
    fn endpoint_params(&self, input: &Input, params: ParamsBuilder) -> ParamsBuilder;
    fn set_idempotency_token(&self, input: &mut Input, provider: &IdempotencyTokenProvider);
    fn serialize(&self, input: Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError>;
    fn deserialize_streaming(&self, response: &mut HttpResponse) -> Option<OutputOrError>;
    fn deserialize(&self, response: &HttpResponse) -> OutputOrError;
}

struct Typed<Op>(PhantomData<fn() -> Op>);

const ONE_INPUT: &str = "an operation has one input";

impl<Op: Operation> Untyped for Typed<Op> {
    fn name(&self) -> &'static str {
        Op::NAME
    }

    fn span(&self) -> Span {
        Op::span()
    }

    fn extend_config(&self, layer: &mut Layer) {
        Op::extend_config(layer);
    }

    fn extend_components(&self, mut components: RuntimeComponentsBuilder) -> RuntimeComponentsBuilder {
        for interceptor in Op::interceptors() {
            components.push_interceptor(interceptor);
        }
        components
            .with_retry_classifier(ModeledAsRetryableClassifier::<Op::Error>::new())
            .with_retry_classifier(Op::error_code_classifier())
    }

    fn endpoint_params(&self, input: &Input, params: ParamsBuilder) -> ParamsBuilder {
        Op::endpoint_params(input.downcast_ref().expect(ONE_INPUT), params)
    }

    fn set_idempotency_token(&self, input: &mut Input, provider: &IdempotencyTokenProvider) {
        if let Some(token) = Op::IDEMPOTENCY_TOKEN {
            token(input.downcast_mut().expect(ONE_INPUT))
                .get_or_insert_with(|| provider.make_idempotency_token());
        }
    }

    fn serialize(&self, input: Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
        Op::serialize(input.downcast().expect(ONE_INPUT), cfg)
    }

    fn deserialize_streaming(&self, response: &mut HttpResponse) -> Option<OutputOrError> {
        Op::is_success(response).then(|| Op::deserialize_streaming(response)).flatten().map(erase::<Op>)
    }

    fn deserialize(&self, response: &HttpResponse) -> OutputOrError {
        if Op::is_success(response) {
            return erase::<Op>(Op::deserialize(response));
        }
        let error = error_metadata(response).and_then(|meta| Op::Error::read(response, &meta));
        Err(Error::erase(error.unwrap_or_else(unhandled::<Op>)).into())
    }
}

/// Reads the metadata of an error response. Returns an error if the response has no code.
fn error_metadata(response: &HttpResponse) -> Result<ErrorMetadata, BoxError> {
    let meta = codec::error_metadata(response)?;
    let meta = apply_request_id(meta, response.headers()).build();
    if meta.code().is_some() { Ok(meta) } else { Err(meta.into()) }
}

fn erase<Op: Operation>(result: Result<Op::Output, BoxError>) -> OutputOrError {
    result.map(Output::erase).map_err(|error| Error::erase(unhandled::<Op>(error)).into())
}

fn unhandled<Op: Operation>(error: BoxError) -> Op::Error {
    Op::Error::create_unhandled_error(error, None)
}
