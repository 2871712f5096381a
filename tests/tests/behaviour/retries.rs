//! Tests of retries: which failures are retried, how often, and the headers of the attempts.

use connect_slim::Client;
use connect_slim::config::retry::RetryConfig;
use connect_slim::error::SdkError;
use connect_slim::operation::search_agent_statuses::SearchAgentStatusesError;
use connect_slim_tests::client::{NoSleep, retrying};
use connect_slim_tests::raw::{RawServer, Then};
use connect_slim_tests::server::{Reply, Server};

fn throttled() -> Reply {
    Reply::new(429, r#"{"__type":"ThrottlingException","Message":"slow"}"#)
}

/// The result of a call and its attempts.
struct Outcome {
    result: Result<(), SdkError<SearchAgentStatusesError>>,
    /// The header with the number of the attempt, for each request.
    attempts: Vec<String>,
    invocations: Vec<String>,
    sleeps: usize,
}

/// Calls a server that sends these replies.
async fn call(replies: Vec<Reply>, retry: RetryConfig) -> Outcome {
    let server = Server::with(replies).await;
    let sleep = NoSleep::default();
    let config = retrying(server.url(), &sleep).retry_config(retry);
    let call = Client::from_conf(config.build()).search_agent_statuses();
    let result = call.send().await.map(drop);
    let headers = |name: &str| {
        let requests = server.requests();
        requests.iter().map(|r| r.header(name).to_owned()).collect()
    };
    Outcome {
        result,
        attempts: headers("amz-sdk-request"),
        invocations: headers("amz-sdk-invocation-id"),
        sleeps: sleep.count(),
    }
}

#[tokio::test]
async fn throttled_calls_are_retried() {
    let replies = vec![throttled(), throttled(), Reply::ok("{}")];
    let outcome = call(replies, RetryConfig::standard()).await;
    outcome.result.unwrap();
    assert_eq!(
        outcome.attempts,
        ["attempt=1; max=3", "attempt=2; max=3", "attempt=3; max=3"]
    );
    assert_eq!(outcome.sleeps, 2);
    let first = &outcome.invocations[0];
    assert!(outcome.invocations.iter().all(|id| id == first));
}

#[tokio::test]
async fn transient_failures_are_retried() {
    let table = [
        Reply::new(500, "{}"),
        Reply::new(502, "<html>Bad Gateway</html>"),
        Reply::new(503, ""),
        Reply::new(504, ""),
        Reply::new(500, r#"{"__type":"InternalServiceException"}"#),
        // These codes mean throttling, whatever the status.
        Reply::new(400, r#"{"__type":"ThrottlingException"}"#),
        Reply::new(400, r#"{"__type":"TooManyRequestsException"}"#),
        Reply::new(400, r#"{"__type":"RequestTimeout"}"#),
    ];
    for reply in table {
        let replies = vec![reply.clone(), Reply::ok("{}")];
        let outcome = call(replies, RetryConfig::standard()).await;
        assert!(outcome.result.is_ok(), "{reply:?}");
        assert_eq!(outcome.attempts, ["attempt=1; max=3", "attempt=2; max=3"]);
    }
}

#[tokio::test]
async fn permanent_failures_are_not_retried() {
    let table = [
        Reply::new(400, r#"{"__type":"InvalidParameterException"}"#),
        Reply::new(400, r#"{"__type":"InvalidRequestException"}"#),
        Reply::new(403, r#"{"__type":"AccessDeniedException"}"#),
        Reply::new(404, r#"{"__type":"ResourceNotFoundException"}"#),
        Reply::new(400, r#"{"__type":"NewException"}"#),
        Reply::new(403, "<html>Forbidden</html>"),
        Reply::new(501, "{}"),
        Reply::ok("{"),
    ];
    for reply in table {
        let outcome = call(vec![reply.clone()], RetryConfig::standard()).await;
        assert!(outcome.result.is_err(), "{reply:?}");
        assert_eq!(outcome.attempts, ["attempt=1; max=3"], "{reply:?}");
        assert_eq!(outcome.sleeps, 0);
    }
}

#[tokio::test]
async fn number_of_attempts_is_limited() {
    let replies = vec![throttled(); 5];
    let retry = RetryConfig::standard().with_max_attempts(4);
    let outcome = call(replies, retry).await;
    let error = outcome.result.unwrap_err().into_service_error();
    assert!(error.is_throttling_exception());
    assert_eq!(
        outcome.attempts,
        [
            "attempt=1; max=4",
            "attempt=2; max=4",
            "attempt=3; max=4",
            "attempt=4; max=4"
        ]
    );
    assert_eq!(outcome.sleeps, 3);
}

#[tokio::test]
async fn retries_can_be_disabled() {
    let outcome = call(vec![throttled(); 2], RetryConfig::disabled()).await;
    assert!(outcome.result.is_err());
    assert_eq!(outcome.attempts, ["attempt=1; max=1"]);
}

#[tokio::test]
async fn lost_connections_are_retried() {
    let server = RawServer::start("", Then::HangUp).await;
    let sleep = NoSleep::default();
    let client = Client::from_conf(retrying(server.url(), &sleep).build());
    let error = client.search_agent_statuses().send().await.unwrap_err();
    assert!(matches!(error, SdkError::DispatchFailure(_)), "{error:?}");
    assert_eq!(server.requests(), 3);
    assert_eq!(sleep.count(), 2);
}

#[tokio::test]
async fn paginators_retry_pages() {
    let server = Server::with([
        Reply::ok(r#"{"NextToken":"1"}"#),
        throttled(),
        Reply::ok("{}"),
    ])
    .await;
    let sleep = NoSleep::default();
    let client = Client::from_conf(retrying(server.url(), &sleep).build());
    let pages = client.search_agent_statuses().into_paginator().send();
    assert_eq!(pages.try_collect().await.unwrap().len(), 2);
    let bodies: Vec<_> = server.requests().into_iter().map(|r| r.body).collect();
    assert_eq!(
        bodies,
        ["{}", r#"{"NextToken":"1"}"#, r#"{"NextToken":"1"}"#]
    );
}
