//! Runs the same calls through both crates and compares what is observed.

pub(crate) mod input;
pub(crate) mod observation;
pub(crate) mod response_text;
pub(crate) mod setup;
pub(crate) mod transport;

use self::input::Input;
use self::observation::Observation;
use self::setup::Setup;
use self::transport::Answer;
use crate::{official, slim};

/// A client of each crate, with the same setup.
pub(crate) struct Clients {
    ours: slim::caller::Caller,
    official: official::caller::Caller,
}

impl Clients {
    /// Creates both clients.
    pub(crate) fn new(setup: &Setup) -> Self {
        Self {
            ours: slim::caller::Caller::new(setup),
            official: official::caller::Caller::new(setup),
        }
    }

    /// Calls both and asserts that the observations are equal, except for the additions to the texts of our errors.
    /// Returns the observation.
    pub(crate) fn assert_same(&self, input: &Input, answers: &[Answer]) -> Observation {
        let ours = self.ours.call(input, answers.to_vec());
        let official = self.official.call(input, answers.to_vec());
        assert_same(ours, official, &(input, answers))
    }

    /// Does the same as [`assert_same`](Self::assert_same) with other settings for this call.
    pub(crate) fn assert_same_with(&self, input: &Input, setup: &Setup, answers: &[Answer]) -> Observation {
        let ours = self.ours.call_with(input, setup, answers.to_vec());
        let official = self.official.call_with(input, setup, answers.to_vec());
        assert_same(ours, official, &(input, answers))
    }

    /// Calls both and returns the observations of ours and of the official crate.
    pub(crate) fn call(&self, input: &Input, answers: &[Answer]) -> (Observation, Observation) {
        (
            self.ours.call(input, answers.to_vec()),
            self.official.call(input, answers.to_vec()),
        )
    }
}

/// Asserts that two observations are equal, except for the additions to the texts of our errors.
pub(crate) fn assert_same(ours: Observation, official: Observation, case: &dyn std::fmt::Debug) -> Observation {
    let ours = Observation {
        result: ours.result.map_err(|failure| failure.with_official_texts()),
        ..ours
    };
    let (ours, official) = (comparable(ours), comparable(official));
    assert_eq!(ours, official, "left: ours, right: official; {case:?}");
    ours
}

fn comparable(observation: Observation) -> Observation {
    Observation {
        result: observation.result.map_err(|failure| failure.without_wording()),
        ..observation
    }
}
