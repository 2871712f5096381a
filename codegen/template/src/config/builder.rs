//! Builder of [`Config`]: settings go in one by one, the configuration comes out.

use aws_runtime::auth::sigv4;
use aws_runtime::invocation_id::{InvocationIdGenerator, SharedInvocationIdGenerator};
use aws_smithy_async::time::{SharedTimeSource, TimeSource};
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::client::auth::{AuthScheme, AuthSchemePreference};
use aws_smithy_runtime_api::client::endpoint::SharedEndpointResolver;
use aws_smithy_runtime_api::client::retries::classifiers::{ClassifyRetry, SharedRetryClassifier};
use aws_smithy_types::config_bag::CloneableLayer;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::SigningName;
use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
use aws_types::region::SigningRegion;

use super::auth::ResolveAuthScheme;
use super::endpoint::ResolveEndpoint;
use super::{
    AppName, AsyncSleep, BehaviorVersion, Config, HttpClient, Intercept, IntoShared, Layer,
    ProvideCredentials, Region, ResolveCachedIdentity, RuntimeComponentsBuilder, SharedAsyncSleep,
    SharedCredentialsProvider, SharedHttpClient, SharedInterceptor, StalledStreamProtectionConfig,
};
use crate::meta;
use crate::runtime::idempotency_token::IdempotencyTokenProvider;

/// Builder of [`Config`].
#[derive(Clone, Debug)]
pub struct Builder {
    pub(super) config: CloneableLayer,
    pub(super) runtime_components: RuntimeComponentsBuilder,
    pub(super) behavior_version: Option<BehaviorVersion>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            config: CloneableLayer::default(),
            runtime_components: RuntimeComponentsBuilder::new("service config"),
            behavior_version: None,
        }
    }
}

impl Builder {
    /// Creates a builder with nothing set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Builds the [`Config`].
    pub fn build(mut self) -> Config {
        if self.runtime_components.time_source().is_none() {
            self.set_time_source(Some(SharedTimeSource::default()));
        }
        let mut layer = self.config;
        layer.store_put(meta::API_METADATA.clone());
        layer.store_put(SigningName::from_static(meta::SIGNING_NAME));
        if let Some(region) = layer.load::<Region>().cloned() {
            layer.store_put(SigningRegion::from(region));
        }
        Config {
            config: Layer::from(layer.clone()).with_name(concat!(module_path!(), "::Config")).freeze(),
            cloneable: layer,
            runtime_components: self.runtime_components,
            behavior_version: self.behavior_version,
        }
    }

    /// Sets the name of the application, which the user agent tells the service.
    pub fn app_name(mut self, app_name: AppName) -> Self {
        self.set_app_name(Some(app_name));
        self
    }

    /// As [`app_name`](Self::app_name); `None` takes it back.
    pub fn set_app_name(&mut self, app_name: Option<AppName>) -> &mut Self {
        self.config.store_or_unset(app_name);
        self
    }

    /// Sets the order in which auth schemes are preferred; the service must support them.
    pub fn auth_scheme_preference(mut self, auth_scheme_preference: impl Into<AuthSchemePreference>) -> Self {
        self.set_auth_scheme_preference(Some(auth_scheme_preference.into()));
        self
    }

    /// As [`auth_scheme_preference`](Self::auth_scheme_preference); `None` takes it back.
    pub fn set_auth_scheme_preference(
        &mut self,
        auth_scheme_preference: Option<AuthSchemePreference>,
    ) -> &mut Self {
        self.config.store_or_unset(auth_scheme_preference);
        self
    }

    /// Sets the resolver of auth schemes, instead of the one of the service's model.
    pub fn auth_scheme_resolver(mut self, auth_scheme_resolver: impl ResolveAuthScheme + 'static) -> Self {
        self.set_auth_scheme_resolver(auth_scheme_resolver);
        self
    }

    /// As [`auth_scheme_resolver`](Self::auth_scheme_resolver).
    pub fn set_auth_scheme_resolver(
        &mut self,
        auth_scheme_resolver: impl ResolveAuthScheme + 'static,
    ) -> &mut Self {
        let resolver = auth_scheme_resolver.into_shared_resolver();
        self.runtime_components.set_auth_scheme_option_resolver(Some(resolver));
        self
    }

    /// Adds an auth scheme, or replaces the one of the same ID.
    pub fn push_auth_scheme(mut self, auth_scheme: impl AuthScheme + 'static) -> Self {
        self.runtime_components.push_auth_scheme(auth_scheme);
        self
    }

    /// Sets the version of the runtime's default behaviors; required, here or by Cargo feature.
    pub fn behavior_version(mut self, behavior_version: BehaviorVersion) -> Self {
        self.set_behavior_version(Some(behavior_version));
        self
    }

    /// As [`behavior_version`](Self::behavior_version); `None` takes it back.
    pub fn set_behavior_version(&mut self, behavior_version: Option<BehaviorVersion>) -> &mut Self {
        self.behavior_version = behavior_version;
        self
    }

    /// Sets the latest [`behavior_version`](Self::behavior_version): defaults may change on updates.
    pub fn behavior_version_latest(self) -> Self {
        self.behavior_version(BehaviorVersion::latest())
    }

    /// Sets the provider of credentials, with which requests are signed.
    pub fn credentials_provider(mut self, credentials_provider: impl ProvideCredentials + 'static) -> Self {
        self.set_credentials_provider(Some(SharedCredentialsProvider::new(credentials_provider)));
        self
    }

    /// As [`credentials_provider`](Self::credentials_provider); `None` changes nothing.
    pub fn set_credentials_provider(
        &mut self,
        credentials_provider: Option<SharedCredentialsProvider>,
    ) -> &mut Self {
        if let Some(provider) = credentials_provider {
            self.runtime_components.set_identity_resolver(sigv4::SCHEME_ID, provider);
        }
        self
    }

    /// Sets the resolver of endpoints, instead of the rules of the service's model.
    pub fn endpoint_resolver(mut self, endpoint_resolver: impl ResolveEndpoint + 'static) -> Self {
        self.set_endpoint_resolver(Some(endpoint_resolver.into_shared_resolver()));
        self
    }

    /// As [`endpoint_resolver`](Self::endpoint_resolver); `None` takes it back.
    pub fn set_endpoint_resolver(&mut self, endpoint_resolver: Option<SharedEndpointResolver>) -> &mut Self {
        self.runtime_components.set_endpoint_resolver(endpoint_resolver);
        self
    }

    /// Sets the URL to send requests to, instead of the endpoint of the region.
    pub fn endpoint_url(mut self, endpoint_url: impl Into<String>) -> Self {
        self.set_endpoint_url(Some(endpoint_url.into()));
        self
    }

    /// As [`endpoint_url`](Self::endpoint_url); `None` takes it back.
    pub fn set_endpoint_url(&mut self, endpoint_url: Option<String>) -> &mut Self {
        self.config.store_or_unset(endpoint_url.map(EndpointUrl));
        self
    }

    /// Sets the HTTP client.
    pub fn http_client(mut self, http_client: impl HttpClient + 'static) -> Self {
        self.set_http_client(Some(http_client.into_shared()));
        self
    }

    /// As [`http_client`](Self::http_client); `None` takes it back.
    pub fn set_http_client(&mut self, http_client: Option<SharedHttpClient>) -> &mut Self {
        self.runtime_components.set_http_client(http_client);
        self
    }

    /// Sets what makes the tokens of idempotent requests; random UUIDs by default.
    pub fn idempotency_token_provider(
        mut self,
        idempotency_token_provider: impl Into<IdempotencyTokenProvider>,
    ) -> Self {
        self.set_idempotency_token_provider(Some(idempotency_token_provider.into()));
        self
    }

    /// As [`idempotency_token_provider`](Self::idempotency_token_provider); `None` takes it back.
    pub fn set_idempotency_token_provider(
        &mut self,
        idempotency_token_provider: Option<IdempotencyTokenProvider>,
    ) -> &mut Self {
        self.config.store_or_unset(idempotency_token_provider);
        self
    }

    /// Sets the cache of identities, such as credentials.
    pub fn identity_cache(mut self, identity_cache: impl ResolveCachedIdentity + 'static) -> Self {
        self.set_identity_cache(identity_cache);
        self
    }

    /// As [`identity_cache`](Self::identity_cache).
    pub fn set_identity_cache(&mut self, identity_cache: impl ResolveCachedIdentity + 'static) -> &mut Self {
        self.runtime_components.set_identity_cache(Some(identity_cache));
        self
    }

    /// Adds an [interceptor](Intercept), which observes and changes calls while they run.
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.push_interceptor(SharedInterceptor::new(interceptor));
        self
    }

    /// As [`interceptor`](Self::interceptor).
    pub fn push_interceptor(&mut self, interceptor: SharedInterceptor) -> &mut Self {
        self.runtime_components.push_interceptor(interceptor);
        self
    }

    /// Sets the [interceptors](Self::interceptor), instead of those added so far.
    pub fn set_interceptors(
        &mut self,
        interceptors: impl IntoIterator<Item = SharedInterceptor>,
    ) -> &mut Self {
        self.runtime_components.set_interceptors(interceptors.into_iter());
        self
    }

    /// Sets what makes the IDs of invocations; random UUIDs by default.
    pub fn invocation_id_generator(
        mut self,
        invocation_id_generator: impl InvocationIdGenerator + 'static,
    ) -> Self {
        self.set_invocation_id_generator(Some(SharedInvocationIdGenerator::new(invocation_id_generator)));
        self
    }

    /// As [`invocation_id_generator`](Self::invocation_id_generator); `None` takes it back.
    pub fn set_invocation_id_generator(
        &mut self,
        invocation_id_generator: Option<SharedInvocationIdGenerator>,
    ) -> &mut Self {
        self.config.store_or_unset(invocation_id_generator);
        self
    }

    /// Sets the AWS region.
    pub fn region(mut self, region: impl Into<Option<Region>>) -> Self {
        self.set_region(region.into());
        self
    }

    /// As [`region`](Self::region); `None` takes it back.
    pub fn set_region(&mut self, region: Option<Region>) -> &mut Self {
        self.config.store_or_unset(region);
        self
    }

    /// Adds a retry classifier, which says of an outcome whether to try again.
    pub fn retry_classifier(mut self, retry_classifier: impl ClassifyRetry + 'static) -> Self {
        self.push_retry_classifier(SharedRetryClassifier::new(retry_classifier));
        self
    }

    /// As [`retry_classifier`](Self::retry_classifier).
    pub fn push_retry_classifier(&mut self, retry_classifier: SharedRetryClassifier) -> &mut Self {
        self.runtime_components.push_retry_classifier(retry_classifier);
        self
    }

    /// Sets the [retry classifiers](Self::retry_classifier), instead of those added so far.
    pub fn set_retry_classifiers(
        &mut self,
        retry_classifiers: impl IntoIterator<Item = SharedRetryClassifier>,
    ) -> &mut Self {
        self.runtime_components.set_retry_classifiers(retry_classifiers.into_iter());
        self
    }

    /// Sets how often and when to retry.
    pub fn retry_config(mut self, retry_config: RetryConfig) -> Self {
        self.set_retry_config(Some(retry_config));
        self
    }

    /// As [`retry_config`](Self::retry_config); `None` changes nothing.
    pub fn set_retry_config(&mut self, retry_config: Option<RetryConfig>) -> &mut Self {
        if let Some(retry_config) = retry_config {
            self.config.store_put(retry_config);
        }
        self
    }

    /// Sets the partition of retries: clients of one partition share its limits.
    pub fn retry_partition(mut self, retry_partition: RetryPartition) -> Self {
        self.set_retry_partition(Some(retry_partition));
        self
    }

    /// As [`retry_partition`](Self::retry_partition); `None` changes nothing.
    pub fn set_retry_partition(&mut self, retry_partition: Option<RetryPartition>) -> &mut Self {
        if let Some(retry_partition) = retry_partition {
            self.config.store_put(retry_partition);
        }
        self
    }

    /// Sets the implementation of sleeping, for timeouts and retries.
    pub fn sleep_impl(mut self, sleep_impl: impl AsyncSleep + 'static) -> Self {
        self.set_sleep_impl(Some(sleep_impl.into_shared()));
        self
    }

    /// As [`sleep_impl`](Self::sleep_impl); `None` takes it back.
    pub fn set_sleep_impl(&mut self, sleep_impl: Option<SharedAsyncSleep>) -> &mut Self {
        self.runtime_components.set_sleep_impl(sleep_impl);
        self
    }

    /// Sets the protection against streams which stall.
    pub fn stalled_stream_protection(
        mut self,
        stalled_stream_protection: StalledStreamProtectionConfig,
    ) -> Self {
        self.set_stalled_stream_protection(Some(stalled_stream_protection));
        self
    }

    /// As [`stalled_stream_protection`](Self::stalled_stream_protection); `None` takes it back.
    pub fn set_stalled_stream_protection(
        &mut self,
        stalled_stream_protection: Option<StalledStreamProtectionConfig>,
    ) -> &mut Self {
        self.config.store_or_unset(stalled_stream_protection);
        self
    }

    /// Sets the source of the time.
    pub fn time_source(mut self, time_source: impl TimeSource + 'static) -> Self {
        self.set_time_source(Some(time_source.into_shared()));
        self
    }

    /// As [`time_source`](Self::time_source); `None` takes it back.
    pub fn set_time_source(&mut self, time_source: Option<SharedTimeSource>) -> &mut Self {
        self.runtime_components.set_time_source(time_source);
        self
    }

    /// Sets the timeouts; those left out keep the value set before.
    pub fn timeout_config(mut self, timeout_config: TimeoutConfig) -> Self {
        self.set_timeout_config(Some(timeout_config));
        self
    }

    /// As [`timeout_config`](Self::timeout_config); `None` changes nothing.
    pub fn set_timeout_config(&mut self, timeout_config: Option<TimeoutConfig>) -> &mut Self {
        let Some(mut timeout_config) = timeout_config else {
            return self;
        };
        if let Some(base) = self.config.load::<TimeoutConfig>() {
            timeout_config.take_defaults_from(base);
        }
        self.config.store_put(timeout_config);
        self
    }

    /// Sets whether to use the endpoint for both IPv4 and IPv6.
    pub fn use_dual_stack(mut self, use_dual_stack: impl Into<bool>) -> Self {
        self.set_use_dual_stack(Some(use_dual_stack.into()));
        self
    }

    /// As [`use_dual_stack`](Self::use_dual_stack); `None` takes it back.
    pub fn set_use_dual_stack(&mut self, use_dual_stack: Option<bool>) -> &mut Self {
        self.config.store_or_unset(use_dual_stack.map(UseDualStack));
        self
    }

    /// Sets whether to use the endpoint which complies with FIPS 140-2.
    pub fn use_fips(mut self, use_fips: impl Into<bool>) -> Self {
        self.set_use_fips(Some(use_fips.into()));
        self
    }

    /// As [`use_fips`](Self::use_fips); `None` takes it back.
    pub fn set_use_fips(&mut self, use_fips: Option<bool>) -> &mut Self {
        self.config.store_or_unset(use_fips.map(UseFips));
        self
    }
}
