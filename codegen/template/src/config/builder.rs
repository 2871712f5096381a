//! Builder of [`Config`]: settings go in one by one, the configuration comes out.

use aws_runtime::auth::sigv4;
use aws_runtime::invocation_id::{InvocationIdGenerator, SharedInvocationIdGenerator};
use aws_smithy_async::time::{SharedTimeSource, TimeSource};
use aws_smithy_runtime_api::client::{auth::AuthScheme, retries::classifiers::ClassifyRetry};
use aws_smithy_types::config_bag::CloneableLayer;
use aws_types::endpoint_config::{EndpointUrl, UseDualStack, UseFips};
use aws_types::{SigningName, region::SigningRegion};

use super::{auth::ResolveAuthScheme, endpoint::ResolveEndpoint, *};
use crate::runtime::idempotency_token::IdempotencyTokenProvider;

/// Builder of [`Config`].
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
    /// Creates a builder with nothing set.
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

    /// Sets the latest [`behavior_version`](Self::behavior_version): defaults may change on updates.
    pub fn behavior_version_latest(self) -> Self {
        self.behavior_version(BehaviorVersion::latest())
    }

    /// Adds an auth scheme, or replaces the one of the same ID.
    pub fn push_auth_scheme(mut self, auth_scheme: impl AuthScheme + 'static) -> Self {
        self.components.push_auth_scheme(auth_scheme);
        self
    }

    /// Sets the [interceptors](Self::interceptor), instead of those added so far.
    pub fn set_interceptors(
        &mut self,
        interceptors: impl IntoIterator<Item = SharedInterceptor>,
    ) -> &mut Self {
        self.components.set_interceptors(interceptors.into_iter());
        self
    }

    /// Sets the [retry classifiers](Self::retry_classifier), instead of those added so far.
    pub fn set_retry_classifiers(
        &mut self,
        retry_classifiers: impl IntoIterator<Item = SharedRetryClassifier>,
    ) -> &mut Self {
        self.components.set_retry_classifiers(retry_classifiers.into_iter());
        self
    }
}

/// Declares pairs of setters: the first takes the builder by value and converts, the second, documented to differ
/// by `$differs`, takes it by reference and stores.
macro_rules! setters {
    ($self:ident, $differs:literal: $(
        $(#[$doc:meta])*
        $name:ident($param:ty) = $value:expr;
        $set:ident($ty:ty) = $store:expr;
    )*) => {
        impl Builder {$(
            $(#[$doc])*
            pub fn $name(mut $self, $name: $param) -> Self {
                $self.$set($value);
                $self
            }

            #[doc = concat!("As [`", stringify!($name), "`](Self::", stringify!($name), ")", $differs)]
            pub fn $set(&mut $self, $name: $ty) -> &mut Self {
                $store;
                $self
            }
        )*}
    };
}

setters! { self, "; `None` takes it back.":
    /// Sets the name of the application, which the user agent tells the service.
    app_name(AppName) = Some(app_name);
    set_app_name(Option<AppName>) = self.config.store_or_unset(app_name);

    /// Sets the order in which auth schemes are preferred; the service must support them.
    auth_scheme_preference(impl Into<AuthSchemePreference>) = Some(auth_scheme_preference.into());
    set_auth_scheme_preference(Option<AuthSchemePreference>) =
        self.config.store_or_unset(auth_scheme_preference);

    /// Sets the version of the runtime's default behaviors; required, here or by Cargo feature.
    behavior_version(BehaviorVersion) = Some(behavior_version);
    set_behavior_version(Option<BehaviorVersion>) = self.behavior_version = behavior_version;

    /// Sets the resolver of endpoints, instead of the rules of the service's model.
    endpoint_resolver(impl ResolveEndpoint + 'static) = Some(endpoint_resolver.into_shared_resolver());
    set_endpoint_resolver(Option<SharedEndpointResolver>) =
        self.components.set_endpoint_resolver(endpoint_resolver);

    /// Sets the URL to send requests to, instead of the endpoint of the region.
    endpoint_url(impl Into<String>) = Some(endpoint_url.into());
    set_endpoint_url(Option<String>) = self.config.store_or_unset(endpoint_url.map(EndpointUrl));

    /// Sets the HTTP client.
    http_client(impl HttpClient + 'static) = Some(http_client.into_shared());
    set_http_client(Option<SharedHttpClient>) = self.components.set_http_client(http_client);

    /// Sets what makes the tokens of idempotent requests; random UUIDs by default.
    idempotency_token_provider(impl Into<IdempotencyTokenProvider>) = Some(idempotency_token_provider.into());
    set_idempotency_token_provider(Option<IdempotencyTokenProvider>) =
        self.config.store_or_unset(idempotency_token_provider);

    /// Sets what makes the IDs of invocations; random UUIDs by default.
    invocation_id_generator(impl InvocationIdGenerator + 'static) =
        Some(SharedInvocationIdGenerator::new(invocation_id_generator));
    set_invocation_id_generator(Option<SharedInvocationIdGenerator>) =
        self.config.store_or_unset(invocation_id_generator);

    /// Sets the AWS region.
    region(impl Into<Option<Region>>) = region.into();
    set_region(Option<Region>) = self.config.store_or_unset(region);

    /// Sets the implementation of sleeping, for timeouts and retries.
    sleep_impl(impl AsyncSleep + 'static) = Some(sleep_impl.into_shared());
    set_sleep_impl(Option<SharedAsyncSleep>) = self.components.set_sleep_impl(sleep_impl);

    /// Sets the protection against streams which stall.
    stalled_stream_protection(StalledStreamProtectionConfig) = Some(stalled_stream_protection);
    set_stalled_stream_protection(Option<StalledStreamProtectionConfig>) =
        self.config.store_or_unset(stalled_stream_protection);

    /// Sets the source of the time.
    time_source(impl TimeSource + 'static) = Some(time_source.into_shared());
    set_time_source(Option<SharedTimeSource>) = self.components.set_time_source(time_source);

    /// Sets whether to use the endpoint for both IPv4 and IPv6.
    use_dual_stack(impl Into<bool>) = Some(use_dual_stack.into());
    set_use_dual_stack(Option<bool>) = self.config.store_or_unset(use_dual_stack.map(UseDualStack));

    /// Sets whether to use the endpoint which complies with FIPS 140-2.
    use_fips(impl Into<bool>) = Some(use_fips.into());
    set_use_fips(Option<bool>) = self.config.store_or_unset(use_fips.map(UseFips));
}

setters! { self, "; `None` changes nothing.":
    /// Sets the provider of credentials, with which requests are signed.
    credentials_provider(impl ProvideCredentials + 'static) =
        Some(SharedCredentialsProvider::new(credentials_provider));
    set_credentials_provider(Option<SharedCredentialsProvider>) = if let Some(provider) = credentials_provider {
        self.components.set_identity_resolver(sigv4::SCHEME_ID, provider);
    };

    /// Sets how often and when to retry.
    retry_config(RetryConfig) = Some(retry_config);
    set_retry_config(Option<RetryConfig>) = if let Some(config) = retry_config {
        self.config.store_put(config);
    };

    /// Sets the partition of retries: clients of one partition share its limits.
    retry_partition(RetryPartition) = Some(retry_partition);
    set_retry_partition(Option<RetryPartition>) = if let Some(partition) = retry_partition {
        self.config.store_put(partition);
    };

    /// Sets the timeouts; those left out keep the value set before.
    timeout_config(TimeoutConfig) = Some(timeout_config);
    set_timeout_config(Option<TimeoutConfig>) = if let Some(mut timeout_config) = timeout_config {
        if let Some(base) = self.config.load::<TimeoutConfig>() {
            timeout_config.take_defaults_from(base);
        }
        self.config.store_put(timeout_config);
    };
}

setters! { self, ".":
    /// Sets the resolver of auth schemes, instead of the one of the service's model.
    auth_scheme_resolver(impl ResolveAuthScheme + 'static) = auth_scheme_resolver;
    set_auth_scheme_resolver(impl ResolveAuthScheme + 'static) =
        self.components.set_auth_scheme_option_resolver(Some(auth_scheme_resolver.into_shared_resolver()));

    /// Sets the cache of identities, such as credentials.
    identity_cache(impl ResolveCachedIdentity + 'static) = identity_cache;
    set_identity_cache(impl ResolveCachedIdentity + 'static) =
        self.components.set_identity_cache(Some(identity_cache));

    /// Adds an [interceptor](Intercept), which observes and changes calls while they run.
    interceptor(impl Intercept + 'static) = SharedInterceptor::new(interceptor);
    push_interceptor(SharedInterceptor) = self.components.push_interceptor(interceptor);

    /// Adds a retry classifier, which says of an outcome whether to try again.
    retry_classifier(impl ClassifyRetry + 'static) = SharedRetryClassifier::new(retry_classifier);
    push_retry_classifier(SharedRetryClassifier) = self.components.push_retry_classifier(retry_classifier);
}
