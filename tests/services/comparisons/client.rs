// Creates clients of `sdk`, and converts their results into plain values.

use std::fmt::Debug;

use sdk::Client;
use sdk::config::Builder;
use sdk::error::{ProvideErrorMetadata, SdkError};
use sdk::operation::RequestId;
use services_differential::{
    Call, CallResult, Failure, FixedId, FixedTime, Response, SameApi, Session, Values, credentials, text,
};

/// Returns the settings of a client without retries that sends its requests to the session.
fn settings(session: &Session) -> Builder {
    sdk::Config::builder()
        .behavior_version_latest()
        .region(sdk::config::Region::new("eu-west-2"))
        .credentials_provider(credentials())
        .http_client(session.http_client())
        .retry_config(sdk::config::retry::RetryConfig::disabled())
        .time_source(FixedTime)
        .invocation_id_generator(FixedId)
        .interceptor(SameApi)
}

/// Converts the result of a call.
fn outcome<T, E>(result: Result<T, SdkError<E>>) -> CallResult
where
    T: Debug + RequestId,
    E: std::error::Error + ProvideErrorMetadata + services_differential::ProvideErrorKind + 'static,
{
    match result {
        Ok(output) => Ok(format!("{}{:?}", text(&output), output.request_id())),
        Err(error) => Err(Box::new(Failure::new(&error))),
    }
}
