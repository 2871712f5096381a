//! Where we mean to differ.

use super::Both;
use crate::input::Input;
use crate::seen::Seen;
use crate::setup::Setup;
use crate::transport::Answer;

/// Values nested deeper than 128 levels are an error here; the official reader goes on, as deep as it gets.
#[test]
fn nesting() {
    let both = Both::new(&Setup::once());
    let nested = |depth: usize| {
        let value = "[".repeat(depth) + &"]".repeat(depth);
        Answer::json(200, format!(r#"{{"Unknown":{value}}}"#))
    };
    for input in Input::samples() {
        assert!(both.same(&input, &[nested(126)]).result.is_ok());
        let (ours, official) = both.each(&input, &[nested(200)]);
        assert!(official.result.is_ok());
        let failure = ours.result.expect_err("nested too deep");
        assert!(failure.is_unreadable());
    }
}

/// An unreadable response says so in other words: `source()` of the error is a type of each crate's own.
#[test]
fn words_of_the_reader() {
    let both = Both::new(&Setup::once());
    let (ours, official) = both.each(&Input::samples()[1], &[Answer::json(200, "{")]);
    let (ours, official) = (
        ours.result.expect_err("half a body"),
        official.result.expect_err("the same"),
    );
    assert!(ours.is_unreadable() && official.is_unreadable());
    assert_ne!(ours.sources, official.sources);
    let ours = ours.with_official_texts();
    assert_eq!(ours.without_wording(), official.without_wording());
}

/// The texts of errors go on where the official ones end.
#[test]
fn words_of_errors() {
    let both = Both::new(&Setup::once());
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
        let (ours, official) = both.each(&Input::samples()[1], &[answer]);
        let texts = |seen: Seen| {
            let failure = seen.result.expect_err("status 400");
            [failure.sources[0].clone(), failure.unified.0]
        };
        assert_eq!(texts(official), [text; 2]);
        let ours = texts(ours).map(|ours| ours.strip_prefix(text).map(str::to_owned));
        assert_eq!(ours, [Some(beyond.to_owned()), Some(beyond.to_owned())]);
    }
}
