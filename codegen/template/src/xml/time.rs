//! Timestamps as text.

use aws_smithy_types::{DateTime, date_time::Format};

use super::{XmlReader, error::Read};

impl XmlReader<'_> {
    /// Reads a timestamp such as `1985-04-12T23:20:50.52Z`, or with an offset instead of `Z`.
    pub(crate) fn date_time(&mut self) -> Read<DateTime> {
        self.time(Format::DateTimeWithOffset)
    }

    /// Reads a timestamp such as `Tue, 29 Apr 2014 18:30:38 GMT`.
    pub(crate) fn http_date(&mut self) -> Read<DateTime> {
        self.time(Format::HttpDate)
    }

    /// Reads a timestamp in seconds since 1970.
    pub(crate) fn epoch_seconds(&mut self) -> Read<DateTime> {
        self.time(Format::EpochSeconds)
    }

    fn time(&mut self, format: Format) -> Read<DateTime> {
        self.parse("a timestamp", |text| DateTime::from_str(text, format).ok())
    }
}
