//! Configuration of the client: region, credentials, endpoint, retries, timeouts, interceptors.

pub mod auth;
mod builder;
pub mod endpoint;
pub mod http;
pub mod interceptors;
pub mod retry;
mod sdk_config;
pub(crate) mod service;
#[cfg(feature = "test-util")]
mod test_defaults;
pub mod timeout;

pub use aws_credential_types::Credentials;
pub use aws_credential_types::provider::{ProvideCredentials, SharedCredentialsProvider};
use aws_runtime::invocation_id::SharedInvocationIdGenerator;
pub use aws_smithy_async::rt::sleep::{AsyncSleep, SharedAsyncSleep, Sleep};
use aws_smithy_async::time::SharedTimeSource;
pub use aws_smithy_runtime::client::identity::IdentityCache;
use aws_smithy_runtime::client::retries::RetryPartition;
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
use aws_smithy_types::config_bag::CloneableLayer;
pub use aws_smithy_types::config_bag::{ConfigBag, FrozenLayer, Layer};
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
pub use aws_types::app_name::AppName;
pub use aws_types::region::Region;
use aws_types::sdk_config::SdkConfig;

pub use self::builder::Builder;
use crate::meta;

/// Configuration of the service's [`Client`](crate::Client).
///
/// Usually it is made from what the `aws-config` crate loads, by [`Client::new`](crate::Client::new).
/// [`Config::builder`] sets everything by hand; [`Builder::from`] an `SdkConfig` does both.
#[derive(Clone, Debug)]
pub struct Config {
    config: FrozenLayer,
    // The same settings, kept cloneable for `to_builder`.
    cloneable: CloneableLayer,
    runtime_components: RuntimeComponentsBuilder,
    behavior_version: Option<BehaviorVersion>,
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
        Builder {
            config: self.cloneable.clone(),
            runtime_components: self.runtime_components.clone(),
            behavior_version: self.behavior_version,
        }
    }

    /// The application's name, sent in the user agent.
    pub fn app_name(&self) -> Option<&AppName> {
        self.config.load::<AppName>()
    }

    /// The order in which auth schemes are preferred.
    pub fn auth_scheme_preference(&self) -> Option<&AuthSchemePreference> {
        self.config.load::<AuthSchemePreference>()
    }

    /// The resolver of auth schemes, if one was set.
    pub fn auth_scheme_resolver(&self) -> Option<SharedAuthSchemeOptionResolver> {
        self.runtime_components.auth_scheme_option_resolver()
    }

    /// The auth schemes added to this configuration.
    pub fn auth_schemes(&self) -> impl Iterator<Item = SharedAuthScheme> + '_ {
        self.runtime_components.auth_schemes()
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
        self.runtime_components.endpoint_resolver().expect("resolver defaulted if not set")
    }

    /// The HTTP client, if one was set.
    pub fn http_client(&self) -> Option<SharedHttpClient> {
        self.runtime_components.http_client()
    }

    /// The identity cache, if one was set.
    pub fn identity_cache(&self) -> Option<SharedIdentityCache> {
        self.runtime_components.identity_cache()
    }

    /// The interceptors added to this configuration.
    pub fn interceptors(&self) -> impl Iterator<Item = SharedInterceptor> + '_ {
        self.runtime_components.interceptors()
    }

    /// The generator of invocation IDs, if one was set.
    pub fn invocation_id_generator(&self) -> Option<SharedInvocationIdGenerator> {
        self.config.load::<SharedInvocationIdGenerator>().cloned()
    }

    /// The AWS region, if one was set.
    pub fn region(&self) -> Option<&Region> {
        self.config.load::<Region>()
    }

    /// The retry classifiers added to this configuration.
    pub fn retry_classifiers(&self) -> impl Iterator<Item = SharedRetryClassifier> + '_ {
        self.runtime_components.retry_classifiers()
    }

    /// The configuration of retries, if it was set.
    pub fn retry_config(&self) -> Option<&RetryConfig> {
        self.config.load::<RetryConfig>()
    }

    /// The retry partition, if one was set. Unstable: it may change or go.
    pub fn retry_partition(&self) -> Option<&RetryPartition> {
        self.config.load::<RetryPartition>()
    }

    /// The name of the service in signatures.
    pub fn signing_name(&self) -> &'static str {
        meta::SIGNING_NAME
    }

    /// The implementation of sleeping, if one was set.
    pub fn sleep_impl(&self) -> Option<SharedAsyncSleep> {
        self.runtime_components.sleep_impl()
    }

    /// The protection against stalled streams, if it was set.
    pub fn stalled_stream_protection(&self) -> Option<&StalledStreamProtectionConfig> {
        self.config.load::<StalledStreamProtectionConfig>()
    }

    /// The source of the time.
    pub fn time_source(&self) -> Option<SharedTimeSource> {
        self.runtime_components.time_source()
    }

    /// The configuration of timeouts, if it was set.
    pub fn timeout_config(&self) -> Option<&TimeoutConfig> {
        self.config.load::<TimeoutConfig>()
    }
}

impl From<&SdkConfig> for Config {
    fn from(config: &SdkConfig) -> Self {
        Self::new(config)
    }
}
