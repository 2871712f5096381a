//! Makes the call of an operation.
//!
//! Only thin functions are generic over the operation. Everything else works with [`Erased`], so that
//! it is compiled once instead of once per operation. [`callable!`] decides which crate compiles the
//! thin functions.

mod erased;

use std::fmt::Debug;

use aws_runtime::retries::classifiers::AwsErrorCodeClassifier;
use aws_smithy_runtime::client::orchestrator;
use aws_smithy_runtime_api::client::interceptors::context::{self, Input};
use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugins, StaticRuntimePlugin};
use tracing::{Instrument, Span};

pub(crate) use self::erased::Erased;
use crate::client::Handle;
use crate::client::customize::internal::{BoxFuture, SendResult};
use crate::config::endpoint::ParamsBuilder;
use crate::config::http::{HttpRequest, HttpResponse};
use crate::config::{Builder, ConfigBag, Layer, SharedInterceptor, service};
use crate::error::{BoxError, BuildError, SdkError, modeled::OperationError};
use crate::meta;

/// Where an input holds a token.
pub(crate) type TokenMember<Input> = fn(&mut Input) -> &mut Option<String>;

/// An operation of the service.
pub(crate) trait Operation: Sized + 'static {
    /// Its name in the model.
    const NAME: &'static str;

    type Input: Debug + Send + Sync + 'static;
    type Output: Debug + Send + Sync + 'static;
    type Error: OperationError;

    /// The span around a call: [`span!`] with the operation's name.
    fn span() -> Span;

    /// Makes the request of an input.
    fn serialize(input: Self::Input, cfg: &mut ConfigBag) -> Result<HttpRequest, BoxError>;

    /// Whether a response is a success.
    fn is_success(response: &HttpResponse) -> bool {
        response.status().is_success()
    }

    /// Reads the output from a successful response.
    fn deserialize(_response: &HttpResponse) -> Result<Self::Output, BoxError> {
        Err("the output streams: it is read before the body is loaded".into())
    }

    /// As [`deserialize`](Self::deserialize), before the body is loaded; for operations whose output streams.
    fn deserialize_streaming(_response: &mut HttpResponse) -> Option<Result<Self::Output, BoxError>> {
        None
    }

    /// Adds the endpoint parameters that come from the input.
    fn endpoint_params(_input: &Self::Input, params: ParamsBuilder) -> ParamsBuilder {
        params
    }

    /// The member of the input that contains an idempotency token.
    const IDEMPOTENCY_TOKEN: Option<TokenMember<Self::Input>> = None;

    /// Adds to the configuration of the call, such as how to sign its payload.
    fn extend_config(_layer: &mut Layer) {}

    /// Creates the classifier of errors that are retried because of their code.
    fn error_code_classifier() -> AwsErrorCodeClassifier<Self::Error> {
        AwsErrorCodeClassifier::new()
    }

    /// Interceptors of this operation, such as those that compute checksums.
    fn interceptors() -> Vec<SharedInterceptor> {
        Vec::new()
    }
}

/// Makes the span around a call of an operation.
macro_rules! span {
    ($name:literal) => {
        tracing::debug_span!(
            $name,
            "rpc.service" = $crate::meta::SERVICE_ID,
            "rpc.method" = <Self as $crate::runtime::operation::Operation>::NAME,
            // Seven random digits, to tell calls apart in logs.
            "sdk_invocation_id" = fastrand::u32(1_000_000..10_000_000),
            "rpc.system" = "aws-api",
        )
    };
}
pub(crate) use span;

/// An operation that can be called, as [`callable!`] implements it.
pub(crate) trait Callable: Operation {
    /// The plugins of one call: those of the client, of the operation, and of the call itself.
    /// `config_override` takes precedence over the configuration of the client.
    fn plugins(handle: &Handle, config_override: Option<Builder>) -> RuntimePlugins;

    /// Makes a call; a call with an input that could not be built fails.
    fn call(input: Result<Self::Input, BuildError>, plugins: RuntimePlugins) -> Call<Self>;
}

/// A call under way.
pub(crate) type Call<Op> = BoxFuture<SendResult<<Op as Operation>::Output, <Op as Operation>::Error>>;

/// Sends an operation; `config_override` takes precedence over the configuration of the client.
pub(crate) fn send<Op: Callable>(
    handle: &Handle,
    input: Result<Op::Input, BuildError>,
    config_override: Option<Builder>,
) -> Call<Op> {
    Op::call(input, Op::plugins(handle, config_override))
}

/// Implements [`Callable::plugins`].
pub(crate) fn plugins(
    operation: Erased,
    handle: &Handle,
    config_override: Option<Builder>,
) -> RuntimePlugins {
    let of_operation = StaticRuntimePlugin::new()
        .with_config(operation.config())
        .with_runtime_components(operation.runtime_components());
    let plugins = handle.runtime_plugins.clone().with_operation_plugin(of_operation);
    match config_override {
        Some(config) => plugins.with_operation_plugin(service::override_plugin(config, &handle.conf)),
        None => plugins,
    }
}

/// Implements [`Callable::call`].
pub(crate) fn call<Op: Operation>(input: Result<Op::Input, BuildError>, plugins: RuntimePlugins) -> Call<Op> {
    let call = orchestrate(Erased::of::<Op>(), input.map(Input::erase), plugins);
    Box::pin(async move {
        match call.await {
            Ok(output) => Ok(output.downcast().expect("an operation has one output")),
            Err(error) => {
                Err(error.map_service_error(|error| error.downcast().expect("an operation has one error")))
            }
        }
    })
}

fn orchestrate(
    operation: Erased,
    input: Result<Input, BuildError>,
    plugins: RuntimePlugins,
) -> BoxFuture<SendResult<context::Output, context::Error>> {
    Box::pin(async move {
        let input = input.map_err(SdkError::construction_failure)?;
        let call = orchestrator::invoke(meta::SERVICE_ID, operation.name(), input, &plugins);
        call.instrument(operation.span()).await
    })
}

/// Implements [`Callable`] for an operation, and the runtime's trait for plugins.
///
/// The methods aren't generic, so they are compiled in this crate, and not again in every crate that calls the operation.
/// In a crate with many operations, of which most are never called, they are `#[inline]` and compiled where they are
/// called: whole Amazon Connect would have three times as much code otherwise.
macro_rules! callable {
    ($(#[$inline:meta])? $operation:ident) => {
        impl $crate::runtime::operation::Callable for $operation {
            $(#[$inline])?
            fn plugins(
                handle: &$crate::client::Handle,
                config_override: std::option::Option<$crate::config::Builder>,
            ) -> aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugins {
                let operation = $crate::runtime::operation::Erased::of::<Self>();
                $crate::runtime::operation::plugins(operation, handle, config_override)
            }

            $(#[$inline])?
            fn call(
                input: std::result::Result<Self::Input, $crate::error::BuildError>,
                plugins: aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugins,
            ) -> $crate::runtime::operation::Call<Self> {
                $crate::runtime::operation::call::<Self>(input, plugins)
            }
        }

        impl $crate::config::RuntimePlugin for $operation {
            $(#[$inline])?
            fn config(&self) -> std::option::Option<$crate::config::FrozenLayer> {
                std::option::Option::Some($crate::runtime::operation::Erased::of::<Self>().config())
            }

            $(#[$inline])?
            fn runtime_components(
                &self,
                _: &$crate::config::RuntimeComponentsBuilder,
            ) -> std::borrow::Cow<'_, $crate::config::RuntimeComponentsBuilder> {
                std::borrow::Cow::Owned($crate::runtime::operation::Erased::of::<Self>().runtime_components())
            }
        }
    };
}
pub(crate) use callable;
