//! Tests of the intended differences.

use crate::harness::Clients;
use crate::harness::input::Input;
use crate::harness::observation::Observation;
use crate::harness::setup::Setup;
use crate::harness::transport::Answer;

/// Values nested deeper than 128 levels are an error in our crate. The official reader has no limit.
#[test]
fn deep_nesting_is_an_error() {
    let clients = Clients::new(&Setup::once());
    let nested = |depth: usize| {
        let value = "[".repeat(depth) + &"]".repeat(depth);
        Answer::json(200, format!(r#"{{"Unknown":{value}}}"#))
    };
    for input in Input::samples() {
        assert!(clients.assert_same(&input, &[nested(126)]).result.is_ok());
        let (ours, official) = clients.call(&input, &[nested(200)]);
        assert!(official.result.is_ok());
        let failure = ours.result.expect_err("nested too deep");
        assert!(failure.is_unreadable());
    }
}

/// The error for an unreadable response has different texts, because `source()` is a type of each crate.
#[test]
fn reader_errors_have_other_texts() {
    let clients = Clients::new(&Setup::once());
    let (ours, official) = clients.call(&Input::samples()[1], &[Answer::json(200, "{")]);
    let (ours, official) = (
        ours.result.expect_err("the body is truncated"),
        official.result.expect_err("the body is truncated"),
    );
    assert!(ours.is_unreadable() && official.is_unreadable());
    assert_ne!(ours.sources, official.sources);
    let ours = ours.with_official_texts();
    assert_eq!(ours.without_wording(), official.without_wording());
}

/// The texts of errors begin with the official ones and append the message and the request ID.
#[test]
fn error_texts_append_message_and_request_id() {
    let clients = Clients::new(&Setup::once());
    let table = [
        (
            "ThrottlingException",
            "ThrottlingException: oh",
            " (request ID: 6f2c)",
        ),
        (
            "SomethingNew",
            "unhandled error (SomethingNew)",
            ": oh (request ID: 6f2c)",
        ),
    ];
    for (code, text, beyond) in table {
        let answer = Answer::json(400, format!(r#"{{"__type":"{code}","Message":"oh"}}"#));
        let (ours, official) = clients.call(&Input::samples()[1], &[answer]);
        let texts = |seen: Observation| {
            let failure = seen.result.expect_err("status 400");
            [failure.sources[0].clone(), failure.unified.0]
        };
        assert_eq!(texts(official), [text; 2]);
        let ours = texts(ours).map(|ours| ours.strip_prefix(text).map(str::to_owned));
        assert_eq!(ours, [Some(beyond.to_owned()), Some(beyond.to_owned())]);
    }
}
