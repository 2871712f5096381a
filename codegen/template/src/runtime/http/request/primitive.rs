//! Numbers and booleans as text.

use std::borrow::Cow;

use aws_smithy_types::date_time::DateTimeFormatError;
use aws_smithy_types::primitive::Encoder;

use super::text::Text;

/// A number or a boolean, as `NaN`, `Infinity` or `-Infinity` if it is one of these.
pub(crate) struct Primitive<T>(pub(crate) T);

impl<T: Copy + Into<Encoder>> Text for Primitive<T> {
    fn text(&self) -> Result<Cow<'_, str>, DateTimeFormatError> {
        let mut encoder: Encoder = self.0.into();
        Ok(Cow::Owned(encoder.encode().to_owned()))
    }
}
