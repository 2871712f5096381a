//! Defines the union `ThingFilter`.

/// A filter for things.
#[non_exhaustive]
#[derive(Clone, PartialEq, Debug)]
pub enum ThingFilter {
    /// The kind of the things.
    Kind(crate::types::ThingKind),
    /// The text that the names contain.
    Name(String),
    /// A variant that this crate doesn't know. It can be received but not sent.
    #[non_exhaustive]
    Unknown,
}

impl ThingFilter {
    /// The kind of the things.
    ///
    /// # Errors
    ///
    /// Returns the union itself if it is another variant.
    pub fn as_kind(&self) -> Result<&crate::types::ThingKind, &Self> {
        match self {
            Self::Kind(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether this is [`Kind`](Self::Kind).
    pub fn is_kind(&self) -> bool {
        self.as_kind().is_ok()
    }

    /// The text that the names contain.
    ///
    /// # Errors
    ///
    /// Returns the union itself if it is another variant.
    pub fn as_name(&self) -> Result<&String, &Self> {
        match self {
            Self::Name(value) => Ok(value),
            _ => Err(self),
        }
    }

    /// Whether this is [`Name`](Self::Name).
    pub fn is_name(&self) -> bool {
        self.as_name().is_ok()
    }

    /// Whether this crate doesn't know the variant.
    pub fn is_unknown(&self) -> bool {
        matches!(self, Self::Unknown)
    }
}
