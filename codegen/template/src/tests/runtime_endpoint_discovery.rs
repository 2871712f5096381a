//! Endpoint discovery: which endpoint requests are sent to, and when it is replaced.

use std::sync::{Arc, Mutex};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use aws_smithy_async::future::BoxFuture;
use aws_smithy_async::rt::sleep::{AsyncSleep, Sleep};
use aws_smithy_async::time::TimeSource;

use super::runtime_support::{Replay, block_on};
use crate::Client;
use crate::error::BoxError;
use crate::runtime::endpoint_discovery::{Discovered, enable};

/// Returns the token of the next page as an endpoint that is valid for ten minutes.
fn discover(client: Client) -> BoxFuture<'static, Discovered, BoxError> {
    Box::pin(async move {
        let output = client.list_things().thing_id("endpoint").send().await?;
        let address = output.next_token().unwrap_or_default().to_owned();
        Ok(Discovered { address, minutes: 10 })
    })
}

/// A clock that only sleeping advances.
#[derive(Debug, Clone)]
struct Clock(Arc<Mutex<State>>);

#[derive(Debug)]
struct State {
    now: SystemTime,
    /// When the client is dropped.
    end: SystemTime,
    client: Option<Client>,
}

impl Clock {
    /// Creates a clock that drops the client after these minutes.
    fn new(minutes: u64) -> Self {
        let end = UNIX_EPOCH + Duration::from_secs(60 * minutes);
        Self(Arc::new(Mutex::new(State { now: UNIX_EPOCH, end, client: None })))
    }
}

impl TimeSource for Clock {
    fn now(&self) -> SystemTime {
        self.0.lock().unwrap().now
    }
}

impl AsyncSleep for Clock {
    fn sleep(&self, duration: Duration) -> Sleep {
        let mut state = self.0.lock().unwrap();
        state.now += duration;
        let client = if state.now < state.end { None } else { state.client.take() };
        drop(state);
        drop(client);
        Sleep::new(std::future::ready(()))
    }
}

fn hosts(replay: &Replay) -> Vec<String> {
    let requests = replay.requests().into_iter();
    let host = |uri: &str| uri.split('/').nth(2).expect("the URI has a host").to_owned();
    requests.map(|request| host(request.uri())).collect()
}

#[test]
fn requests_are_sent_to_the_discovered_endpoint() {
    let replay = Replay::new([(200, r#"{"NextToken":"cell-1.example.com"}"#), (200, "{}")]);
    let client = block_on(async {
        let config = replay.config().sleep_impl(Clock::new(0));
        let client = Client::from_conf(config.build());
        let (client, _reload) = enable(client, discover).await.unwrap();
        client
    });
    block_on(client.list_things().thing_id("1").send()).unwrap();
    assert_eq!(hosts(&replay), ["things.eu-central-1.amazonaws.com", "cell-1.example.com"]);
}

#[test]
fn a_failed_discovery_is_an_error() {
    let replay = Replay::new([(400, r#"{"__type":"ThingNotFoundException","Message":"no endpoint"}"#)]);
    let client = Client::from_conf(replay.config().sleep_impl(Clock::new(0)).build());
    let error = block_on(enable(client, discover)).unwrap_err();
    assert!(format!("{error:?}").contains("no endpoint"), "{error:?}");
}

/// Runs the task for these minutes, and returns the number of requests.
fn run_task(minutes: u64, responses: &[(u16, &'static str)]) -> usize {
    let replay = Replay::new(responses.iter().copied());
    let clock = Clock::new(minutes);
    block_on(async {
        let config = replay.config().time_source(clock.clone()).sleep_impl(clock.clone());
        let client = Client::from_conf(config.build());
        let (client, reload) = enable(client, discover).await.unwrap();
        clock.0.lock().unwrap().client = Some(client);
        reload.reload_task().await;
    });
    replay.requests().len()
}

#[test]
fn an_endpoint_is_replaced_two_minutes_before_it_expires() {
    let endpoint = (200, r#"{"NextToken":"cell-1.example.com"}"#);
    assert_eq!(run_task(9, &[endpoint; 3]), 1);
    assert_eq!(run_task(10, &[endpoint; 3]), 2);
    assert_eq!(run_task(18, &[endpoint; 3]), 2);
    assert_eq!(run_task(19, &[endpoint; 3]), 3);
}

#[test]
fn an_endpoint_stays_if_it_cannot_be_replaced() {
    let replay = Replay::new([(200, r#"{"NextToken":"cell-1.example.com"}"#), (400, "{}"), (200, "{}")]);
    let client = Client::from_conf(replay.config().sleep_impl(Clock::new(0)).build());
    block_on(async {
        let (client, reload) = enable(client, discover).await.unwrap();
        reload.reload_once().await;
        client.list_things().thing_id("1").send().await.unwrap();
    });
    assert_eq!(hosts(&replay).last().map(String::as_str), Some("cell-1.example.com"));
}
