//! Waiting: which results end it, and when it gives up.

use std::time::Duration;

use aws_smithy_runtime_api::client::waiters::error::WaiterError;

use super::runtime_support::{Replay, block_on};
use crate::operation::list_things::{ListThings, ListThingsError, ListThingsInput, ListThingsOutput};
use crate::runtime::waiter::{self, AcceptorState, WaitResult};

const NONE: (u16, &str) = (200, r#"{"Things":[]}"#);
const ONE: (u16, &str) = (200, r#"{"Things":[{"Name":"wheel"}]}"#);
const NOT_FOUND: (u16, &str) = (404, r#"{"__type":"ThingNotFoundException"}"#);
const UNMODELED: (u16, &str) = (400, r#"{"__type":"Unmodeled"}"#);

/// Waits until there is one thing. Two things are a failure, and things that aren't found are expected.
fn accept(_input: &ListThingsInput, result: Result<&ListThingsOutput, &ListThingsError>) -> AcceptorState {
    match result.map(|output| output.things().len()) {
        Ok(1) => AcceptorState::Success,
        Ok(2) => AcceptorState::Failure,
        Err(ListThingsError::ThingNotFoundException(_)) => AcceptorState::Retry,
        Ok(_) | Err(_) => AcceptorState::NoAcceptorsMatched,
    }
}

#[allow(clippy::result_large_err, reason = "the error is the one of the runtime")]
fn wait(replay: &Replay, thing_id: Option<&str>, max_wait: Duration) -> WaitResult<ListThings> {
    let client = replay.client();
    let input = ListThingsInput::builder().set_thing_id(thing_id.map(str::to_owned)).build();
    let delays = [Duration::from_secs(1); 2];
    block_on(waiter::wait::<ListThings>(client.handle, input, delays, max_wait, accept))
}

#[test]
fn polls_until_the_desired_state_is_reached() {
    let replay = Replay::new([NOT_FOUND, NONE, ONE]);
    let poll = wait(&replay, Some("1"), Duration::from_secs(60)).unwrap();
    assert_eq!(poll.as_result().unwrap().things()[0].name(), "wheel");
    assert_eq!(replay.requests().len(), 3);
}

#[test]
fn ends_with_an_error_in_the_failure_state() {
    let two = (200, r#"{"Things":[{"Name":"a"},{"Name":"b"}]}"#);
    let result = wait(&Replay::new([two]), Some("1"), Duration::from_secs(60));
    let Err(WaiterError::FailureState(failure)) = result else { panic!("{result:?}") };
    assert_eq!(failure.final_poll().as_result().unwrap().things().len(), 2);
}

#[test]
fn ends_with_an_error_that_no_acceptor_matches() {
    let result = wait(&Replay::new([UNMODELED]), Some("1"), Duration::from_secs(60));
    let Err(WaiterError::OperationFailed(failed)) = result else { panic!("{result:?}") };
    assert_eq!(failed.error().as_service_error().unwrap().meta().code(), Some("Unmodeled"));
    let error = crate::Error::from(WaiterError::<ListThingsOutput, _>::OperationFailed(failed));
    assert!(matches!(error, crate::Error::Unhandled(_)));
    let source = std::error::Error::source(&error).expect("the waiter's error is the source");
    assert_eq!(source.to_string(), "operation failed while waiting");
}

#[test]
fn gives_up_after_the_maximum_duration() {
    let replay = Replay::new([NONE, NONE, NONE]);
    let result = wait(&replay, Some("1"), Duration::from_secs(1));
    let Err(WaiterError::ExceededMaxWait(exceeded)) = result else { panic!("{result:?}") };
    assert_eq!(exceeded.max_wait(), Duration::from_secs(1));
    assert_eq!(replay.requests().len(), 2);
}

#[test]
fn an_input_that_cannot_be_sent_is_an_error() {
    let replay = Replay::new([]);
    let result = wait(&replay, None, Duration::from_secs(60));
    assert!(matches!(result, Err(WaiterError::OperationFailed(_))), "{result:?}");
    assert_eq!(replay.requests().len(), 0);
}

#[test]
fn waiters_are_reported_in_the_user_agent() {
    let replay = Replay::new([ONE]);
    wait(&replay, Some("1"), Duration::from_secs(60)).unwrap();
    let request = replay.requests().remove(0);
    let user_agent = request.headers().get("x-amz-user-agent").unwrap();
    let metrics = user_agent.split(' ').find_map(|part| part.strip_prefix("m/")).unwrap();
    // `B` is the waiter.
    assert!(metrics.split(',').any(|metric| metric == "B"), "{metrics}");
}

#[test]
fn lists_are_compared_as_a_whole_or_by_their_elements() {
    let values = |list: &[&'static str]| Some(list.to_vec());
    assert!(waiter::all_equal(values(&["a", "a"]), "a"));
    assert!(!waiter::all_equal(values(&["a", "b"]), "a"));
    assert!(!waiter::all_equal(values(&[]), "a"));
    assert!(!waiter::all_equal(None, "a"));
    assert!(waiter::any_equals(values(&["b", "a"]), "a"));
    assert!(!waiter::any_equals(values(&["b"]), "a"));
    assert!(!waiter::any_equals(None, "a"));
}
