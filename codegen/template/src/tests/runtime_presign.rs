//! Presigning: the request, its signature, and how long it is valid.

use std::time::{Duration, UNIX_EPOCH};

use super::runtime_support::{Replay, block_on};
use crate::error::SdkError;
use crate::operation::list_things::{ListThings, ListThingsInput};
use crate::presigning::{PresignedRequest, PresigningConfig};
use crate::runtime::presign::{self, Presign};

impl Presign for ListThings {}

/// Presigns a call at 2025-08-08T00:00:00Z for a quarter of an hour.
fn presign(thing_id: Option<&str>) -> Result<PresignedRequest, String> {
    let replay = Replay::new([]);
    let client = replay.client();
    let input = ListThingsInput::builder().set_thing_id(thing_id.map(str::to_owned)).max_results(5).build();
    let config = PresigningConfig::builder()
        .start_time(UNIX_EPOCH + Duration::from_secs(1_754_611_200))
        .expires_in(Duration::from_secs(900))
        .build()
        .unwrap();
    let presigned = block_on(presign::presign::<ListThings>(&client.handle, input, None, config));
    assert_eq!(replay.requests().len(), 0);
    presigned.map_err(|error| match error {
        SdkError::ConstructionFailure(_) => "construction failure".to_owned(),
        other => format!("{other:?}"),
    })
}

#[test]
fn the_signature_is_in_the_query() {
    let presigned = presign(Some("a")).unwrap();
    assert_eq!(presigned.method(), "POST");
    let (path, query) = presigned.uri().split_once('?').unwrap();
    assert_eq!(path, "https://things.eu-central-1.amazonaws.com/things/a");
    let parameters: Vec<&str> = query.split('&').collect();
    for expected in [
        "X-Amz-Algorithm=AWS4-HMAC-SHA256",
        "X-Amz-Credential=key%2F20250808%2Feu-central-1%2Fthings%2Faws4_request",
        "X-Amz-Date=20250808T000000Z",
        "X-Amz-Expires=900",
    ] {
        assert!(parameters.contains(&expected), "{expected} in {query}");
    }
    let signature = parameters.iter().find_map(|one| one.strip_prefix("X-Amz-Signature="));
    assert_eq!(signature.map(str::len), Some(64));
    let names: Vec<&str> = presigned.headers().map(|(name, _)| name).collect();
    assert!(
        !names.iter().any(|name| name.starts_with("amz-sdk-") || name.contains("user-agent")),
        "{names:?}"
    );
}

#[test]
fn requests_are_the_same_for_the_same_time() {
    assert_eq!(presign(Some("a")).unwrap().uri(), presign(Some("a")).unwrap().uri());
    assert_ne!(presign(Some("a")).unwrap().uri(), presign(Some("b")).unwrap().uri());
}

#[test]
fn requests_convert_into_those_of_http() {
    let presigned = presign(Some("a")).unwrap();
    let request = presigned.make_http_1x_request("body");
    assert_eq!(request.uri(), presigned.uri());
    assert_eq!(request.method(), "POST");
    assert_eq!(request.headers().len(), presigned.headers().count());
    assert_eq!(*presigned.into_http_1x_request("body").body(), "body");
}

#[test]
fn an_input_that_cannot_be_sent_cannot_be_presigned() {
    assert_eq!(presign(None).unwrap_err(), "construction failure");
}

#[test]
fn durations_are_required_and_at_most_a_week() {
    let week = Duration::from_secs(7 * 24 * 60 * 60);
    assert_eq!(PresigningConfig::expires_in(week).unwrap().expires(), week);
    let error = PresigningConfig::expires_in(week + Duration::from_secs(1)).unwrap_err();
    assert_eq!(error.to_string(), "`expires_in` must be no longer than one week");
    let error = PresigningConfig::builder().build().unwrap_err();
    assert_eq!(error.to_string(), "`expires_in` is required");
}
