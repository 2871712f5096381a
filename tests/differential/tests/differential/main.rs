//! Compares `connect-slim` with the official `aws-sdk-connect`: the same inputs, responses and consumer source must give
//! the same results.
//!
//! The files in `consumer` are compiled twice, like those of a consumer who renames the dependency: `super::sdk` is one
//! crate or the other. The tests run both.
//!
//! ```text
//! cargo test -p connect-slim-differential --features official
//! PROPTEST_CASES=100000 cargo test -p connect-slim-differential --features official random_messages
//! ```
#![cfg_attr(
    feature = "official",
    allow(
        clippy::duplicate_mod,
        reason = "the files in `consumer` are compiled once for each crate"
    )
)]

/// Declares modules that need the official crate.
macro_rules! official {
    ($($module:ident)*) => {
        $(#[cfg(feature = "official")] mod $module;)*
    };
}

official! {
    api
    differences
    endpoints
    errors
    harness
    interceptors
    official
    random_messages
    retries
    serde_round_trips
    slim
}

/// Shows in a plain `cargo test` that the comparison was skipped.
#[cfg(not(feature = "official"))]
#[test]
#[ignore = "needs `--features connect-slim-differential/official`, which compiles aws-sdk-connect"]
fn comparison_with_the_official_crate() {
    panic!("compiled without the feature `official`");
}
