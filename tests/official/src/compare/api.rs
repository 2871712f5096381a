//! One source, two crates: consumers compiled against both see the same.

use crate::{official, ours};

#[test]
fn types() {
    assert_same_log(&ours::consumer::types(), &official::consumer::types(), 300);
}

#[tokio::test(start_paused = true)]
async fn calls() {
    assert_same_log(
        &ours::calls::calls().await,
        &official::calls::calls().await,
        80,
    );
}

#[tokio::test(start_paused = true)]
async fn mocks() {
    assert_same_log(
        &ours::mocks::mocks().await,
        &official::mocks::mocks().await,
        5,
    );
}

#[tokio::test(start_paused = true)]
async fn resolvers() {
    let (ours, official) = (
        ours::resolvers::resolvers(),
        official::resolvers::resolvers(),
    );
    assert_same_log(&ours.await, &official.await, 16);
}

/// Line by line, so that a failure shows the one line that differs. The texts of errors may go on where the official ones
/// end.
fn assert_same_log(ours: &[String], official: &[String], at_least: usize) {
    for (line, (ours, official)) in ours.iter().zip(official).enumerate() {
        let ours = match ours.strip_prefix(official.as_str()) {
            Some(_) if official.starts_with("text: ") => official,
            _ => ours,
        };
        assert_eq!(
            ours, official,
            "line {line}: left is ours, right the official"
        );
    }
    assert_eq!(ours.len(), official.len());
    assert!(ours.len() >= at_least, "{} lines", ours.len());
}
