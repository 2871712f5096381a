//! The settings of both clients that would otherwise vary from call to call.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_credential_types::Credentials;
use aws_runtime::invocation_id::{InvocationId, InvocationIdGenerator};
use aws_runtime::user_agent::ApiMetadata;
use aws_smithy_async::time::TimeSource;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::Intercept;
use aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextRef;
use aws_smithy_types::config_bag::ConfigBag;

/// Returns credentials that don't expire.
pub fn credentials() -> Credentials {
    let token = Some("token".to_owned());
    Credentials::new("AKIDEXAMPLE", "secret", token, None, "tests")
}

/// A clock that always returns the billionth second.
#[derive(Debug)]
pub struct FixedTime;

impl TimeSource for FixedTime {
    fn now(&self) -> SystemTime {
        UNIX_EPOCH + Duration::from_secs(1_000_000_000)
    }
}

/// Generates the same ID for all calls.
#[derive(Debug)]
pub struct FixedId;

impl InvocationIdGenerator for FixedId {
    fn generate(&self) -> Result<Option<InvocationId>, BoxError> {
        let id = "00000000-0000-4000-8000-000000000000";
        Ok(Some(InvocationId::new(id.to_owned())))
    }
}

/// Sets the same service and version in the user agents of both crates, because the signature covers them.
#[derive(Debug)]
pub struct SameApi;

impl Intercept for SameApi {
    fn name(&self) -> &'static str {
        "SameApi"
    }

    fn read_before_execution(
        &self,
        _: &BeforeSerializationInterceptorContextRef<'_>,
        cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let api = ApiMetadata::new("service", "0.0.0");
        cfg.interceptor_state().store_put(api);
        Ok(())
    }
}
