//! Defines the builder for [`Config`].

use aws_runtime::auth::sigv4;
use aws_runtime::invocation_id::{InvocationIdGenerator, SharedInvocationIdGenerator};
use aws_smithy_async::time::{SharedTimeSource, TimeSource};
use aws_smithy_runtime_api::client::{auth::AuthScheme, retries::classifiers::ClassifyRetry};
use aws_smithy_types::config_bag::CloneableLayer;
use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
use aws_types::{SigningName, region::SigningRegion};

use super::{auth::ResolveAuthScheme, endpoint::ResolveEndpoint, *};
use crate::runtime::idempotency_token::IdempotencyTokenProvider;

/// A builder for [`Config`].
#[derive(Clone, Debug)]
pub struct Builder {
    pub(super) config: CloneableLayer,
    pub(super) components: RuntimeComponentsBuilder,
    pub(super) behavior_version: Option<BehaviorVersion>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            config: CloneableLayer::default(),
            components: RuntimeComponentsBuilder::new("service config"),
            behavior_version: None,
        }
    }
}

impl Builder {
    /// Creates a builder with no values set.
    pub fn new() -> Self {
        Self::default()
    }

    /// Builds the [`Config`].
    pub fn build(mut self) -> Config {
        if self.components.time_source().is_none() {
            self.set_time_source(Some(SharedTimeSource::default()));
        }
        self.config.store_put(meta::API_METADATA.clone());
        self.config.store_put(SigningName::from_static(meta::SIGNING_NAME));
        if let Some(region) = self.config.load::<Region>().cloned() {
            self.config.store_put(SigningRegion::from(region));
        }
        let layer = Layer::from(self.config.clone()).with_name(concat!(module_path!(), "::Config"));
        Config { config: layer.freeze(), builder: self }
    }

    /// Sets the [`behavior_version`](Self::behavior_version) to the latest one: defaults may change on updates.
    pub fn behavior_version_latest(self) -> Self {
        self.behavior_version(BehaviorVersion::latest())
    }

    /// Adds an auth scheme, or replaces the one with the same ID.
    pub fn push_auth_scheme(mut self, auth_scheme: impl AuthScheme + 'static) -> Self {
        self.components.push_auth_scheme(auth_scheme);
        self
    }

    /// Replaces all [interceptors](Self::interceptor).
    pub fn set_interceptors(
        &mut self,
        interceptors: impl IntoIterator<Item = SharedInterceptor>,
    ) -> &mut Self {
        self.components.set_interceptors(interceptors.into_iter());
        self
    }

    /// Replaces all [retry classifiers](Self::retry_classifier).
    pub fn set_retry_classifiers(
        &mut self,
        retry_classifiers: impl IntoIterator<Item = SharedRetryClassifier>,
    ) -> &mut Self {
        self.components.set_retry_classifiers(retry_classifiers.into_iter());
        self
    }

    /// Sets the application name that is reported in the user agent.
    pub fn app_name(mut self, app_name: AppName) -> Self {
        self.set_app_name(Some(app_name));
        self
    }

    /// Sets or unsets `app_name`.
    pub fn set_app_name(&mut self, app_name: Option<AppName>) -> &mut Self {
        self.config.store_or_unset(app_name);
        self
    }

    /// Sets the order in which auth schemes are preferred; the service must support them.
    pub fn auth_scheme_preference(mut self, auth_scheme_preference: impl Into<AuthSchemePreference>) -> Self {
        self.set_auth_scheme_preference(Some(auth_scheme_preference.into()));
        self
    }

    /// Sets or unsets `auth_scheme_preference`.
    pub fn set_auth_scheme_preference(
        &mut self,
        auth_scheme_preference: Option<AuthSchemePreference>,
    ) -> &mut Self {
        self.config.store_or_unset(auth_scheme_preference);
        self
    }

    /// Sets the auth scheme resolver, which replaces the one of the service's model.
    pub fn auth_scheme_resolver(mut self, auth_scheme_resolver: impl ResolveAuthScheme + 'static) -> Self {
        self.set_auth_scheme_resolver(auth_scheme_resolver);
        self
    }

    /// Sets `auth_scheme_resolver`; see [`auth_scheme_resolver`](Self::auth_scheme_resolver).
    pub fn set_auth_scheme_resolver(
        &mut self,
        auth_scheme_resolver: impl ResolveAuthScheme + 'static,
    ) -> &mut Self {
        self.components.set_auth_scheme_option_resolver(Some(auth_scheme_resolver.into_shared_resolver()));
        self
    }

    /// Sets the version of the runtime's default behavior; required, here or by Cargo feature.
    pub fn behavior_version(mut self, behavior_version: BehaviorVersion) -> Self {
        self.set_behavior_version(Some(behavior_version));
        self
    }

    /// Sets or unsets `behavior_version`.
    pub fn set_behavior_version(&mut self, behavior_version: Option<BehaviorVersion>) -> &mut Self {
        self.behavior_version = behavior_version;
        self
    }

    /// Sets the provider of the credentials that requests are signed with.
    pub fn credentials_provider(mut self, credentials_provider: impl ProvideCredentials + 'static) -> Self {
        self.set_credentials_provider(Some(SharedCredentialsProvider::new(credentials_provider)));
        self
    }

    /// Sets `credentials_provider`. `None` has no effect.
    pub fn set_credentials_provider(
        &mut self,
        credentials_provider: Option<SharedCredentialsProvider>,
    ) -> &mut Self {
        if let Some(provider) = credentials_provider {
            self.components.set_identity_resolver(sigv4::SCHEME_ID, provider);
        }
        self
    }

    /// Sets the endpoint resolver, which replaces the endpoint rules of the service's model.
    pub fn endpoint_resolver(mut self, endpoint_resolver: impl ResolveEndpoint + 'static) -> Self {
        self.set_endpoint_resolver(Some(endpoint_resolver.into_shared_resolver()));
        self
    }

    /// Sets or unsets `endpoint_resolver`.
    pub fn set_endpoint_resolver(&mut self, endpoint_resolver: Option<SharedEndpointResolver>) -> &mut Self {
        self.components.set_endpoint_resolver(endpoint_resolver);
        self
    }

    /// Sets the URL that requests are sent to, which replaces the endpoint of the region.
    pub fn endpoint_url(mut self, endpoint_url: impl Into<String>) -> Self {
        self.set_endpoint_url(Some(endpoint_url.into()));
        self
    }

    /// Sets or unsets `endpoint_url`.
    pub fn set_endpoint_url(&mut self, endpoint_url: Option<String>) -> &mut Self {
        self.config.store_or_unset(endpoint_url.map(EndpointUrl));
        self
    }

    /// Sets the HTTP client.
    pub fn http_client(mut self, http_client: impl HttpClient + 'static) -> Self {
        self.set_http_client(Some(http_client.into_shared()));
        self
    }

    /// Sets or unsets `http_client`.
    pub fn set_http_client(&mut self, http_client: Option<SharedHttpClient>) -> &mut Self {
        self.components.set_http_client(http_client);
        self
    }

    /// Sets the provider of idempotency tokens; the default provides random UUIDs.
    pub fn idempotency_token_provider(
        mut self,
        idempotency_token_provider: impl Into<IdempotencyTokenProvider>,
    ) -> Self {
        self.set_idempotency_token_provider(Some(idempotency_token_provider.into()));
        self
    }

    /// Sets or unsets `idempotency_token_provider`.
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

    /// Sets `identity_cache`; see [`identity_cache`](Self::identity_cache).
    pub fn set_identity_cache(&mut self, identity_cache: impl ResolveCachedIdentity + 'static) -> &mut Self {
        self.components.set_identity_cache(Some(identity_cache));
        self
    }

    /// Adds an [interceptor](Intercept), which observes and changes calls while they run.
    pub fn interceptor(mut self, interceptor: impl Intercept + 'static) -> Self {
        self.push_interceptor(SharedInterceptor::new(interceptor));
        self
    }

    /// Adds an interceptor; see [`interceptor`](Self::interceptor).
    pub fn push_interceptor(&mut self, interceptor: SharedInterceptor) -> &mut Self {
        self.components.push_interceptor(interceptor);
        self
    }

    /// Sets the generator of invocation IDs; the default generates random UUIDs.
    pub fn invocation_id_generator(
        mut self,
        invocation_id_generator: impl InvocationIdGenerator + 'static,
    ) -> Self {
        self.set_invocation_id_generator(Some(SharedInvocationIdGenerator::new(invocation_id_generator)));
        self
    }

    /// Sets or unsets `invocation_id_generator`.
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

    /// Sets or unsets `region`.
    pub fn set_region(&mut self, region: Option<Region>) -> &mut Self {
        self.config.store_or_unset(region);
        self
    }

    /// Adds a retry classifier, which decides whether an outcome is retried.
    pub fn retry_classifier(mut self, retry_classifier: impl ClassifyRetry + 'static) -> Self {
        self.push_retry_classifier(SharedRetryClassifier::new(retry_classifier));
        self
    }

    /// Adds a retry classifier; see [`retry_classifier`](Self::retry_classifier).
    pub fn push_retry_classifier(&mut self, retry_classifier: SharedRetryClassifier) -> &mut Self {
        self.components.push_retry_classifier(retry_classifier);
        self
    }

    /// Sets how often and when to retry.
    pub fn retry_config(mut self, retry_config: RetryConfig) -> Self {
        self.set_retry_config(Some(retry_config));
        self
    }

    /// Sets `retry_config`. `None` has no effect.
    pub fn set_retry_config(&mut self, retry_config: Option<RetryConfig>) -> &mut Self {
        if let Some(config) = retry_config {
            self.config.store_put(config);
        }
        self
    }

    /// Sets the retry partition; clients of the same partition share its limits.
    pub fn retry_partition(mut self, retry_partition: RetryPartition) -> Self {
        self.set_retry_partition(Some(retry_partition));
        self
    }

    /// Sets `retry_partition`. `None` has no effect.
    pub fn set_retry_partition(&mut self, retry_partition: Option<RetryPartition>) -> &mut Self {
        if let Some(partition) = retry_partition {
            self.config.store_put(partition);
        }
        self
    }

    /// Sets the implementation of sleeping that timeouts and retries use.
    pub fn sleep_impl(mut self, sleep_impl: impl AsyncSleep + 'static) -> Self {
        self.set_sleep_impl(Some(sleep_impl.into_shared()));
        self
    }

    /// Sets or unsets `sleep_impl`.
    pub fn set_sleep_impl(&mut self, sleep_impl: Option<SharedAsyncSleep>) -> &mut Self {
        self.components.set_sleep_impl(sleep_impl);
        self
    }

    /// Sets the protection against stalled streams.
    pub fn stalled_stream_protection(
        mut self,
        stalled_stream_protection: StalledStreamProtectionConfig,
    ) -> Self {
        self.set_stalled_stream_protection(Some(stalled_stream_protection));
        self
    }

    /// Sets or unsets `stalled_stream_protection`.
    pub fn set_stalled_stream_protection(
        &mut self,
        stalled_stream_protection: Option<StalledStreamProtectionConfig>,
    ) -> &mut Self {
        self.config.store_or_unset(stalled_stream_protection);
        self
    }

    /// Sets the source of the current time.
    pub fn time_source(mut self, time_source: impl TimeSource + 'static) -> Self {
        self.set_time_source(Some(time_source.into_shared()));
        self
    }

    /// Sets or unsets `time_source`.
    pub fn set_time_source(&mut self, time_source: Option<SharedTimeSource>) -> &mut Self {
        self.components.set_time_source(time_source);
        self
    }

    /// Sets the timeouts; timeouts that aren't in the argument keep their previous value.
    pub fn timeout_config(mut self, timeout_config: TimeoutConfig) -> Self {
        self.set_timeout_config(Some(timeout_config));
        self
    }

    /// Sets `timeout_config`. `None` has no effect.
    pub fn set_timeout_config(&mut self, timeout_config: Option<TimeoutConfig>) -> &mut Self {
        if let Some(mut timeout_config) = timeout_config {
            if let Some(base) = self.config.load::<TimeoutConfig>() {
                timeout_config.take_defaults_from(base);
            }
            self.config.store_put(timeout_config);
        }
        self
    }

    /// Sets whether to use endpoints that support both IPv4 and IPv6.
    pub fn use_dual_stack(mut self, use_dual_stack: impl Into<bool>) -> Self {
        self.set_use_dual_stack(Some(use_dual_stack.into()));
        self
    }

    /// Sets or unsets `use_dual_stack`.
    pub fn set_use_dual_stack(&mut self, use_dual_stack: Option<bool>) -> &mut Self {
        self.config.store_or_unset(use_dual_stack.map(UseDualStack));
        self
    }

    /// Sets whether to use endpoints that comply with FIPS 140-2.
    pub fn use_fips(mut self, use_fips: impl Into<bool>) -> Self {
        self.set_use_fips(Some(use_fips.into()));
        self
    }

    /// Sets or unsets `use_fips`.
    pub fn set_use_fips(&mut self, use_fips: Option<bool>) -> &mut Self {
        self.config.store_or_unset(use_fips.map(UseFips));
        self
    }
}
