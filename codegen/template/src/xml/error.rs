//! The error of reading XML: what was expected at which byte of the body, and what was found.

use std::{error::Error, fmt};

/// The result of reading a value, which is `None` for a value that is left out.
pub(super) type Read<T> = Result<Option<T>, XmlError>;

/// A body, or a part of it, that isn't the expected XML.
///
/// Boxed, so that the result of reading a value stays as small as the value.
#[derive(Debug)]
pub(crate) struct XmlError(Box<Details>);

#[derive(Debug)]
struct Details {
    offset: usize,
    expected: &'static str,
    found: String,
}

impl XmlError {
    /// Creates the error that there is `found` at the byte `offset` of the body instead of `expected`.
    #[cold]
    pub(super) fn new(offset: usize, expected: &'static str, found: impl Into<String>) -> Self {
        Self(Box::new(Details { offset, expected, found: found.into() }))
    }
}

impl fmt::Display for XmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details { offset, expected, found } = &*self.0;
        write!(f, "invalid XML at byte {offset}: expected {expected}, found {found}")
    }
}

impl Error for XmlError {}
