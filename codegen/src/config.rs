//! Describes what to generate from a model.

/// The crate to generate from a model.
#[derive(Debug, Clone)]
pub struct Config {
    /// The crate's package name, such as `connect-slim`.
    pub package: String,
    /// The crate's version.
    pub version: String,
    /// The operations to generate.
    pub operations: Operations,
    /// Whether the model's conformance cases and endpoint tests become tests of the crate.
    pub protocol_tests: bool,
}

/// A choice of operations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operations {
    /// These operations, by name. One that doesn't exist or isn't supported is an error.
    Named(Vec<String>),
    /// All operations of the service. One that isn't supported is skipped with a warning.
    All,
}
