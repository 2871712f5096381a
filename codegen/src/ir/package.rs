//! Defines the package of the crate to be generated.

use crate::config::{Lints, Origin};
use crate::model::DocumentationSource;

/// The package and what its files say about their origin.
#[derive(Debug, Clone)]
pub struct Package {
    /// The package's name, such as `connect-slim`.
    pub name: String,
    /// The package's version.
    pub version: String,
    /// The model file's name, without folders.
    pub model: String,
    /// Whether conformance tests are written.
    pub protocol_tests: bool,
    /// Whether calls are compiled in the crates that make them, because the crate has a whole service, most of whose
    /// operations are never called. Operations that were chosen by name are called, and compiled only once.
    pub inline_calls: bool,
    /// The name of the library in Rust code, if it isn't that of the package.
    pub lib_name: Option<String>,
    /// The license, an SPDX expression.
    pub license: String,
    /// Whose documentation the crate has.
    pub documentation: DocumentationSource,
    /// What the crate does about clippy's lints.
    pub lints: Lints,
    /// Where the model comes from, if that is known.
    pub origin: Option<Origin>,
}

impl Package {
    /// The name of the library in Rust code.
    pub fn lib_name(&self) -> String {
        match &self.lib_name {
            Some(name) => name.clone(),
            None => self.name.replace('-', "_"),
        }
    }
}
