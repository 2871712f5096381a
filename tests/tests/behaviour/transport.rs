//! Tests of failures below HTTP: closed connections and unresponsive servers.

use std::time::{Duration, Instant};

use connect_slim::Client;
use connect_slim::config::timeout::TimeoutConfig;
use connect_slim::error::{DisplayErrorContext, SdkError};
use connect_slim::operation::search_agent_statuses::SearchAgentStatusesError;
use connect_slim_tests::client::{client, config};
use connect_slim_tests::raw::{RawServer, Then};

/// The head of a response with a body of 60 bytes, and the beginning of the body.
const CUT: &str = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 60\r\n\r\n{\"AgentStatuses\":[{";

async fn error(bytes: &str, then: Then) -> SdkError<SearchAgentStatusesError> {
    let server = RawServer::start(bytes, then).await;
    let call = client(server.url()).search_agent_statuses();
    call.send().await.unwrap_err()
}

#[tokio::test]
async fn connection_closed_in_the_body_is_a_response_error() {
    let chunked = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\n{\"Nex";
    for bytes in [CUT, chunked] {
        let error = error(bytes, Then::HangUp).await;
        let SdkError::ResponseError(context) = &error else {
            panic!("{error:?}");
        };
        assert_eq!(context.raw().status().as_u16(), 200);
    }
}

#[tokio::test]
async fn connection_closed_before_the_response_is_a_dispatch_failure() {
    for bytes in [
        "",
        "HTTP/1.1 200 OK\r\ncontent-le",
        "SSH-2.0-OpenSSH\r\n\r\n",
    ] {
        let error = error(bytes, Then::HangUp).await;
        assert!(matches!(error, SdkError::DispatchFailure(_)), "{error:?}");
    }
}

#[tokio::test]
async fn refused_connection_is_a_dispatch_failure() {
    // The port has just been freed.
    let server = RawServer::start("", Then::HangUp).await;
    let url = server.url().to_owned();
    drop(server);
    tokio::task::yield_now().await;
    let call = client(&url).search_agent_statuses();
    let error = call.send().await.unwrap_err();
    let SdkError::DispatchFailure(failure) = &error else {
        panic!("{error:?}");
    };
    assert!(failure.is_io(), "{failure:?}");
}

#[tokio::test]
async fn chunked_bodies_are_read() {
    let bytes = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n\
                 5\r\n{\"Nex\r\n1\r\nt\r\na\r\nToken\":\"a\"\r\n1\r\n}\r\n0\r\n\r\n";
    let server = RawServer::start(bytes, Then::StaySilent).await;
    let call = client(server.url()).search_agent_statuses();
    assert_eq!(call.send().await.unwrap().next_token(), Some("a"));
}

/// Returns the error of a call to a server that sends nothing after `bytes`. Panics if it takes too long.
async fn timeout(bytes: &str, timeouts: TimeoutConfig) -> SdkError<SearchAgentStatusesError> {
    let server = RawServer::start(bytes, Then::StaySilent).await;
    let config = config(server.url())
        .retry_config(connect_slim::config::retry::RetryConfig::disabled())
        .timeout_config(timeouts);
    let started = Instant::now();
    let call = Client::from_conf(config.build()).search_agent_statuses();
    let error = call.send().await.unwrap_err();
    assert!(started.elapsed() < Duration::from_secs(4), "{error:?}");
    error
}

#[tokio::test]
async fn calls_and_attempts_time_out() {
    let soon = Duration::from_millis(100);
    let table = [
        TimeoutConfig::builder().operation_timeout(soon).build(),
        TimeoutConfig::builder()
            .operation_attempt_timeout(soon)
            .build(),
    ];
    for bytes in ["", CUT] {
        for timeouts in &table {
            let error = timeout(bytes, timeouts.clone()).await;
            assert!(matches!(error, SdkError::TimeoutError(_)), "{error:?}");
        }
    }
}

#[tokio::test]
async fn reading_times_out() {
    let soon = Duration::from_millis(100);
    let timeouts = TimeoutConfig::builder().read_timeout(soon).build();
    let error = timeout("", timeouts).await;
    let SdkError::DispatchFailure(failure) = &error else {
        panic!("{error:?}");
    };
    assert!(failure.is_timeout(), "{failure:?}");
    let text = DisplayErrorContext(&error).to_string();
    assert!(text.contains("HTTP read timeout"), "{text}");
}
