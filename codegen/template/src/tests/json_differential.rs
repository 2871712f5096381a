//! Tests that the reader returns what the official reader returns for any bytes, and fails when that fails.
//!
//! With the feature `lenient`, the reader can accept what the official reader doesn't. Run more cases with
//! `PROPTEST_CASES=50000 cargo test -p smithy-slim-template json`.

use aws_smithy_runtime_api::http::Headers;
use json_text_cases::{INVALID_PIECES, NUMBERS, PIECES};
use proptest::prelude::*;

use super::{
    json_official,
    json_sample::{self, Group, Metric},
    json_text,
};
use crate::json::{Members, error_metadata, name};

fn assert_same_body(body: &[u8]) -> Result<(), TestCaseError> {
    let (ours, official) = (json_sample::read(body), json_official::read(body));
    let text = String::from_utf8_lossy(body);
    match (ours, official) {
        (Ok(ours), Ok(official)) => prop_assert_eq!(ours, official, "{}", text),
        (Err(_), Err(_)) => {}
        (Ok(_), Err(_)) if cfg!(feature = "lenient") => {}
        (ours, official) => prop_assert!(false, "{text}\nours: {ours:?}\nofficial: {official:?}"),
    }
    Ok(())
}

fn assert_same_error(body: &[u8]) -> Result<(), TestCaseError> {
    let (ours, official) = (error_metadata(body, &Headers::new()), json_official::read_error(body));
    let text = String::from_utf8_lossy(body);
    match (ours, official) {
        (Ok(ours), Ok((code, message))) => {
            let ours = ours.build();
            let bare = code.as_deref().map(|code| {
                let code = &code[..code.find(':').unwrap_or(code.len())];
                &code[code.find('#').map_or(0, |at| at + 1)..]
            });
            prop_assert_eq!(ours.code(), bare, "{}", text);
            prop_assert_eq!(ours.message(), message.as_deref(), "{}", text);
        }
        (Err(_), Err(_)) => {}
        (ours, official) => prop_assert!(false, "{text}\nours: {ours:?}\nofficial: {official:?}"),
    }
    Ok(())
}

proptest! {
    #[test]
    fn bodies(body in json_text::body()) {
        assert_same_body(body.as_bytes())?;
    }

    #[test]
    fn damaged_bodies(body in json_text::damaged(json_text::body())) {
        assert_same_body(&body)?;
    }

    #[test]
    fn random_tokens_are_read_the_same(body in json_text::random_tokens()) {
        assert_same_body(body.as_bytes())?;
    }

    #[test]
    fn random_tokens_are_skipped_the_same(value in json_text::random_tokens()) {
        assert_same_body(format!("{{\"Other\":{value}}}").as_bytes())?;
        assert_same_body(format!("{{\"Extra\":{value}}}").as_bytes())?;
    }

    #[test]
    fn error_bodies(body in json_text::error_body()) {
        assert_same_error(body.as_bytes())?;
    }

    #[test]
    fn damaged_error_bodies(body in json_text::damaged(json_text::error_body())) {
        assert_same_error(&body)?;
    }
}

/// The values that random bodies are made of, each in each member, so that none depends on luck.
#[test]
fn every_sample_in_every_member() {
    let pieces = [PIECES, INVALID_PIECES].concat();
    let strings = pieces.iter().map(|piece| format!("\"{piece}\""));
    let others = [NUMBERS, json_text::TIMES, json_text::BLOBS, &["null", "true", "[]", "{}", "[null]"]];
    let values = others.concat().into_iter().map(String::from);
    for value in strings.chain(values) {
        for member in Group::MEMBERS.iter().map(|key| name(key)).chain(["Other"]) {
            assert_same_body(format!("{{\"{member}\":{value}}}").as_bytes()).expect("the same");
        }
        for variant in Metric::MEMBERS.iter().map(|key| name(key)).chain(["__type", "Other", "\\x"]) {
            let body = format!("{{\"Metric\":{{\"{variant}\":{value}}}}}");
            assert_same_body(body.as_bytes()).expect("the same");
        }
        assert_same_error(value.as_bytes()).expect("the same");
    }
}

/// Half of the random bodies should be valid, or the comparison above says little.
#[test]
fn random_bodies_are_valid_often_enough() {
    use proptest::{strategy::ValueTree, test_runner::TestRunner};
    let mut runner = TestRunner::deterministic();
    let valid = (0..400)
        .map(|_| json_text::body().new_tree(&mut runner).expect("no filters").current())
        .filter(|body| json_sample::read(body).is_ok())
        .count();
    assert!((120..380).contains(&valid), "{valid} of 400");
}
