//! Timestamps: numbers with tag 1, the seconds since 1970.

use aws_smithy_types::{DateTime, Number};

use super::{CborError, CborReader, CborWriter, error::Read, read::Major};

/// The tag of timestamps: <https://www.rfc-editor.org/rfc/rfc8949#section-3.4.2>.
const TAG: u64 = 1;

impl CborReader<'_> {
    /// Reads a timestamp.
    pub(crate) fn epoch_seconds(&mut self) -> Read<DateTime> {
        if self.null() {
            return Ok(None);
        }
        let offset = self.at;
        let invalid = |found: &str| CborError::new(offset, "a timestamp or null", found);
        if self.major() != Some(Major::Tag) || self.head()?.argument != Some(TAG) {
            return Err(invalid("a value without tag 1"));
        }
        match self.number()? {
            Number::Float(seconds) if !seconds.is_finite() => Err(invalid(&seconds.to_string())),
            Number::Float(seconds) => Ok(Some(DateTime::from_secs_f64(seconds))),
            whole => match i64::try_from(whole) {
                Ok(seconds) => Ok(Some(DateTime::from_secs(seconds))),
                Err(_) => Err(invalid("too many seconds")),
            },
        }
    }
}

impl CborWriter {
    /// Writes a timestamp.
    pub(crate) fn epoch_seconds(&mut self, value: &DateTime) {
        self.head(Major::Tag, TAG);
        match value.subsec_nanos() {
            0 => self.integer(&value.secs()),
            _ => self.double(&value.as_secs_f64()),
        }
    }
}
