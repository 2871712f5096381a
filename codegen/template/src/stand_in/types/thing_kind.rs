//! `ThingKind`.

use crate::primitives::sealed_enum_unknown::UnknownVariantValue;
use crate::primitives::string_enum::string_enum;

/// The kind of a thing.
///
/// Match with a wildcard, and on [`as_str`](Self::as_str) for values newer than this crate.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum ThingKind {
    /// A thing of its own.
    Whole,

    /// A part of another thing.
    Part,

    /// A value which is not in the model of this version.
    #[deprecated(note = "match with a wildcard and look at `.as_str()` instead")]
    Unknown(UnknownVariantValue),
}

string_enum! {
    ThingKind {
        Whole = "WHOLE",
        Part = "PART",
    }
}
