//! Errors: what of a response they hold, and how they convert and print.

use std::error::Error as _;

use aws_smithy_types::error::ErrorMetadata;
use aws_smithy_types::error::metadata::ProvideErrorMetadata;
use aws_smithy_types::error::operation::BuildError;

use super::runtime_support::{Replay, block_on};
use crate::Error;
use crate::error::SdkError;
use crate::operation::RequestId;
use crate::operation::list_things::ListThingsError;
use crate::types::ThingKind;
use crate::types::error::ThingNotFoundException;

fn error_of(status: u16, body: &'static str) -> SdkError<ListThingsError> {
    let replay = Replay::new([(status, body)]);
    block_on(replay.client().list_things().thing_id("1").send()).unwrap_err()
}

#[test]
fn a_modeled_error_has_its_variant_and_metadata() {
    let error = error_of(404, r#"{"__type":"com.things#ThingNotFoundException","Message":"no thing"}"#);
    assert_eq!(error.request_id(), Some("id-1"));
    let error = error.into_service_error();
    assert!(error.is_thing_not_found_exception());
    assert_eq!(error.to_string(), "ThingNotFoundException: no thing (request ID: id-1)");
    assert_eq!(error.meta().code(), Some("ThingNotFoundException"));
    assert_eq!(error.meta().message(), Some("no thing"));
    assert_eq!(error.request_id(), Some("id-1"));
    assert_eq!(error.source().unwrap().to_string(), "ThingNotFoundException: no thing");
    let kind: &dyn aws_smithy_types::retry::ProvideErrorKind = &error;
    assert_eq!(kind.code(), Some("ThingNotFoundException"));
    assert!(kind.retryable_error_kind().is_none());
}

#[test]
fn a_message_under_another_name_is_taken_too() {
    let error = error_of(404, r#"{"__type":"ThingNotFoundException","errorMessage":"m"}"#);
    let ListThingsError::ThingNotFoundException(error) = error.into_service_error() else {
        panic!("it is modeled");
    };
    assert_eq!(error.message(), Some("m"));
}

#[test]
fn an_unmodeled_error_keeps_its_metadata() {
    let error = error_of(400, r#"{"__type":"Strange","message":"m"}"#).into_service_error();
    assert_eq!(error.to_string(), "unhandled error (Strange): m (request ID: id-1)");
    assert_eq!(error.code(), Some("Strange"));
    assert_eq!(error.message(), Some("m"));
    assert_eq!(error.request_id(), Some("id-1"));
    assert_eq!(error.source().unwrap().to_string(), ErrorMetadata::to_string(error.meta()));
}

#[test]
fn an_error_without_code_or_json_is_unhandled() {
    for body in ["{}", "<html>"] {
        let error = error_of(400, body).into_service_error();
        assert_eq!(error.to_string(), "unhandled error", "{body}");
        assert_eq!(error.code(), None);
        assert_eq!(error.request_id(), None, "as in the official SDK");
    }
}

#[test]
fn a_success_which_cannot_be_read_is_an_unhandled_service_error() {
    let error = error_of(200, r#"{"Things":3}"#);
    assert!(matches!(error, SdkError::ServiceError(_)));
    assert_eq!(error.into_service_error().to_string(), "unhandled error");
}

#[test]
fn all_errors_convert_into_the_error_of_the_service() {
    let not_found = error_of(404, r#"{"__type":"ThingNotFoundException"}"#);
    let error = Error::from(not_found);
    assert!(matches!(error, Error::ThingNotFoundException(_)));
    assert_eq!(error.to_string(), "ThingNotFoundException (request ID: id-1)");
    assert_eq!(error.code(), Some("ThingNotFoundException"));
    assert_eq!(error.request_id(), Some("id-1"));
    assert!(error.source().is_none());

    let strange = error_of(400, r#"{"__type":"Strange"}"#);
    let error = Error::from(strange.into_service_error());
    assert_eq!(error.to_string(), "unhandled error (Strange) (request ID: id-1)");

    let error = Error::from(SdkError::<ListThingsError, ()>::timeout_error("late"));
    assert_eq!(error.to_string(), "unhandled error");
    assert_eq!(error.source().unwrap().to_string(), "request has timed out");

    let error = Error::from(BuildError::missing_field("name", "why"));
    assert!(error.source().unwrap().to_string().contains("name"));
}

#[test]
fn texts_tell_what_is_known_and_nothing_else() {
    let text =
        |meta: aws_smithy_types::error::metadata::Builder| ListThingsError::generic(meta.build()).to_string();
    let meta = ErrorMetadata::builder;
    let id = |meta: aws_smithy_types::error::metadata::Builder, id: &str| meta.custom("aws_request_id", id);
    assert_eq!(text(meta()), "unhandled error");
    assert_eq!(text(meta().code("C")), "unhandled error (C)");
    assert_eq!(text(meta().message("m")), "unhandled error: m");
    assert_eq!(text(id(meta(), "i")), "unhandled error (request ID: i)");
    assert_eq!(text(id(meta().code("C").message("m"), "i")), "unhandled error (C): m (request ID: i)");
    assert_eq!(text(id(meta().code("C").message(""), "")), "unhandled error (C)", "empty is unknown");
    let modeled = ThingNotFoundException::builder().message("m");
    let modeled = ListThingsError::ThingNotFoundException(modeled.build());
    assert_eq!(modeled.to_string(), "ThingNotFoundException: m");
}

#[test]
fn errors_can_be_made_by_hand() {
    let meta = ErrorMetadata::builder().code("Code").build();
    let error = ThingNotFoundException::builder().message("m").meta(meta);
    let error = ListThingsError::ThingNotFoundException(error.build());
    assert_eq!(error.code(), Some("Code"));
    let error = ListThingsError::unhandled("any error");
    assert_eq!(error.source().unwrap().to_string(), "any error");
}

#[test]
fn enums_know_their_values() {
    assert_eq!(ThingKind::values(), ["PART", "WHOLE"]);
    assert_eq!(ThingKind::from("PART"), ThingKind::Part);
    assert_eq!("new".parse::<ThingKind>().unwrap().as_str(), "new");
    let error = ThingKind::try_parse("new").unwrap_err();
    assert_eq!(error.to_string(), "unknown enum variant: 'new'");
    assert_eq!(ThingKind::Whole.to_string(), "WHOLE");
}
