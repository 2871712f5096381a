//! The tables of codegen.toml as they are written.

use std::fmt;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde::de::{Deserializer, Error, SeqAccess, Unexpected, Visitor};
use smithy_slim_codegen as codegen;
use toml::Spanned;

use crate::crate_spec;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct File {
    /// The `[[crate]]` tables.
    #[serde(rename = "crate", default)]
    pub crates: Vec<Spanned<CrateTable>>,
}

/// A `[[crate]]` table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct CrateTable {
    /// The name of the package.
    pub package: Spanned<String>,
    /// The version of the package.
    pub version: Option<Spanned<String>>,
    /// The model: a file, or a botocore folder.
    pub model: Spanned<String>,
    /// The ID or name of the service, if the model has several.
    pub service: Option<String>,
    /// The operations to generate.
    pub operations: Spanned<OperationList>,
    /// The crate's directory.
    pub out: Spanned<String>,
    /// Whether the model's protocol tests become tests of the crate.
    #[serde(default)]
    pub protocol_tests: bool,
    /// Paths in the crate's directory that belong to the user.
    #[serde(default)]
    pub keep: Vec<Spanned<PathBuf>>,
    /// What the crate does about clippy's lints.
    #[serde(default)]
    pub lints: Lints,
    /// The file to add entries to.
    pub changelog: Option<Changelog>,
    /// What to change in Cargo.toml.
    pub manifest: Option<Spanned<toml::Table>>,
}

/// The operations to generate: names, or "all".
#[derive(Debug)]
pub enum OperationList {
    /// These operations.
    Named(Vec<Spanned<String>>),
    /// All operations that are supported.
    All,
}

/// A visitor, because an untagged enum would lose the places of the names.
impl<'de> Deserialize<'de> for OperationList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ListVisitor;

        impl<'de> Visitor<'de> for ListVisitor {
            type Value = OperationList;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list of names, or \"all\"")
            }

            fn visit_str<E: Error>(self, word: &str) -> Result<OperationList, E> {
                match word {
                    "all" => Ok(OperationList::All),
                    other => Err(E::invalid_value(Unexpected::Str(other), &self)),
                }
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<OperationList, A::Error> {
                let mut names = Vec::new();
                while let Some(name) = seq.next_element()? {
                    names.push(name);
                }
                Ok(OperationList::Named(names))
            }
        }

        deserializer.deserialize_any(ListVisitor)
    }
}

/// What the crate does about clippy's lints.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Lints {
    /// Clippy's default lints hold.
    #[default]
    Check,
    /// All of clippy's lints are allowed.
    Allow,
}

impl From<Lints> for codegen::Lints {
    fn from(lints: Lints) -> Self {
        match lints {
            Lints::Check => Self::Check,
            Lints::Allow => Self::Allow,
        }
    }
}

/// The file to add entries to, or `false`.
#[derive(Debug, Clone, Deserialize)]
#[serde(untagged, expecting = "`changelog` is the path of a file, or false")]
pub enum Changelog {
    /// Whether there is one.
    Flag(bool),
    /// The file, relative to codegen.toml.
    File(PathBuf),
}

impl Changelog {
    /// The setting with the path of the file.
    pub fn resolved(self, root: &Path) -> crate_spec::Changelog {
        match self {
            Self::Flag(false) => crate_spec::Changelog::None,
            Self::Flag(true) => crate_spec::Changelog::File(root.join("CHANGELOG.md")),
            Self::File(path) => crate_spec::Changelog::File(root.join(path)),
        }
    }
}
