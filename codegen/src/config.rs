//! Describes what to generate from a model.

use crate::model::ShapeId;

/// The crate to generate from a model.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Config {
    /// The crate's package name, such as `connect-slim`.
    pub package: String,
    /// The crate's version. [`Config::new`] sets 0.1.0.
    pub version: String,
    /// The service to generate, if the model has several.
    pub service: Option<ShapeId>,
    /// The operations to generate.
    pub operations: Operations,
    /// Whether the model's conformance cases and endpoint tests become tests of the crate.
    pub protocol_tests: bool,
    /// The name of the library in Rust code, if it isn't that of the package.
    pub lib_name: Option<String>,
    /// The license of the crate, an SPDX expression.
    ///
    /// By default it is "Apache-2.0" if the model has AWS's documentation, which is published under that license, and
    /// "MIT OR Apache-2.0" otherwise.
    pub license: Option<String>,
    /// What the crate does about clippy's lints.
    pub lints: Lints,
    /// Where the model comes from, for the package's metadata.
    pub origin: Option<Origin>,
}

impl Config {
    /// Returns the configuration of a crate of version 0.1.0, with the default of every other setting.
    pub fn new(package: impl Into<String>, operations: Operations) -> Self {
        Self {
            package: package.into(),
            version: "0.1.0".to_owned(),
            service: None,
            operations,
            protocol_tests: false,
            lib_name: None,
            license: None,
            lints: Lints::default(),
            origin: None,
        }
    }
}

/// What a crate does about clippy's lints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Lints {
    /// The default lints are checked, and hold.
    #[default]
    Check,
    /// All of clippy's lints are allowed, for workspaces that enable more of them on the command line.
    Allow,
}

/// Where a model comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The botocore version, such as `botocore 1.40.6`, or the name of a file.
    pub name: String,
    /// The SHA-256 of the file, unpacked, in hexadecimal digits.
    pub sha256: String,
}

/// A choice of operations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operations {
    /// These operations, by name. One that doesn't exist or isn't supported is an error.
    Named(Vec<String>),
    /// All operations of the service. One that isn't supported is skipped with a warning.
    All,
}
