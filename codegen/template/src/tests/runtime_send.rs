//! Sending an operation: the request, the response, customizing, what is sent where.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextRef;
use aws_smithy_types::error::display::DisplayErrorContext;
use aws_smithy_types::retry::RetryConfig;

use super::runtime_support::{Replay, block_on};
use crate::config::{ConfigBag, Credentials, Intercept, Region, RuntimeComponents};
use crate::error::SdkError;
use crate::operation::RequestId;
use crate::types::{ThingFilter, ThingKind};
use crate::{Client, Config};

const ONE_THING: &str = r#"{"Things":[{"Name":"wheel","Kind":"PART","Tags":{"a":"b"}}],
    "AppliedFilter":{"Name":"w"}}"#;

#[test]
fn a_request_carries_label_query_headers_and_body() {
    let replay = Replay::new([(200, ONE_THING)]);
    let call = replay.client().list_things();
    let call = call.thing_id("a/b c").kind(ThingKind::Part);
    let call = call.filter(ThingFilter::Name("w".to_owned()));
    block_on(call.max_results(5).send()).unwrap();

    let request = replay.requests().remove(0);
    assert_eq!(request.method(), "POST");
    assert_eq!(request.uri(), "https://things.eu-central-1.amazonaws.com/things/a%2Fb%20c?kind=PART");
    let body = r#"{"Filter":{"Name":"w"},"MaxResults":5}"#;
    assert_eq!(request.body().bytes(), Some(body.as_bytes()));
    let headers = request.headers();
    assert_eq!(headers.get("content-type"), Some("application/json"));
    assert_eq!(headers.get("content-length"), Some(&*body.len().to_string()));
    let authorization = headers.get("authorization").expect("it is signed");
    assert!(authorization.contains("/eu-central-1/things/aws4_request"));
    let user_agent = headers.get("x-amz-user-agent").expect("it names the SDK");
    assert!(user_agent.contains("api/things/"), "{user_agent}");
    assert_eq!(headers.get("amz-sdk-request"), Some("attempt=1; max=1"));
    assert!(headers.contains_key("amz-sdk-invocation-id"));
}

#[test]
fn an_output_has_members_and_request_id() {
    let replay = Replay::new([(200, ONE_THING)]);
    let output = block_on(replay.client().list_things().thing_id("1").send()).unwrap();
    assert_eq!(output.things().len(), 1);
    assert_eq!(output.things()[0].name(), "wheel");
    assert_eq!(output.things()[0].kind(), Some(&ThingKind::Part));
    assert!(output.applied_filter().unwrap().is_name());
    assert_eq!(output.next_token(), None);
    assert_eq!(output.request_id(), Some("id-1"));
}

#[test]
fn a_missing_or_empty_label_fails_before_anything_is_sent() {
    let replay = Replay::new([]);
    for thing_id in [None, Some(String::new())] {
        let call = replay.client().list_things().set_thing_id(thing_id);
        let error = block_on(call.send()).unwrap_err();
        assert!(matches!(error, SdkError::ConstructionFailure(_)));
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains("cannot be empty or unset"), "{text}");
        assert!(text.contains("thing_id"), "{text}");
    }
    assert!(replay.requests().is_empty());
}

#[test]
fn futures_are_send_and_static() {
    fn check<T: Send + 'static>(_: T) {}
    let client = Replay::default().client();
    check(client.list_things().send());
    check(client.list_things().customize().send());
    check(client.list_things().into_paginator().send());
    check(client.list_things().into_paginator().items().send());
}

#[derive(Clone, Debug, Default)]
struct Record(Arc<Mutex<Vec<&'static str>>>);

impl Intercept for Record {
    fn name(&self) -> &'static str {
        "Record"
    }

    fn read_before_transmit(
        &self,
        _: &BeforeTransmitInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        self.0.lock().unwrap().push("transmit");
        Ok(())
    }
}

#[test]
fn customizing_changes_the_request() {
    let replay = Replay::new([(200, "{}")]);
    let record = Record::default();
    let call = replay.client().list_things().thing_id("1").customize();
    let call = call
        .interceptor(record.clone())
        .mutate_request(|request| {
            request.headers_mut().insert("x-mutated", "yes");
        })
        .map_request(|mut request| {
            request.headers_mut().insert("x-mapped", "yes");
            Ok::<_, std::io::Error>(request)
        });
    block_on(call.send()).unwrap();

    let request = replay.requests().remove(0);
    assert_eq!(request.headers().get("x-mutated"), Some("yes"));
    assert_eq!(request.headers().get("x-mapped"), Some("yes"));
    assert_eq!(*record.0.lock().unwrap(), ["transmit"]);
}

#[test]
fn a_config_override_wins_over_the_client() {
    let replay = Replay::new([(200, "{}"), (200, "{}")]);
    let client = replay.client();
    let config = Config::builder()
        .region(Region::from_static("us-west-2"))
        .credentials_provider(Credentials::new("other", "secret", None, None, "test"));
    let call = client.list_things().thing_id("1").customize();
    block_on(call.config_override(config).send()).unwrap();
    block_on(client.list_things().thing_id("1").send()).unwrap();

    let requests = replay.requests();
    let [overridden, usual] = requests.as_slice() else {
        panic!("two requests");
    };
    assert!(overridden.uri().contains("things.us-west-2."));
    let authorization = overridden.headers().get("authorization").unwrap();
    assert!(authorization.contains("Credential=other/"));
    assert!(authorization.contains("/us-west-2/things/"));
    assert!(usual.uri().contains("things.eu-central-1."));
}

#[test]
fn an_input_builder_sends_by_a_client() {
    let replay = Replay::new([(200, "{}")]);
    let client = replay.client();
    let input = crate::operation::list_things::ListThingsInput::builder().thing_id("1");
    block_on(input.send_with(&client)).unwrap();
    assert_eq!(replay.bodies(), ["{}"]);
}

#[test]
fn throttling_is_retried_with_the_same_invocation_id() {
    let throttled = r#"{"__type":"ThrottlingException","message":"slow down"}"#;
    let replay = Replay::new([(400, throttled), (200, "{}")]);
    let backoff = Duration::from_millis(1);
    let retries = RetryConfig::standard().with_initial_backoff(backoff);
    let config = replay.config().retry_config(retries);
    let client = Client::from_conf(config.sleep_impl(TokioSleep::new()).build());
    block_on(client.list_things().thing_id("1").send()).unwrap();
    let requests = replay.requests();
    let id = |index: usize| requests[index].headers().get("amz-sdk-invocation-id");
    assert_eq!(requests.len(), 2);
    assert_eq!(id(0), id(1));
}

#[test]
#[should_panic(expected = "A behavior major version must be set")]
fn a_client_needs_a_behavior_version() {
    Client::from_conf(Config::builder().build());
}
