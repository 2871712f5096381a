//! Customizes a single call with interceptors or another configuration.

use std::marker::PhantomData;

use aws_smithy_runtime::client::interceptors::{MapRequestInterceptor, MutateRequestInterceptor};
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use self::internal::{CustomizableSend, SendResult};
use crate::config::Builder;

/// The interface between a fluent builder and [`CustomizableOperation`].
pub(crate) mod internal {
    use std::pin::Pin;

    use crate::config::{Builder, http::HttpResponse};

    pub type BoxFuture<T> = Pin<Box<dyn Future<Output = T> + Send>>;

    pub type SendResult<T, E> = Result<T, crate::error::SdkError<E, HttpResponse>>;

    /// A call that can be sent with its own configuration.
    pub trait CustomizableSend<T, E>: Send + Sync {
        /// Sends the request; `config_override` takes precedence over the configuration of the client.
        fn send(self, config_override: Builder) -> BoxFuture<SendResult<T, E>>;
    }
}

/// A single call of an operation, which can be customized before it is sent.
pub struct CustomizableOperation<T, E, B> {
    customizable_send: B,
    config_override: Option<Builder>,
    interceptors: Vec<SharedInterceptor>,
    _output: PhantomData<T>,
    _error: PhantomData<E>,
}

impl<T, E, B> CustomizableOperation<T, E, B> {
    pub(crate) fn new(customizable_send: B) -> Self {
        Self {
            customizable_send,
            config_override: None,
            interceptors: Vec::new(),
            _output: PhantomData,
            _error: PhantomData,
        }
    }

    /// Adds an [interceptor](Intercept) to this call.
    ///
    /// Don't rely on the order in which this interceptor and those from `config_override`,
    /// `map_request` and `mutate_request` run.
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.interceptors.push(SharedInterceptor::new(interceptor));
        self
    }

    /// Replaces the request of this call with the result of `f` before it is signed.
    pub fn map_request<F, MapE>(self, f: F) -> Self
    where
        F: Fn(HttpRequest) -> Result<HttpRequest, MapE> + Send + Sync + 'static,
        MapE: std::error::Error + Send + Sync + 'static,
    {
        self.interceptor(MapRequestInterceptor::new(f))
    }

    /// Changes the request of this call in place before it is signed.
    pub fn mutate_request<F>(self, f: F) -> Self
    where
        F: Fn(&mut HttpRequest) + Send + Sync + 'static,
    {
        self.interceptor(MutateRequestInterceptor::new(f))
    }

    /// Overrides the client's configuration for this call.
    ///
    /// Settings that `config_override` doesn't have keep the value of the client.
    pub fn config_override(mut self, config_override: impl Into<Builder>) -> Self {
        self.config_override = Some(config_override.into());
        self
    }

    /// Sends the request and returns the response.
    pub async fn send(self) -> SendResult<T, E>
    where
        E: std::error::Error + Send + Sync + 'static,
        B: CustomizableSend<T, E>,
    {
        let (call, config_override) = self.into_parts();
        call.send(config_override).await
    }

    /// Returns the call, and the configuration that it gets.
    pub(crate) fn into_parts(self) -> (B, Builder) {
        let mut config_override = self.config_override.unwrap_or_default();
        for interceptor in self.interceptors {
            config_override.push_interceptor(interceptor);
        }
        (self.customizable_send, config_override)
    }
}
