//! Configuration of the client: region, credentials, endpoint, retries, timeouts, interceptors.

pub mod auth;
mod builder;
pub mod endpoint;
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
use self::timeout::TimeoutConfig;
use crate::meta;

/// HTTP requests and responses, as interceptors see them.
pub mod http {
    pub use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
}

/// Contexts which the hooks of an [interceptor](Intercept) receive.
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
/// Usually it is made from what the `aws-config` crate loads, by [`Client::new`](crate::Client::new).
/// [`Config::builder`] sets everything by hand; [`Builder::from`] an `SdkConfig` does both.
#[derive(Clone, Debug)]
pub struct Config {
    config: FrozenLayer,
    // Has the same settings in a form that can be changed.
    builder: Builder,
}

impl Config {
    /// Creates the configuration from the one which the `aws-config` crate loads.
    pub fn new(config: &SdkConfig) -> Self {
        Builder::from(config).build()
    }

    /// Creates a builder.
    ///
    /// It lacks the defaults which the `aws-config` crate sets: credentials and region above all.
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// Converts this configuration back into a builder, to change it.
    pub fn to_builder(&self) -> Builder {
        self.builder.clone()
    }

    /// Always `None`.
    #[deprecated(note = "it has never returned a provider; do not use it")]
    pub fn credentials_provider(&self) -> Option<SharedCredentialsProvider> {
        None
    }

    /// The endpoint resolver.
    ///
    /// # Panics
    ///
    /// If none was set.
    pub fn endpoint_resolver(&self) -> SharedEndpointResolver {
        self.builder.components.endpoint_resolver().expect("resolver defaulted if not set")
    }

    /// The name of the service in signatures.
    pub fn signing_name(&self) -> &'static str {
        meta::SIGNING_NAME
    }
}

/// Declares getters, each with its documentation, name, type, and where its value is.
macro_rules! getters {
    ($self:ident: $($(#[$doc:meta])* $name:ident -> $ty:ty = $value:expr;)*) => {
        impl Config {$(
            $(#[$doc])*
            pub fn $name(&$self) -> $ty {
                $value
            }
        )*}
    };
}

getters! { self:
    /// The application's name, sent in the user agent.
    app_name -> Option<&AppName> = self.config.load::<AppName>();
    /// The order in which auth schemes are preferred.
    auth_scheme_preference -> Option<&AuthSchemePreference> = self.config.load::<AuthSchemePreference>();
    /// The resolver of auth schemes, if one was set.
    auth_scheme_resolver -> Option<SharedAuthSchemeOptionResolver> =
        self.builder.components.auth_scheme_option_resolver();
    /// The auth schemes added to this configuration.
    auth_schemes -> impl Iterator<Item = SharedAuthScheme> + '_ = self.builder.components.auth_schemes();
    /// The HTTP client, if one was set.
    http_client -> Option<SharedHttpClient> = self.builder.components.http_client();
    /// The identity cache, if one was set.
    identity_cache -> Option<SharedIdentityCache> = self.builder.components.identity_cache();
    /// The interceptors added to this configuration.
    interceptors -> impl Iterator<Item = SharedInterceptor> + '_ = self.builder.components.interceptors();
    /// The generator of invocation IDs, if one was set.
    invocation_id_generator -> Option<SharedInvocationIdGenerator> =
        self.config.load::<SharedInvocationIdGenerator>().cloned();
    /// The AWS region, if one was set.
    region -> Option<&Region> = self.config.load::<Region>();
    /// The retry classifiers added to this configuration.
    retry_classifiers -> impl Iterator<Item = SharedRetryClassifier> + '_ =
        self.builder.components.retry_classifiers();
    /// The configuration of retries, if it was set.
    retry_config -> Option<&RetryConfig> = self.config.load::<RetryConfig>();
    /// The retry partition, if one was set. Unstable: it may change or go.
    retry_partition -> Option<&RetryPartition> = self.config.load::<RetryPartition>();
    /// The implementation of sleeping, if one was set.
    sleep_impl -> Option<SharedAsyncSleep> = self.builder.components.sleep_impl();
    /// The protection against stalled streams, if it was set.
    stalled_stream_protection -> Option<&StalledStreamProtectionConfig> =
        self.config.load::<StalledStreamProtectionConfig>();
    /// The source of the time.
    time_source -> Option<SharedTimeSource> = self.builder.components.time_source();
    /// The configuration of timeouts, if it was set.
    timeout_config -> Option<&TimeoutConfig> = self.config.load::<TimeoutConfig>();
}

impl From<&SdkConfig> for Config {
    fn from(config: &SdkConfig) -> Self {
        Self::new(config)
    }
}
