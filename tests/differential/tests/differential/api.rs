//! Consumer source that is compiled against both crates gives the same results.

use crate::{official, slim};

#[test]
fn types_behave_the_same() {
    assert_same_log(&slim::consumer::types(), &official::consumer::types(), 300);
}

#[tokio::test(start_paused = true)]
async fn clients_behave_the_same() {
    assert_same_log(
        &slim::calls::calls().await,
        &official::calls::calls().await,
        80,
    );
}

#[tokio::test(start_paused = true)]
async fn mocks_behave_the_same() {
    assert_same_log(
        &slim::mocks::mocks().await,
        &official::mocks::mocks().await,
        5,
    );
}

#[tokio::test(start_paused = true)]
async fn resolvers_behave_the_same() {
    let (ours, official) = (
        slim::resolvers::resolvers(),
        official::resolvers::resolvers(),
    );
    assert_same_log(&ours.await, &official.await, 16);
}

/// Compares line by line, so that a failure shows the line that differs. Texts of errors can be longer than the official
/// ones.
fn assert_same_log(ours: &[String], official: &[String], at_least: usize) {
    for (line, (ours, official)) in ours.iter().zip(official).enumerate() {
        let ours = match ours.strip_prefix(official.as_str()) {
            Some(_) if official.starts_with("text: ") => official,
            _ => ours,
        };
        assert_eq!(
            ours, official,
            "line {line}: left: ours, right: official"
        );
    }
    assert_eq!(ours.len(), official.len());
    assert!(ours.len() >= at_least, "{} lines", ours.len());
}
