//! Defines the value of an enum's `Unknown` variant.

use std::fmt;

/// A value that this crate doesn't know. It can be printed but not matched on.
#[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
#[non_exhaustive]
pub struct UnknownVariantValue(pub(crate) String);

impl fmt::Display for UnknownVariantValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
