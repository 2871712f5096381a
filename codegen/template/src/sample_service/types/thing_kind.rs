//! Defines the enum `ThingKind`.

/// The kind of a thing.
///
/// The service may add values at any time, so always include a wildcard arm;
/// [`as_str`](Self::as_str) returns the raw value.
#[non_exhaustive]
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ThingKind {
    /// A part of another thing.
    Part,
    /// A thing of its own.
    Whole,
    /// A value that this crate doesn't know.
    #[deprecated(note = "match unknown values with a wildcard")]
    Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue),
}

impl ThingKind {
    /// Returns the value that the service uses.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Part => "PART",
            Self::Whole => "WHOLE",
            Self::Unknown(value) => &value.0,
        }
    }

    /// Returns all values that this crate knows.
    pub const fn values() -> &'static [&'static str] {
        &["PART", "WHOLE"]
    }

    /// Converts a string into a value.
    ///
    /// # Errors
    ///
    /// Returns an error if this crate doesn't know the value.
    pub fn try_parse(value: &str) -> Result<Self, crate::error::UnknownVariantError> {
        match <Self as From<&str>>::from(value) {
            Self::Unknown(_) => Err(crate::error::UnknownVariantError { value: value.to_owned() }),
            known => Ok(known),
        }
    }
}

impl From<&str> for ThingKind {
    fn from(value: &str) -> Self {
        match value {
            "PART" => Self::Part,
            "WHOLE" => Self::Whole,
            unknown => {
                Self::Unknown(crate::primitives::sealed_enum_unknown::UnknownVariantValue(unknown.to_owned()))
            }
        }
    }
}

crate::primitives::string_enum::string_enum!(ThingKind);
