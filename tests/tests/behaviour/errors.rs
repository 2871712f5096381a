//! Tests of service errors: their codes, messages and request IDs.

use std::error::Error as _;

use connect_slim::Error;
use connect_slim::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use connect_slim::operation::RequestId;
use connect_slim::operation::get_contact_metrics::GetContactMetricsError;
use connect_slim::operation::search_agent_statuses::SearchAgentStatusesError;
use connect_slim::operation::search_user_hierarchy_groups::SearchUserHierarchyGroupsError;
use connect_slim::types::{
    AttachedFileInvalidRequestExceptionReason as FileReason, InvalidRequestExceptionReason,
};
use connect_slim_tests::client::client;
use connect_slim_tests::server::{Reply, Server};

/// Returns responses with the error `code` in every supported form.
fn replies(status: u16, code: &str) -> Vec<Reply> {
    let body = |members: &str| Reply::new(status, format!("{{{members}}}"));
    let in_header = |code: String| body(r#""Message":"oh""#).header("x-amzn-errortype", code);
    vec![
        in_header(code.to_owned()),
        in_header(format!(
            "{code}:http://internal.amazon.com/coral/com.amazon.connect/"
        )),
        in_header(format!("com.amazonaws.connect#{code}")),
        in_header(format!("com.amazonaws.connect#{code}:http://a.b/c#d")),
        // The header takes precedence over the body.
        body(r#""__type":"ThisIsNotIt","message":"oh""#).header("x-amzn-errortype", code),
        body(&format!(r#""__type":"{code}","message":"oh""#)),
        body(&format!(
            r#""message":"oh","__type":"com.amazonaws.connect#{code}""#
        )),
        body(&format!(r#""__type":"{code}:http://a.b/","message":"oh""#)),
        // `code` takes precedence over `__type`.
        body(&format!(
            r#""code":"{code}","__type":"ThisIsNotIt","message":"oh""#
        )),
        body(&format!(r#""code":"a#{code}:b","errorMessage":"oh""#)),
    ]
}

/// Defines a test of an operation: each of its errors is recognized in every form of a response.
macro_rules! modeled_errors {
    ($test:ident, $error:ident, $($code:ident $status:literal $is:ident,)*) => {
        #[tokio::test]
        async fn $test() {
            let predicates: &[(&str, fn(&$error) -> bool)] = &[$((stringify!($code), $error::$is)),*];
            $({
                let code = stringify!($code);
                let replies = replies($status, code);
                let count = replies.len();
                let server = Server::with(replies).await;
                let client = client(server.url());
                for i in 0..count {
                    let error = client.$test().send().await.unwrap_err();
                    let status = error.raw_response().unwrap().status().as_u16();
                    assert_eq!(status, $status);
                    let error = error.into_service_error();
                    assert!(matches!(error, $error::$code(_)), "{i}: {error:?}");
                    for (other, is) in predicates {
                        assert_eq!(is(&error), *other == code, "{i}: {other}, {error:?}");
                    }
                    assert_metadata(&error, code);
                    assert_metadata(&Error::from(error), code);
                }
            })*
        }
    };
}

fn assert_metadata(
    error: &(impl std::error::Error + ProvideErrorMetadata + RequestId),
    code: &str,
) {
    assert_eq!(error.code(), Some(code));
    assert_eq!(error.message(), Some("oh"));
    assert_eq!(error.request_id(), Some("request-1"));
    let text = format!("{code}: oh (request ID: request-1)");
    assert_eq!(error.to_string(), text);
}

modeled_errors! {
    get_contact_metrics, GetContactMetricsError,
    AccessDeniedException 403 is_access_denied_exception,
    InternalServiceException 500 is_internal_service_exception,
    InvalidParameterException 400 is_invalid_parameter_exception,
    InvalidRequestException 400 is_invalid_request_exception,
    ResourceNotFoundException 404 is_resource_not_found_exception,
    ThrottlingException 429 is_throttling_exception,
}

modeled_errors! {
    search_agent_statuses, SearchAgentStatusesError,
    InternalServiceException 500 is_internal_service_exception,
    InvalidParameterException 400 is_invalid_parameter_exception,
    InvalidRequestException 400 is_invalid_request_exception,
    ResourceNotFoundException 404 is_resource_not_found_exception,
    ThrottlingException 429 is_throttling_exception,
}

modeled_errors! {
    search_user_hierarchy_groups, SearchUserHierarchyGroupsError,
    InternalServiceException 500 is_internal_service_exception,
    InvalidParameterException 400 is_invalid_parameter_exception,
    InvalidRequestException 400 is_invalid_request_exception,
    ResourceNotFoundException 404 is_resource_not_found_exception,
    ThrottlingException 429 is_throttling_exception,
}

/// Returns the error of SearchAgentStatuses for `reply`.
async fn error(reply: Reply) -> SdkError<SearchAgentStatusesError> {
    let server = Server::with([reply]).await;
    let call = client(server.url()).search_agent_statuses();
    call.send().await.unwrap_err()
}

#[tokio::test]
async fn errors_of_other_operations_are_unhandled() {
    let reply = Reply::new(403, r#"{"__type":"AccessDeniedException","Message":"no"}"#);
    let error = error(reply).await.into_service_error();
    assert!(!error.is_internal_service_exception());
    assert_eq!(error.code(), Some("AccessDeniedException"));
    let text = "unhandled error (AccessDeniedException): no (request ID: request-1)";
    assert_eq!(error.to_string(), text);
    // The operation doesn't declare it, so it is unhandled in the service's error as well.
    assert!(!matches!(
        Error::from(error),
        Error::AccessDeniedException(_)
    ));
}

#[tokio::test]
async fn unknown_errors_keep_their_metadata() {
    let reply = Reply::new(400, r#"{"message":"a <b>","Other":[{}]}"#)
        .header("x-amzn-errortype", "NewException:http://x/");
    let error = error(reply).await.into_service_error();
    assert_eq!(error.code(), Some("NewException"));
    assert_eq!(error.message(), Some("a <b>"));
    assert_eq!(error.request_id(), Some("request-1"));
    let expected = "unhandled error (NewException): a <b> (request ID: request-1)";
    assert_eq!(error.to_string(), expected);
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.starts_with(expected), "{text}");
    let error = Error::from(error);
    assert_eq!(error.code(), Some("NewException"));
    assert_eq!(error.to_string(), expected);
}

#[tokio::test]
async fn reason_of_an_invalid_request_is_read() {
    let table = [
        (
            r#""Reason":{"AttachedFileInvalidRequestExceptionReason":"INVALID_FILE_TYPE"}"#,
            Some(
                InvalidRequestExceptionReason::AttachedFileInvalidRequestExceptionReason(
                    FileReason::InvalidFileType,
                ),
            ),
        ),
        (
            r#""Reason":{"AttachedFileInvalidRequestExceptionReason":"NEW"}"#,
            Some(
                InvalidRequestExceptionReason::AttachedFileInvalidRequestExceptionReason(
                    FileReason::from("NEW"),
                ),
            ),
        ),
        (r#""Reason":null"#, None),
        (r#""Other":1"#, None),
    ];
    for (reason, expected) in table {
        let body = format!(r#"{{"__type":"InvalidRequestException","Message":"m",{reason}}}"#);
        let error = error(Reply::new(400, body)).await.into_service_error();
        let SearchAgentStatusesError::InvalidRequestException(error) = error else {
            panic!("{error:?}");
        };
        assert_eq!(error.message(), Some("m"));
        assert_eq!(error.reason(), expected.as_ref(), "{reason}");
    }

    let body = r#"{"__type":"InvalidRequestException","Reason":{"NewReason":{"a":[1]}}}"#;
    let error = error(Reply::new(400, body)).await.into_service_error();
    let SearchAgentStatusesError::InvalidRequestException(error) = error else {
        panic!("{error:?}");
    };
    assert!(error.reason().unwrap().is_unknown());
    // The text of the structure is that of the official crate.
    assert_eq!(error.to_string(), "InvalidRequestException");
}

#[tokio::test]
async fn sources_contain_the_service_error() {
    let body = r#"{"__type":"ResourceNotFoundException","Message":"gone"}"#;
    let error = error(Reply::new(404, body)).await;
    assert_eq!(error.to_string(), "service error");
    let of_operation = error.source().unwrap();
    let text = "ResourceNotFoundException: gone (request ID: request-1)";
    assert_eq!(of_operation.to_string(), text);
    let modeled = of_operation.source().unwrap();
    assert_eq!(modeled.to_string(), "ResourceNotFoundException: gone");
    assert!(modeled.source().is_none());
    let context = DisplayErrorContext(&error).to_string();
    let chain = format!("service error: {text}: {modeled} (");
    assert!(context.starts_with(&chain), "{context}");
    assert_eq!(Error::from(error).to_string(), text);
}

#[tokio::test]
async fn messages_can_have_escapes_or_be_missing() {
    let body = r#"{"__type":"ThrottlingException","Message":"a\n\u00e9\ud83d\ude00"}"#;
    let of_body = error(Reply::new(429, body)).await.into_service_error();
    assert_eq!(of_body.message(), Some("a\né😀"));

    let empty = Reply::new(429, "").header("x-amzn-errortype", "ThrottlingException");
    let of_header = error(empty).await.into_service_error();
    assert!(of_header.is_throttling_exception());
    assert_eq!(of_header.message(), None);
    let text = "ThrottlingException (request ID: request-1)";
    assert_eq!(of_header.to_string(), text);
}

#[tokio::test]
async fn request_id_is_read_from_other_headers() {
    let body = r#"{"__type":"ThrottlingException"}"#;
    let reply = Reply::new(429, body).without("x-amzn-requestid");
    let unknown = error(reply.clone()).await;
    assert_eq!(unknown.request_id(), None);
    let unknown = unknown.into_service_error();
    assert_eq!(unknown.to_string(), "ThrottlingException");
    let error = error(reply.header("x-amz-request-id", "request-2")).await;
    assert_eq!(error.request_id(), Some("request-2"));
    assert_eq!(error.into_service_error().request_id(), Some("request-2"));
}

#[tokio::test]
async fn transport_errors_match_official_text() {
    let client = client("http://127.0.0.1:1");
    let error = client.search_agent_statuses().send().await.unwrap_err();
    assert_eq!(error.to_string(), "dispatch failure");
    assert_eq!(Error::from(error).to_string(), "unhandled error");
}

#[tokio::test]
async fn outputs_have_a_request_id() {
    let server = Server::with([Reply::ok("{}")]).await;
    let call = client(server.url()).search_agent_statuses();
    let output = call.send().await.unwrap();
    assert_eq!(output.request_id(), Some("request-1"));
}
