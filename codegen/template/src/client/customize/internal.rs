//! What a fluent builder offers to [`CustomizableOperation`](super::CustomizableOperation):
//! in goes the configuration of the call, out comes its result.

use std::pin::Pin;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_runtime_api::client::result::SdkError;

use crate::config::Builder;

pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

pub type SendResult<T, E> = Result<T, SdkError<E, HttpResponse>>;

/// Sends an operation with a configuration of its own.
pub trait CustomizableSend<T, E>: Send + Sync {
    /// Sends the operation; `config_override` wins over the configuration of the client.
    fn send(self, config_override: Builder) -> BoxFuture<SendResult<T, E>>;
}
