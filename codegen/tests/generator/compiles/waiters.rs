//! Tests the waiters of the fixture `waiters` against a server that answers with prepared responses. This file becomes a
//! test of the fixture's crate.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::thread;
use std::time::Duration;

use aws_smithy_runtime_api::client::waiters::error::WaiterError;
use fixture_waiters::Client;
use fixture_waiters::client::Waiters;
use fixture_waiters::config::{BehaviorVersion, Config, Credentials, Region};
use fixture_waiters::operation::describe_thing::DescribeThingOutput;

const MINUTE: Duration = Duration::from_secs(60);

const CREATING: (u16, &str) = (200, r#"{"Thing":{"Status":"CREATING"}}"#);
const ACTIVE: (u16, &str) = (200, r#"{"Thing":{"Status":"ACTIVE","Name":"wheel"}}"#);
const NOT_FOUND: (u16, &str) = (404, r#"{"__type":"NotFound"}"#);

/// Returns a client of a server that gives these responses, one per connection.
fn client(responses: &[(u16, &'static str)]) -> Client {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port is free");
    let address = listener.local_addr().expect("the listener has an address");
    let responses = responses.to_vec();
    thread::spawn(move || {
        for (status, body) in responses {
            let (mut stream, _) = listener.accept().expect("a connection");
            let mut request = Vec::new();
            while !is_complete(&request) {
                let mut buffer = [0; 4096];
                let count = stream.read(&mut buffer).expect("a request");
                assert_ne!(count, 0, "the request ends early");
                request.extend_from_slice(&buffer[..count]);
            }
            let length = body.len();
            let head = format!(
                "HTTP/1.1 {status} X\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n"
            );
            stream.write_all(head.as_bytes()).expect("the head is sent");
            stream.write_all(body.as_bytes()).expect("the body is sent");
        }
    });
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("eu-central-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .endpoint_url(format!("http://{address}"))
        .build();
    Client::from_conf(config)
}

/// Whether a request has all its headers, and a body of the length that these declare.
fn is_complete(request: &[u8]) -> bool {
    let text = String::from_utf8_lossy(request).to_lowercase();
    let Some((head, body)) = text.split_once("\r\n\r\n") else {
        return false;
    };
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "));
    body.len() >= length.map_or(0, |length| length.parse().expect("a length"))
}

#[tokio::test]
async fn a_thing_is_created() {
    let client = client(&[NOT_FOUND, CREATING, ACTIVE]);
    let poll = client
        .wait_until_thing_exists()
        .name("wheel")
        .wait(MINUTE)
        .await;
    let output = poll
        .expect("the thing is active")
        .into_result()
        .expect("an output");
    assert_eq!(output.thing().and_then(|thing| thing.name()), Some("wheel"));
}

#[tokio::test]
async fn a_thing_is_broken() {
    let broken = (200, r#"{"Thing":{"Status":"UNKNOWN","Reason":"BROKEN"}}"#);
    let result = client(&[broken])
        .wait_until_thing_exists()
        .name("wheel")
        .wait(MINUTE)
        .await;
    let Err(WaiterError::FailureState(failure)) = result else {
        panic!("{result:?}")
    };
    let output: &DescribeThingOutput = failure.final_poll().as_result().expect("an output");
    assert_eq!(
        output.thing().and_then(|thing| thing.reason()),
        Some("BROKEN")
    );
}

#[tokio::test]
async fn a_thing_is_denied() {
    let denied = (403, r#"{"__type":"Denied"}"#);
    let result = client(&[denied])
        .wait_until_thing_exists()
        .name("wheel")
        .wait(MINUTE)
        .await;
    let Err(WaiterError::FailureState(failure)) = result else {
        panic!("{result:?}")
    };
    assert!(
        failure
            .final_poll()
            .as_result()
            .expect_err("an error")
            .is_denied()
    );
}

#[tokio::test]
async fn a_thing_is_deleted() {
    let client = client(&[ACTIVE, NOT_FOUND]);
    #[allow(deprecated)]
    let waiter = client.wait_until_thing_not_exists();
    let poll = waiter
        .name("wheel")
        .wait(MINUTE)
        .await
        .expect("the thing is not found");
    let error = poll.into_result().expect_err("success is an error");
    assert!(
        error
            .as_service_error()
            .is_some_and(|error| error.is_not_found())
    );
}

#[tokio::test]
async fn waiting_takes_too_long() {
    let client = client(&[CREATING, CREATING]);
    let result = client
        .wait_until_thing_exists()
        .name("wheel")
        .wait(Duration::from_secs(1))
        .await;
    let Err(WaiterError::ExceededMaxWait(exceeded)) = result else {
        panic!("{result:?}")
    };
    assert_eq!(exceeded.poll_count(), 2);
}

#[tokio::test]
async fn the_input_is_compared_with_the_output() {
    let client = client(&[
        ACTIVE,
        (200, r#"{"Thing":{"Status":"ACTIVE","Name":"cog"}}"#),
    ]);
    let poll = client
        .wait_until_thing_renamed()
        .name("cog")
        .wait(MINUTE)
        .await;
    let output = poll
        .expect("the thing has a new name")
        .into_result()
        .expect("an output");
    assert_eq!(output.thing().and_then(|thing| thing.name()), Some("cog"));
}

/// Returns whether the first response is a success for the waiter `GroupsStable`.
async fn are_stable(response: &'static str) -> bool {
    let client = client(&[(200, response)]);
    client
        .wait_until_groups_stable()
        .wait(Duration::ZERO)
        .await
        .is_ok()
}

#[tokio::test]
async fn functions_filters_and_projections_are_those_of_jmespath() {
    let member = r#"{"State":"InService"}"#;
    let stable = [
        r#"{"Groups":[]}"#,
        r#"{"Groups":[{"Members":[],"MinSize":0,"Active":true}]}"#,
        r#"{"Groups":[{"Members":[MEMBER],"MinSize":1,"Active":true}]}"#,
        r#"{"Groups":[{"Members":[{}],"MinSize":9,"Active":true,"Running":3,"Desired":3}]}"#,
    ];
    // Without a list, `length` fails, and so does the whole path.
    let unstable = [
        r#"{}"#,
        r#"{"Groups":[{"MinSize":0,"Active":true}]}"#,
        r#"{"Groups":[{"Members":[MEMBER,{}],"MinSize":2,"Active":true}]}"#,
        r#"{"Groups":[{"Members":[{}],"MinSize":1,"Active":true,"Running":3,"Desired":4}]}"#,
    ];
    for (responses, expected) in [(stable, true), (unstable, false)] {
        for response in responses {
            let response = response.replace("MEMBER", member).leak();
            assert_eq!(are_stable(response).await, expected, "{response}");
        }
    }
}
