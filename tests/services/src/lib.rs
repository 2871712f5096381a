//! Makes the same calls through the official crate of a service and through a generated one, and compares the requests that
//! they send and the values that they read.
//!
//! The files in `comparisons` are compiled against both crates; this library is independent of them. `tests/official.rs`
//! generates the crates, compiles the comparisons and runs them:
//!
//! ```text
//! cargo test -p services-differential -- --ignored sts
//! ```

mod call;
mod debug_text;
mod outcome;
mod setup;
mod stream;
mod transport;
mod values;

use std::fmt;

use similar::TextDiff;

pub use aws_smithy_types::retry::ProvideErrorKind;
pub use call::{Call, Session};
pub use outcome::{CallResult, Failure, text};
pub use serde_json::{Value, json};
pub use setup::{FixedId, FixedTime, SameApi, credentials};
pub use stream::{Length, stream};
pub use transport::Response;
pub use values::{Values, xml_text};

/// How many random inputs each call is made with, each with all responses of the call.
const INPUTS: u64 = 150;

/// How many differences of an operation are printed.
const PRINTED: usize = 3;

/// Asserts that both crates send the same requests and read the same values from the responses, and that each operation
/// has successful and failed calls.
///
/// # Panics
///
/// If a request or what is read from a response differs.
pub fn assert_same(official: &[Call], generated: &[Call]) {
    assert_eq!(official.len(), generated.len());
    let mut is_same = true;
    for (official, generated) in official.iter().zip(generated) {
        let operation = official.operation();
        let comparison = compare(official, generated);
        println!("{operation}: {comparison}");
        let differences = comparison.differences.iter().take(PRINTED);
        differences.for_each(|difference| println!("{difference}"));
        is_same &= comparison.differences.is_empty();
        assert!(
            comparison.requests > 0 && comparison.outputs > 0 && comparison.failures > 0,
            "{operation} isn't covered"
        );
    }
    assert!(is_same, "the crates differ");
}

/// What was compared, and what differs.
#[derive(Debug, Default)]
struct Comparison {
    requests: usize,
    outputs: usize,
    failures: usize,
    differences: Vec<String>,
}

impl fmt::Display for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            requests,
            outputs,
            failures,
            differences,
        } = self;
        let differences = differences.len();
        write!(
            f,
            "{requests} requests, {outputs} outputs, {failures} failures, {differences} differences"
        )
    }
}

fn compare(official: &Call, generated: &Call) -> Comparison {
    let mut comparison = Comparison::default();
    for seed in 0..INPUTS {
        for response in official.responses(seed) {
            let official = official.make(seed, &response);
            let generated = generated.make(seed, &response);
            comparison.requests += official.requests.len();
            match official.result {
                Ok(_) => comparison.outputs += 1,
                Err(_) => comparison.failures += 1,
            }
            let is_same = generated == official
                || (response.can_be_rejected
                    && generated.is_unreadable()
                    && generated.requests == official.requests);
            if !is_same {
                let (official, generated) = (official.to_string(), generated.to_string());
                let diff = TextDiff::from_lines(&official, &generated);
                let diff = diff
                    .unified_diff()
                    .header("official", "generated")
                    .to_string();
                comparison
                    .differences
                    .push(format!("seed {seed}: {response}{diff}"));
            }
        }
    }
    comparison
}
