//! The same calls through two crates: the official `aws-sdk-connect` and our `connect-slim`. What goes in is one input,
//! one response or one consumer's source; what comes out of both has to be equal.
//!
//! The sources under `both/` are compiled twice, as a consumer's are who renames the dependency: `super::sdk` is the one
//! crate or the other. The tests stand in `compare/` and call both.
//!
//! `PROPTEST_CASES=100000 cargo test -p connect-slim-official wire` tries harder than the default.
#![cfg_attr(
    test,
    allow(
        clippy::duplicate_mod,
        reason = "the sources under `both/` are compiled twice; that is the test"
    )
)]

#[cfg(test)]
mod compare;
#[cfg(test)]
mod input;
#[cfg(test)]
mod official;
#[cfg(test)]
mod ours;
#[cfg(test)]
mod response_text;
#[cfg(test)]
mod seen;
#[cfg(test)]
mod setup;
#[cfg(test)]
mod transport;
