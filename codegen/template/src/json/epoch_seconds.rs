//! Timestamps as numbers: the seconds since 1970.

use aws_smithy_types::{DateTime, date_time::Format};

use super::{JsonError, JsonReader, JsonWriter, error::Read};

impl JsonReader<'_> {
    /// Reads a timestamp in seconds since 1970, which goes through `f64` as in the official SDK and so has its rounding.
    pub(crate) fn epoch_seconds(&mut self) -> Read<DateTime> {
        #[cfg(feature = "lenient")]
        if self.peek() == Some(b'"') {
            return self.text_as_time();
        }
        match self.double()? {
            Some(seconds) if !seconds.is_finite() => {
                Err(JsonError::new(self.at, "seconds since 1970", seconds.to_string()))
            }
            seconds => Ok(seconds.map(DateTime::from_secs_f64)),
        }
    }
}

impl JsonWriter {
    /// Writes a timestamp in seconds since 1970.
    pub(crate) fn epoch_seconds(&mut self, value: &DateTime) {
        match value.fmt(Format::EpochSeconds) {
            Ok(seconds) => self.raw(&seconds),
            Err(error) => self.fail(error),
        }
    }
}
