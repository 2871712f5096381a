//! `ThingFilter`.

use super::ThingKind;

/// Which things to list.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum ThingFilter {
    /// Those of this kind.
    Kind(ThingKind),

    /// Those whose name contains this text.
    Name(String),

    /// A variant which is not in the model of this version; it can't be sent.
    #[non_exhaustive]
    Unknown,
}

impl ThingFilter {
    /// The [`Kind`](Self::Kind), or the filter itself if it is another variant.
    pub fn as_kind(&self) -> Result<&ThingKind, &Self> {
        match self {
            Self::Kind(value) => Ok(value),
            other => Err(other),
        }
    }

    /// Whether this is a [`Kind`](Self::Kind).
    pub fn is_kind(&self) -> bool {
        self.as_kind().is_ok()
    }

    /// The [`Name`](Self::Name), or the filter itself if it is another variant.
    pub fn as_name(&self) -> Result<&String, &Self> {
        match self {
            Self::Name(value) => Ok(value),
            other => Err(other),
        }
    }

    /// Whether this is a [`Name`](Self::Name).
    pub fn is_name(&self) -> bool {
        self.as_name().is_ok()
    }

    /// Whether this is a variant which is not in the model of this version.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}
