//! The constraints of a member's value.

/// The constraints of a member's value, for its documentation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Constraints {
    /// The length of a string, blob, list or map in words, such as `1 to 100 characters`.
    pub length: Option<String>,
    /// The range of a number in words, such as `1 to 100`.
    pub range: Option<String>,
    /// Whether a list must not contain an item twice.
    pub unique: bool,
    /// The regular expression that a string matches.
    pub pattern: Option<String>,
}
