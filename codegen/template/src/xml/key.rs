//! The names of members in the lists of generated code.

/// A member's name as it is written, with `@` in front of an attribute.
macro_rules! key {
    ($name:literal) => {
        $name
    };
}
pub(crate) use key;

/// Returns the name of the member with this key, which [`key!`] made.
pub(crate) fn name(key: &str) -> &str {
    key.strip_prefix('@').unwrap_or(key)
}
