//! Writes timestamps as text.

use aws_smithy_types::{DateTime, date_time::Format};

use super::XmlWriter;

impl XmlWriter {
    /// Writes a timestamp such as `1985-04-12T23:20:50.52Z`.
    pub(crate) fn date_time(&mut self, value: &DateTime) {
        self.time(value, Format::DateTime);
    }

    /// Writes a timestamp such as `Tue, 29 Apr 2014 18:30:38 GMT`.
    pub(crate) fn http_date(&mut self, value: &DateTime) {
        self.time(value, Format::HttpDate);
    }

    /// Writes a timestamp in seconds since 1970.
    pub(crate) fn epoch_seconds(&mut self, value: &DateTime) {
        self.time(value, Format::EpochSeconds);
    }

    fn time(&mut self, value: &DateTime, format: Format) {
        match value.fmt(format) {
            Ok(time) => self.text(&time),
            Err(error) => self.fail(error),
        }
    }
}
