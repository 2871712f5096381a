//! One change of the Rust API: what it is, where, and what it means for users.

use std::fmt;

/// What users of a crate have to do about changes; the greatest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// Nothing is different.
    None,
    /// The crate is different, its API isn't.
    Patch,
    /// The API has more in it, or something in it is deprecated.
    Minor,
    /// Code that uses the API may no longer compile.
    Major,
}

impl Verdict {
    /// The word for it.
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

/// What can happen to a part of an API.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// An operation, a type or a member came.
    Added,
    /// An operation, a type or a member went.
    Removed,
    /// It is still there, with another type.
    Type,
    /// It became required or optional, or a builder can fail or no longer can.
    Requiredness,
    /// An enum has one value more.
    EnumValueAdded,
    /// An enum has one value less.
    EnumValueRemoved,
    /// What stands in for a missing value.
    Default,
    /// An operation can fail in one way more.
    ErrorAdded,
    /// An operation can fail in one way less.
    ErrorRemoved,
    /// An operation can be called page by page.
    PaginatorGained,
    /// An operation can no longer be called page by page.
    PaginatorLost,
    /// It is deprecated, or no longer.
    Deprecated,
    /// What is sent, received, retried or logged is different, and no user's code sees it.
    Wire,
}

impl Kind {
    /// The word for it in reports and in JSON.
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
    /// What it means for users.
    pub severity: Verdict,
    /// What was there and what is there now; may be empty.
    pub detail: String,
    /// What the item comes from in the models, made by [`key`]; nothing for the client's configuration.
    pub(super) keys: Vec<String>,
}

impl Item {
    /// Whether a shared type or an error came or went as a whole: a member that leads to it tells of that already.
    pub(super) fn is_whole_type(&self) -> bool {
        let is_whole = matches!(self.kind, Kind::Added | Kind::Removed);
        is_whole
            && self.path.starts_with("types::")
            && self.keys.iter().all(|key| key.ends_with('$'))
    }

    /// The shapes the item comes from, in the old and the new model.
    pub(super) fn shapes(&self) -> impl Iterator<Item = &str> {
        self.keys
            .iter()
            .filter_map(|key| Some(key.split_once('$')?.0))
    }

    /// The member or value the item comes from; empty if it is the shape itself.
    pub(super) fn part(&self) -> &str {
        let last = self.keys.last().and_then(|key| key.split_once('$'));
        last.map_or("", |(_, part)| part)
    }
}

/// What a change is known by on both levels: the shape and, if there is one, its member or value.
pub(super) fn key(shape: &str, part: &str) -> String {
    format!("{shape}${part}")
}

/// The changes of the Rust API as they are found.
#[derive(Debug, Default)]
pub(super) struct Items(pub(super) Vec<Item>);

impl Items {
    /// Notes a change of the item at `path`, which comes from the shapes or members `keys`.
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

/// An item of the crate, and what it comes from.
#[derive(Debug, Clone)]
pub(super) struct Place {
    /// The item's path.
    pub(super) path: String,
    /// The keys of the shapes or members, in the old and the new model.
    pub(super) keys: Vec<String>,
}

impl Place {
    /// The item at `path`, from `keys`.
    pub(super) fn new(path: impl Into<String>, keys: impl IntoIterator<Item = String>) -> Self {
        Self {
            path: path.into(),
            keys: keys.into_iter().collect(),
        }
    }
}
