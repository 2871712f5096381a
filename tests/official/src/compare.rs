//! The same calls through both crates, compared.

mod api;
mod differences;
mod endpoints;
mod errors;
mod interceptors;
mod retries;
mod serde;
mod wire;

use crate::input::Input;
use crate::seen::Seen;
use crate::setup::Setup;
use crate::transport::Answer;
use crate::{official, ours};

/// Two clients of the same setup.
pub(crate) struct Both {
    ours: ours::wire::Caller,
    official: official::wire::Caller,
}

impl Both {
    pub(crate) fn new(setup: &Setup) -> Self {
        Self {
            ours: ours::wire::Caller::new(setup),
            official: official::wire::Caller::new(setup),
        }
    }

    /// Calls both, and asserts that nobody could tell them apart but by what our errors' texts tell beyond the official
    /// ones. Gives what was seen.
    pub(crate) fn same(&self, input: &Input, answers: &[Answer]) -> Seen {
        let ours = self.ours.call(input, answers.to_vec());
        let official = self.official.call(input, answers.to_vec());
        assert_same(ours, official, &(input, answers))
    }

    /// The same with other settings for this call.
    pub(crate) fn same_with(&self, input: &Input, setup: &Setup, answers: &[Answer]) -> Seen {
        let ours = self.ours.call_with(input, setup, answers.to_vec());
        let official = self.official.call_with(input, setup, answers.to_vec());
        assert_same(ours, official, &(input, answers))
    }

    /// Calls both, and gives what was seen of ours and of the official one.
    pub(crate) fn each(&self, input: &Input, answers: &[Answer]) -> (Seen, Seen) {
        (
            self.ours.call(input, answers.to_vec()),
            self.official.call(input, answers.to_vec()),
        )
    }
}

fn assert_same(ours: Seen, official: Seen, case: &dyn std::fmt::Debug) -> Seen {
    let ours = Seen {
        result: ours.result.map_err(|failure| failure.with_official_texts()),
        ..ours
    };
    let (ours, official) = (comparable(ours), comparable(official));
    assert_eq!(ours, official, "left is ours, right the official; {case:?}");
    ours
}

fn comparable(seen: Seen) -> Seen {
    Seen {
        result: seen.result.map_err(|failure| failure.without_wording()),
        ..seen
    }
}
