//! The error of reading JSON: what was expected and found at which byte of the body.

use std::{error::Error, fmt};

/// What reading a value gives: none if it is `null`.
pub(super) type Read<T> = Result<Option<T>, JsonError>;

/// A body, or a part of it, isn't the JSON that was expected.
///
/// Boxed, so that the result of reading a value stays as small as the value.
#[derive(Debug)]
pub(crate) struct JsonError(Box<Details>);

#[derive(Debug)]
struct Details {
    offset: usize,
    expected: &'static str,
    found: String,
    source: Option<Box<dyn Error + Send + Sync>>,
}

impl JsonError {
    /// `found` was read at the byte `offset` of the body, where `expected` should have been.
    #[cold]
    pub(super) fn new(offset: usize, expected: &'static str, found: impl Into<String>) -> Self {
        Self(Box::new(Details { offset, expected, found: found.into(), source: None }))
    }

    /// Adds the reason why what was found isn't what was expected.
    #[cold]
    pub(super) fn because(mut self, source: impl Error + Send + Sync + 'static) -> Self {
        self.0.source = Some(Box::new(source));
        self
    }
}

impl fmt::Display for JsonError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Details { offset, expected, found, .. } = &*self.0;
        write!(f, "invalid JSON at byte {offset}: expected {expected}, found {found}")
    }
}

impl Error for JsonError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&**self.0.source.as_ref()?)
    }
}
