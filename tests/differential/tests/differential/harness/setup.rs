//! The configuration of a client or a call, as a plain value that is independent of both crates.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_runtime::invocation_id::{InvocationId, InvocationIdGenerator};
use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_async::rt::sleep::{SharedAsyncSleep, TokioSleep};
use aws_smithy_async::time::{SharedTimeSource, TimeSource};
use aws_smithy_runtime::client::retries::RetryPartition;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef;
use aws_smithy_runtime_api::client::interceptors::{Intercept, SharedInterceptor};
use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
use aws_smithy_runtime_api::client::stalled_stream_protection::StalledStreamProtectionConfig;
use aws_smithy_types::config_bag::ConfigBag;
use aws_smithy_types::retry::RetryConfig;
use aws_smithy_types::timeout::TimeoutConfig;
use aws_types::app_name::AppName;

/// Settings of a client, or of a call that overrides them. `None` is not set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Setup {
    pub(crate) region: Option<&'static str>,
    /// Whether to unset the region, which hides the client's region in an override.
    pub(crate) unset_region: bool,
    pub(crate) endpoint_url: Option<&'static str>,
    pub(crate) use_fips: Option<bool>,
    pub(crate) use_dual_stack: Option<bool>,
    pub(crate) app_name: Option<AppName>,
    pub(crate) behavior_version: Option<BehaviorVersion>,
    pub(crate) credentials: Option<SharedCredentialsProvider>,
    pub(crate) retry: Option<RetryConfig>,
    pub(crate) timeouts: Option<TimeoutConfig>,
    pub(crate) stalled_streams: Option<StalledStreamProtectionConfig>,
    pub(crate) sleep: Option<SharedAsyncSleep>,
    pub(crate) time: Option<SharedTimeSource>,
    pub(crate) fixed_ids: bool,
    /// Whether the client has its own retry tokens, instead of sharing them with all clients.
    pub(crate) own_retry_tokens: bool,
    pub(crate) interceptors: Vec<SharedInterceptor>,
    pub(crate) retry_classifiers: Vec<SharedRetryClassifier>,
}

impl Setup {
    /// Creates a complete setup with a fixed time, fixed IDs, and a fixed crate version.
    pub(crate) fn fixed() -> Self {
        Self {
            region: Some("eu-west-2"),
            behavior_version: Some(BehaviorVersion::latest()),
            credentials: Some(SharedCredentialsProvider::new(Credentials::new(
                "AKIDEXAMPLE",
                "secret",
                Some("token".to_owned()),
                None,
                "tests",
            ))),
            retry: Some(RetryConfig::standard().with_use_static_exponential_base(true)),
            sleep: Some(SharedAsyncSleep::new(TokioSleep::new())),
            time: Some(SharedTimeSource::new(FixedTime)),
            fixed_ids: true,
            own_retry_tokens: true,
            interceptors: vec![SharedInterceptor::new(SameApi)],
            ..Self::default()
        }
    }

    /// Creates the same setup without retries.
    pub(crate) fn once() -> Self {
        Self {
            retry: Some(RetryConfig::disabled()),
            ..Self::fixed()
        }
    }
}

/// Creates a retry partition that no other client uses.
pub(crate) fn own_retry_partition() -> RetryPartition {
    static COUNT: AtomicUsize = AtomicUsize::new(0);
    let count = COUNT.fetch_add(1, Ordering::Relaxed);
    RetryPartition::new(format!("test {count}"))
}

/// A clock that always returns the billionth second.
#[derive(Debug)]
struct FixedTime;

impl TimeSource for FixedTime {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_000_000_000)
    }
}

/// Generates the same ID for all calls.
#[derive(Debug)]
pub(crate) struct FixedId;

impl InvocationIdGenerator for FixedId {
    fn generate(&self) -> Result<Option<InvocationId>, BoxError> {
        let id = "00000000-0000-4000-8000-000000000000";
        Ok(Some(InvocationId::new(id.to_owned())))
    }
}

/// Sets the same crate version in the user agents of both crates, because the signature covers it. The test
/// `user_agents_differ_only_in_the_version` compares the actual ones.
#[derive(Debug)]
struct SameApi;

impl Intercept for SameApi {
    fn name(&self) -> &'static str {
        "SameApi"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let api = ApiMetadata::new("connect", "0.0.0");
        cfg.interceptor_state().store_put(api);
        Ok(())
    }
}
