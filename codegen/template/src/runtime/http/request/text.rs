//! Values as text, which is how paths, queries and headers have them.

use std::borrow::Cow;

use aws_smithy_types::date_time::DateTimeFormatError;

/// A simple value that can be written as text.
pub(crate) trait Text {
    /// The text, or why there is none.
    fn text(&self) -> Result<Cow<'_, str>, DateTimeFormatError>;
}

/// Strings, enums, and numbers of any size, which are kept as text.
impl<T: AsRef<str>> Text for T {
    fn text(&self) -> Result<Cow<'_, str>, DateTimeFormatError> {
        Ok(Cow::Borrowed(self.as_ref()))
    }
}
