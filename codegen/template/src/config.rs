//! Configures the client: region, credentials, endpoint, retries, timeouts and interceptors.

pub mod auth;
mod builder;
pub mod endpoint;
#[cfg(feature = "ring-https-client")]
mod ring_client;
mod sdk_config;
pub(crate) mod service;
pub(crate) mod service_settings;
#[cfg(feature = "test-util")]
mod test_defaults;

pub use aws_credential_types::Credentials;
pub use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_runtime::invocation_id::SharedInvocationIdGenerator;
pub use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
use aws_smithy_async::time::SharedTimeSource;
pub use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime_api::client::auth::{
    AuthSchemePreference, SharedAuthScheme, SharedAuthSchemeOptionResolver,
};
pub use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
pub use aws_smithy_runtime_api::client::http::{HttpClient, SharedHttpClient};
pub use aws_smithy_runtime_api::client::identity::{ResolveCachedIdentity, SharedIdentityCache};
pub use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
pub use aws_smithy_runtime_api::client::runtime_components::{RuntimeComponents, RuntimeComponentsBuilder};
pub use aws_smithy_runtime_api::client::runtime_plugin::{RuntimePlugin, SharedRuntimePlugin};
pub use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
pub use aws_smithy_runtime_api::shared::IntoShared;
pub use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
use aws_types::sdk_config::SdkConfig;
pub use aws_types::{app_name::AppName, region::Region};

pub use self::builder::Builder;
use self::retry::{RetryConfig, RetryPartition};
#[cfg(feature = "ring-https-client")]
pub use self::ring_client::ring_https_client;
#[allow(unused_imports, reason = "only some services have settings with types of their own")]
pub use self::service_settings::*;
use self::timeout::TimeoutConfig;
use crate::meta;

/// HTTP requests and responses, as interceptors see them.
pub mod http {
    pub use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
}

/// Contexts that are passed to the hooks of an [interceptor](Intercept).
pub mod interceptors {
    pub use aws_smithy_runtime_api::client::interceptors::context::{
        AfterDeserializationInterceptorContextRef, BeforeDeserializationInterceptorContextMut,
        BeforeDeserializationInterceptorContextRef, BeforeSerializationInterceptorContextMut,
        BeforeSerializationInterceptorContextRef, BeforeTransmitInterceptorContextMut,
        BeforeTransmitInterceptorContextRef, FinalizerInterceptorContextMut, FinalizerInterceptorContextRef,
        InterceptorContext,
    };
}

/// Configuration of retries.
pub mod retry {
    pub use aws_smithy_runtime::client::retries::RetryPartition;
    pub use aws_smithy_runtime_api::client::retries::ShouldAttempt;
    pub use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, RetryAction};
    pub use aws_smithy_types::retry::{ReconnectMode, RetryConfig, RetryConfigBuilder, RetryMode};
}

/// Configuration of timeouts.
pub mod timeout {
    pub use aws_smithy_types::timeout::{TimeoutConfig, TimeoutConfigBuilder};
}

/// Configuration of the service's [`Client`](crate::Client).
///
/// [`Client::new`](crate::Client::new) creates it from the configuration that the `aws-config` crate loads. Use
/// [`Config::builder`] to start from nothing, or [`Builder::from`] to start from an `SdkConfig`.
#[derive(Clone, Debug)]
pub struct Config {
    config: FrozenLayer,
    // Contains the same settings in a form that can be changed.
    builder: Builder,
}

impl Config {
    /// Creates the configuration from the one that the `aws-config` crate loads.
    pub fn new(config: &SdkConfig) -> Self {
        Builder::from(config).build()
    }

    /// Creates a builder.
    ///
    /// It has none of the defaults that the `aws-config` crate sets, such as credentials and region.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Converts this configuration into a builder, so that it can be changed.
    pub fn to_builder(&self) -> Builder {
        self.builder.clone()
    }

    /// Always returns `None`.
    #[deprecated(note = "it has never returned a provider; do not use it")]
    pub fn credentials_provider(&self) -> Option<SharedCredentialsProvider> {
        None
    }

    /// Returns the endpoint resolver.
    ///
    /// # Panics
    ///
    /// Panics if no resolver was set.
    pub fn endpoint_resolver(&self) -> SharedEndpointResolver {
        self.builder.components.endpoint_resolver().expect("resolver defaulted if not set")
    }

    /// Returns the name of the service in signatures.
    pub fn signing_name(&self) -> &'static str {
        meta::SIGNING_NAME
    }

    /// Returns the application name that is reported in the user agent.
    pub fn app_name(&self) -> Option<&AppName> {
        self.config.load::<AppName>()
    }

    /// Returns the order in which auth schemes are preferred.
    pub fn auth_scheme_preference(&self) -> Option<&AuthSchemePreference> {
        self.config.load::<AuthSchemePreference>()
    }

    /// Returns the auth scheme resolver, if one was set.
    pub fn auth_scheme_resolver(&self) -> Option<SharedAuthSchemeOptionResolver> {
        self.builder.components.auth_scheme_option_resolver()
    }

    /// Returns the auth schemes that were added.
    pub fn auth_schemes(&self) -> impl Iterator<Item = SharedAuthScheme> + '_ {
        self.builder.components.auth_schemes()
    }

    /// Returns the HTTP client, if one was set.
    pub fn http_client(&self) -> Option<SharedHttpClient> {
        self.builder.components.http_client()
    }

    /// Returns the identity cache, if one was set.
    pub fn identity_cache(&self) -> Option<SharedIdentityCache> {
        self.builder.components.identity_cache()
    }

    /// Returns the interceptors that were added.
    pub fn interceptors(&self) -> impl Iterator<Item = SharedInterceptor> + '_ {
        self.builder.components.interceptors()
    }

    /// Returns the generator of invocation IDs, if one was set.
    pub fn invocation_id_generator(&self) -> Option<SharedInvocationIdGenerator> {
        self.config.load::<SharedInvocationIdGenerator>().cloned()
    }

    /// Returns the AWS region, if one was set.
    pub fn region(&self) -> Option<&Region> {
        self.config.load::<Region>()
    }

    /// Returns the retry classifiers that were added.
    pub fn retry_classifiers(&self) -> impl Iterator<Item = SharedRetryClassifier> + '_ {
        self.builder.components.retry_classifiers()
    }

    /// Returns the retry configuration, if one was set.
    pub fn retry_config(&self) -> Option<&RetryConfig> {
        self.config.load::<RetryConfig>()
    }

    /// Returns the retry partition, if one was set. Unstable: may change or be removed.
    pub fn retry_partition(&self) -> Option<&RetryPartition> {
        self.config.load::<RetryPartition>()
    }

    /// Returns the implementation of sleeping, if one was set.
    pub fn sleep_impl(&self) -> Option<SharedAsyncSleep> {
        self.builder.components.sleep_impl()
    }

    /// Returns the protection against stalled streams, if one was set.
    pub fn stalled_stream_protection(&self) -> Option<&StalledStreamProtectionConfig> {
        self.config.load::<StalledStreamProtectionConfig>()
    }

    /// Returns the source of the current time.
    pub fn time_source(&self) -> Option<SharedTimeSource> {
        self.builder.components.time_source()
    }

    /// Returns the timeouts, if any were set.
    pub fn timeout_config(&self) -> Option<&TimeoutConfig> {
        self.config.load::<TimeoutConfig>()
    }
}

impl From<&SdkConfig> for Config {
    fn from(config: &SdkConfig) -> Self {
        Self::new(config)
    }
}
