//! Defines the waiters of an operation.

use super::jmespath::PathValue;
use super::{Docs, RustName};

/// A waiter, which polls an operation until a result ends the waiting.
#[derive(Debug, Clone)]
pub struct Waiter {
    /// The beginning of the names of its types, such as `TableExists`.
    pub name: RustName,
    /// Its module, and the end of the name of its method, such as `table_exists`.
    pub module: RustName,
    /// Its documentation.
    pub docs: Docs,
    /// Whether it must not be used in new code.
    pub deprecated: bool,
    /// The least number of seconds between two polls.
    pub min_delay: u32,
    /// The greatest number of seconds between two polls.
    pub max_delay: u32,
    /// The values of the input and of the output that are compared.
    pub paths: Vec<Path>,
    /// What outputs lead to. The first one that matches decides.
    pub outputs: Vec<OutputAcceptor>,
    /// What all other outputs lead to.
    pub other_outputs: Option<AcceptorState>,
    /// What errors lead to. Each code is listed once.
    pub errors: Vec<ErrorAcceptor>,
    /// What all other errors lead to.
    pub other_errors: Option<AcceptorState>,
}

/// The states of a waiter after a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AcceptorState {
    /// Waiting ends.
    Success,
    /// Waiting ends with an error.
    Failure,
    /// The operation is polled again.
    Retry,
}

/// Outputs that lead to a state: those for which one of the conditions is true.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutputAcceptor {
    /// The conditions.
    pub conditions: Vec<Condition>,
    /// The state.
    pub state: AcceptorState,
}

/// Errors that lead to a state: those with one of the codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorAcceptor {
    /// The codes.
    pub codes: Vec<String>,
    /// The state.
    pub state: AcceptorState,
}

/// A comparison of a value with a constant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Condition {
    /// The index of the value in [`Waiter::paths`].
    pub path: usize,
    /// How it is compared, and with what.
    pub comparison: Comparison,
}

/// How a value is compared, and with what.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Comparison {
    /// The text is this one.
    Text(String),
    /// The boolean is this one.
    Boolean(bool),
    /// The list has elements, and all of them are this text.
    All(String),
    /// At least one element of the list is this text.
    Any(String),
}

/// A value of the input or of the output.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// The path as the model has it.
    pub text: String,
    /// The value that it leads to.
    pub value: PathValue,
}
