//! Timestamps as text.

use std::borrow::Cow;

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::{DateTimeFormatError, Format};

use super::text::Text;

/// A timestamp and the format that the model prescribes for its place.
pub(crate) struct Time<'a>(pub(crate) &'a DateTime, pub(crate) Format);

impl Text for Time<'_> {
    fn text(&self) -> Result<Cow<'_, str>, DateTimeFormatError> {
        self.0.fmt(self.1).map(Cow::Owned)
    }
}
