//! Converts errors of the crate into plain values.

use std::error::Error;

use aws_smithy_types::retry::ProvideErrorKind;
use aws_types::request_id::RequestId;

use super::sdk;
use super::sdk::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use super::sdk::operation::get_contact_metrics::GetContactMetricsError;
use super::sdk::operation::search_agent_statuses::SearchAgentStatusesError;
use super::sdk::operation::search_user_hierarchy_groups::SearchUserHierarchyGroupsError;
use crate::harness::observation::{Failure, Service};

/// An error of an operation.
pub(crate) trait Failed:
    Error + ProvideErrorMetadata + ProvideErrorKind + RequestId + Send + Sync + 'static
{
    /// Returns the name of the variant according to `match` and to the `is_…` methods.
    fn variant(&self) -> &'static str;
}

macro_rules! failed {
    ($error:ident: $($variant:ident $is:ident),*) => {
        impl Failed for $error {
            fn variant(&self) -> &'static str {
                let by_match = match self {
                    $(Self::$variant(_) => stringify!($variant),)*
                    _ => "other",
                };
                let by_method = [$((self.$is(), stringify!($variant))),*];
                let by_method = by_method.iter().find(|(is, _)| *is).map_or("other", |(_, name)| name);
                assert_eq!(by_match, by_method);
                by_match
            }
        }
    };
}

failed! {
    GetContactMetricsError:
    AccessDeniedException is_access_denied_exception,
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception,
    ThrottlingException is_throttling_exception
}
failed! {
    SearchAgentStatusesError:
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception,
    ThrottlingException is_throttling_exception
}
failed! {
    SearchUserHierarchyGroupsError:
    InternalServiceException is_internal_service_exception,
    InvalidParameterException is_invalid_parameter_exception,
    InvalidRequestException is_invalid_request_exception,
    ResourceNotFoundException is_resource_not_found_exception,
    ThrottlingException is_throttling_exception
}

/// Converts an error.
pub(crate) fn failure<E>(error: SdkError<E>) -> Box<Failure>
where
    E: Failed,
    sdk::Error: From<SdkError<E>>,
{
    let mut failure = Box::new(Failure {
        kind: match &error {
            SdkError::ConstructionFailure(_) => "ConstructionFailure",
            SdkError::TimeoutError(_) => "TimeoutError",
            SdkError::DispatchFailure(_) => "DispatchFailure",
            SdkError::ResponseError(_) => "ResponseError",
            SdkError::ServiceError(_) => "ServiceError",
            _ => "other",
        },
        display: error.to_string(),
        debug: format!("{error:?}"),
        sources: sources(&error),
        context: DisplayErrorContext(&error).to_string(),
        code: error.code().map(str::to_owned),
        message: error.message().map(str::to_owned),
        request_id: error.request_id().map(str::to_owned),
        status: error.raw_response().map(|raw| raw.status().as_u16()),
        service: error.as_service_error().map(service),
        unified: Default::default(),
    });
    let unified = sdk::Error::from(error);
    failure.unified = (
        unified.to_string(),
        format!("{unified:?}"),
        unified.request_id().map(str::to_owned),
        sources(&unified),
        format!("{:?}", unified.meta()),
    );
    failure
}

fn service(error: &impl Failed) -> Service {
    Service {
        variant: error.variant(),
        display: error.to_string(),
        debug: format!("{error:?}"),
        meta: format!("{:?}", error.meta()),
        request_id: error.request_id().map(str::to_owned),
        retryable: format!("{:?}", error.retryable_error_kind()),
        kind_code: ProvideErrorKind::code(error).map(str::to_owned),
    }
}

fn sources(error: &dyn Error) -> Vec<String> {
    std::iter::successors(error.source(), |&error| error.source())
        .map(ToString::to_string)
        .collect()
}
