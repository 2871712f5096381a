//! Random inputs give the same requests, and random responses the same outputs and errors.

use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::ValueTree as _;

use crate::harness::Clients;
use crate::harness::input::{self, Input};
use crate::harness::response_text;
use crate::harness::setup::Setup;
use crate::harness::transport::Answer;

/// The number of cases of each test, unless `PROPTEST_CASES` is set.
const CASES: u32 = 2_000;

#[test]
fn random_inputs_give_the_same_requests() {
    let clients = Clients::new(&Setup::once());
    check(input::input(), |input| {
        let seen = clients.assert_same(&input, &[]);
        assert!(seen.requests.len() <= 1);
    });
}

#[test]
fn random_bodies_give_the_same_outputs() {
    let clients = Clients::new(&Setup::once());
    check(output(), |(input, answer)| {
        drop(clients.assert_same(&input, &[answer]))
    });
}

#[test]
fn random_errors_are_read_the_same() {
    let clients = Clients::new(&Setup::once());
    check(error(), |(input, answer)| {
        drop(clients.assert_same(&input, &[answer]))
    });
}

/// The comparisons are only meaningful if most inputs are sent and many bodies can be read.
#[test]
fn random_cases_are_meaningful() {
    let clients = Clients::new(&Setup::once());
    let requests = count(input::input(), |input| {
        clients.assert_same(&input, &[]).requests.len() == 1
    });
    assert!((200..=295).contains(&requests), "{requests} of 300 sent");
    let outputs = count(output(), |(input, answer)| {
        clients.assert_same(&input, &[answer]).result.is_ok()
    });
    assert!((90..=270).contains(&outputs), "{outputs} of 300 read");
    let modeled = count(error(), |(input, answer)| {
        let failure = clients.assert_same(&input, &[answer]).result.err();
        let service = failure.and_then(|failure| failure.service);
        service.is_some_and(|service| service.variant != "other")
    });
    assert!(
        (60..=270).contains(&modeled),
        "{modeled} of 300 modeled errors"
    );
}

/// Runs the test with random cases, and shrinks a failing case.
pub(super) fn check<S: Strategy>(cases: S, test: impl Fn(S::Value)) {
    let mut config = ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    };
    if std::env::var_os("PROPTEST_CASES").is_none() {
        config.cases = CASES;
    }
    let result = proptest::test_runner::TestRunner::new(config).run(&cases, |case| {
        test(case);
        Ok(())
    });
    result.unwrap_or_else(|error| panic!("{error}"));
}

/// Counts the cases that fulfill a condition, of always the same 300 cases.
fn count<S: Strategy>(cases: S, holds: impl Fn(S::Value) -> bool) -> usize {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let case = |_| cases.new_tree(&mut runner).expect("no filters").current();
    (0..300)
        .map(case)
        .filter_map(|case| holds(case).then_some(()))
        .count()
}

/// An operation and a successful response.
fn output() -> impl Strategy<Value = (Input, Answer)> {
    let [metrics, statuses, groups] = Input::samples();
    let body = prop_oneof![
        (
            Just(metrics),
            response_text::body("GetContactMetricsResponse")
        ),
        (
            Just(statuses),
            response_text::body("SearchAgentStatusesResponse")
        ),
        (
            Just(groups),
            response_text::body("SearchUserHierarchyGroupsResponse")
        ),
    ];
    let status = prop_oneof![20 => Just(200), 1 => select(&[201, 202, 204, 206, 299][..])];
    (body, status, headers())
        .prop_map(|((input, body), status, headers)| (input, response(status, headers, body)))
}

/// An operation and an error response.
fn error() -> impl Strategy<Value = (Input, Answer)> {
    let body = prop_oneof![
        1 => response_text::error_body("ThrottlingException"),
        2 => response_text::error_body("InvalidRequestException"),
    ];
    let status = select(
        &[
            400, 400, 400, 403, 404, 429, 500, 503, 301, 304, 100, 199, 600, 999,
        ][..],
    );
    let code = prop::option::weighted(0.3, response_text::code());
    (
        select(Input::samples().to_vec()),
        body,
        status,
        headers(),
        code,
    )
        .prop_map(|(input, body, status, mut headers, code)| {
            headers.extend(code.map(|code| ("x-amzn-errortype", code)));
            (input, response(status, headers, body))
        })
}

/// Request ID headers in all spellings.
fn headers() -> impl Strategy<Value = Vec<(&'static str, String)>> {
    let id = (
        select(&["x-amzn-requestid", "x-amz-request-id", "x-amzn-request-id"][..]),
        "[a-z0-9-]{0,8}",
    );
    prop::collection::vec(id, 0..3)
}

fn response(status: u16, headers: Vec<(&'static str, String)>, body: Vec<u8>) -> Answer {
    Answer::Response {
        status,
        headers,
        body,
    }
}
