//! The constraints of a member's value.

/// The constraints of a member's value, for its documentation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Constraints {
    /// The length of a string, blob, list or map.
    pub length: Option<Bound>,
    /// The range of a number.
    pub range: Option<Bound>,
    /// Whether a list must not contain an item twice.
    pub unique: bool,
    /// The regular expression that a string matches.
    pub pattern: Option<String>,
}

/// A constraint in words, such as `1 to 100 characters`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// The words.
    pub text: String,
    /// The upper bound or, if there is none, the lower bound. Prose that contains it states the constraint already.
    pub limit: String,
}
