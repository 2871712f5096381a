//! Defines a change of the Rust API: its place, its kind and its severity.

use std::fmt;

/// The severity of a change by Cargo's semver rules. The severity of several changes is the greatest one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing changed.
    None,
    /// The crate changed, but its API didn't.
    Patch,
    /// The API has additions or deprecations.
    Minor,
    /// Code that uses the API might no longer compile.
    Major,
}

impl Verdict {
    /// Returns the name in reports and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The kind of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An operation, a type or a member was added.
    Added,
    /// An operation, a type or a member was removed.
    Removed,
    /// The type changed.
    Type,
    /// A member became required or optional, or whether a builder can fail changed.
    Requiredness,
    /// A value was added to an enum.
    EnumValueAdded,
    /// A value was removed from an enum.
    EnumValueRemoved,
    /// The default value changed.
    Default,
    /// An error was added to an operation.
    ErrorAdded,
    /// An error was removed from an operation.
    ErrorRemoved,
    /// A paginator was added to an operation.
    PaginatorGained,
    /// A paginator was removed from an operation.
    PaginatorLost,
    /// The deprecation changed.
    Deprecated,
    /// Something that isn't visible in source code changed: what is sent, received, retried or logged.
    Wire,
}

impl Kind {
    /// Returns the name in reports and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Type => "type-changed",
            Self::Requiredness => "requiredness-changed",
            Self::EnumValueAdded => "enum-value-added",
            Self::EnumValueRemoved => "enum-value-removed",
            Self::Default => "default-changed",
            Self::ErrorAdded => "error-added",
            Self::ErrorRemoved => "error-removed",
            Self::PaginatorGained => "paginator-gained",
            Self::PaginatorLost => "paginator-lost",
            Self::Deprecated => "deprecated",
            Self::Wire => "wire-changed",
        }
    }
}

/// One change of the Rust API.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The path of the item in the crate, such as `types::AgentStatus::name`.
    pub path: String,
    /// What happened to it.
    pub kind: Kind,
    /// The severity for users of the crate.
    pub severity: Verdict,
    /// The old and the new state as text; can be empty.
    pub detail: String,
    /// The shapes or members that the item comes from, as made by [`key`]; empty for the client's configuration.
    pub(super) keys: Vec<String>,
}

impl Item {
    /// Whether a shared type or an error was added or removed as a whole. The members that lead to it are listed as changes.
    pub(super) fn is_whole_type(&self) -> bool {
        let is_whole = matches!(self.kind, Kind::Added | Kind::Removed);
        is_whole
            && self.path.starts_with("types::")
            && self.keys.iter().all(|key| key.ends_with('$'))
    }

    /// Returns the shapes that the item comes from, in the old and the new model.
    pub(super) fn shapes(&self) -> impl Iterator<Item = &str> {
        self.keys
            .iter()
            .filter_map(|key| Some(key.split_once('$')?.0))
    }

    /// Returns the member or value that the item comes from; empty if it is the shape itself.
    pub(super) fn part(&self) -> &str {
        let last = self.keys.last().and_then(|key| key.split_once('$'));
        last.map_or("", |(_, part)| part)
    }
}

/// Makes a key that identifies a shape, or one of its members or values, on both levels.
pub(super) fn key(shape: &str, part: &str) -> String {
    format!("{shape}${part}")
}

/// Collects the changes of the Rust API.
#[derive(Debug, Default)]
pub(super) struct Items(pub(super) Vec<Item>);

impl Items {
    /// Adds a change of the item at this place.
    pub(super) fn push(
        &mut self,
        at: &Place,
        kind: Kind,
        severity: Verdict,
        detail: impl Into<String>,
    ) {
        self.0.push(Item {
            path: at.path.clone(),
            kind,
            severity,
            detail: detail.into(),
            keys: at.keys.clone(),
        });
    }
}

/// The place of an item in the crate, and the shapes or members that it comes from.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The item's path.
    pub(super) path: String,
    /// The keys of the shapes or members, in the old and the new model.
    pub(super) keys: Vec<String>,
}

impl Place {
    /// Creates the place of the item at `path`, which comes from `keys`.
    pub(super) fn new(path: impl Into<String>, keys: impl IntoIterator<Item = String>) -> Self {
        Self {
            path: path.into(),
            keys: keys.into_iter().collect(),
        }
    }
}
