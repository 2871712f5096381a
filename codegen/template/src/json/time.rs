//! Timestamps as text.

use aws_smithy_types::{DateTime, date_time::Format};

use super::{JsonError, JsonReader, JsonWriter, error::Read, string::Quoted};

impl JsonReader<'_> {
    /// Reads a timestamp such as `"1985-04-12T23:20:50.52Z"`, or with an offset instead of `Z`.
    pub(crate) fn date_time(&mut self) -> Read<DateTime> {
        self.formatted_time(Format::DateTimeWithOffset)
    }

    /// Reads a timestamp such as `"Tue, 29 Apr 2014 18:30:38 GMT"`.
    pub(crate) fn http_date(&mut self) -> Read<DateTime> {
        self.formatted_time(Format::HttpDate)
    }

    fn formatted_time(&mut self, format: Format) -> Read<DateTime> {
        #[cfg(feature = "lenient")]
        if let Some(b'-' | b'0'..=b'9') = self.peek() {
            return self.number_as_time();
        }
        let Some(quoted) = self.quoted_or_null()? else {
            return Ok(None);
        };
        let Quoted { raw, offset, .. } = quoted;
        let time = DateTime::from_str(raw, format);
        #[cfg(feature = "lenient")]
        let time = time.or_else(|error| super::lenient::time(quoted).ok_or(error));
        time.map(Some).map_err(|error| JsonError::new(offset, "a timestamp", raw).because(error))
    }
}

impl JsonWriter {
    /// Writes a timestamp such as `"1985-04-12T23:20:50.52Z"`.
    pub(crate) fn date_time(&mut self, value: &DateTime) {
        self.formatted_time(value, Format::DateTime);
    }

    /// Writes a timestamp such as `"Tue, 29 Apr 2014 18:30:38 GMT"`.
    pub(crate) fn http_date(&mut self, value: &DateTime) {
        self.formatted_time(value, Format::HttpDate);
    }

    fn formatted_time(&mut self, value: &DateTime, format: Format) {
        match value.fmt(format) {
            Ok(time) => self.quoted(&time),
            Err(error) => self.fail(error),
        }
    }
}
