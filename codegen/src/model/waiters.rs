//! Defines the content of the trait `smithy.waiters#waitable`: <https://smithy.io/2.0/additional-specs/waiters.html>.

use serde::{Deserialize, Serialize};

/// A waiter: when the polling of an operation ends, and how often it polls.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Waiter {
    /// Documentation in CommonMark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub documentation: Option<String>,
    /// What the results of a poll lead to. The first acceptor that matches decides.
    pub acceptors: Vec<Acceptor>,
    /// The least number of seconds between two polls.
    #[serde(default = "Waiter::default_min_delay")]
    pub min_delay: u32,
    /// The greatest number of seconds between two polls.
    #[serde(default = "Waiter::default_max_delay")]
    pub max_delay: u32,
    /// Whether the waiter must not be used in new code.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub deprecated: bool,
    /// The tags of the waiter.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
}

impl Waiter {
    fn default_min_delay() -> u32 {
        2
    }

    fn default_max_delay() -> u32 {
        120
    }
}

/// The state that a matching result leads to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct Acceptor {
    /// The state.
    pub state: AcceptorState,
    /// Which results match.
    pub matcher: Matcher,
}

/// The states of a waiter after a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AcceptorState {
    /// Waiting ends.
    Success,
    /// Waiting ends with an error, because the desired state can't be reached.
    Failure,
    /// The operation is polled again.
    Retry,
}

/// Which results match.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Matcher {
    /// A value in the output.
    Output(PathMatcher),
    /// A value in the input or the output.
    InputOutput(PathMatcher),
    /// An error with this name.
    ErrorType(String),
    /// Every output, or every error.
    Success(bool),
}

/// Compares the value that a path leads to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, Serialize)]
pub struct PathMatcher {
    /// The path, a JMESPath expression.
    pub path: String,
    /// The expected value.
    pub expected: String,
    /// How the values are compared.
    pub comparator: PathComparator,
}

/// How the value of a path is compared with the expected one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PathComparator {
    /// The string is the expected one.
    StringEquals,
    /// The boolean is the expected one.
    BooleanEquals,
    /// The list has elements, and all of them are the expected string.
    AllStringEquals,
    /// At least one element of the list is the expected string.
    AnyStringEquals,
}
