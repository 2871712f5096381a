//! Values that aren't numbers and hold no others: strings and what is written as one, booleans, timestamps.

use std::borrow::Cow;

use aws_smithy_types::{Blob, DateTime, base64, date_time::Format};

use super::{JsonError, JsonReader, error::Read, string::Quoted};

impl<'a> JsonReader<'a> {
    /// Reads a string.
    pub(crate) fn string(&mut self) -> Read<String> {
        Ok(self.text()?.map(Cow::into_owned))
    }

    /// Reads a string into an enum, which has a variant for values that are unknown yet.
    pub(crate) fn string_enum<T: for<'s> From<&'s str>>(&mut self) -> Read<T> {
        Ok(self.text()?.map(|text| T::from(&text)))
    }

    /// Reads a boolean.
    pub(crate) fn boolean(&mut self) -> Read<bool> {
        match self.peek() {
            Some(b't') => self.literal("true").map(|()| Some(true)),
            Some(b'f') => self.literal("false").map(|()| Some(false)),
            _ => self.null_or("a boolean or null"),
        }
    }

    /// Reads a blob, which is a string in base64. Escapes in it aren't undone.
    pub(crate) fn blob(&mut self) -> Read<Blob> {
        let Some(Quoted { raw, offset, .. }) = self.quoted_or_null()? else {
            return Ok(None);
        };
        let decoded = base64::decode(raw).map(|bytes| Some(Blob::new(bytes)));
        decoded.map_err(|error| JsonError::new(offset, "base64", "something else").because(error))
    }

    /// Reads a timestamp in seconds since 1970, which goes through `f64` as in the official SDK and so has its rounding.
    pub(crate) fn epoch_seconds(&mut self) -> Read<DateTime> {
        match self.double()? {
            Some(seconds) if !seconds.is_finite() => {
                Err(JsonError::new(self.at, "seconds since 1970", seconds.to_string()))
            }
            seconds => Ok(seconds.map(DateTime::from_secs_f64)),
        }
    }

    /// Reads a timestamp such as `"1985-04-12T23:20:50.52Z"`, or with an offset instead of `Z`.
    pub(crate) fn date_time(&mut self) -> Read<DateTime> {
        self.formatted_time(Format::DateTimeWithOffset)
    }

    /// Reads a timestamp such as `"Tue, 29 Apr 2014 18:30:38 GMT"`.
    pub(crate) fn http_date(&mut self) -> Read<DateTime> {
        self.formatted_time(Format::HttpDate)
    }

    fn formatted_time(&mut self, format: Format) -> Read<DateTime> {
        let Some(Quoted { raw, offset, .. }) = self.quoted_or_null()? else {
            return Ok(None);
        };
        let time = DateTime::from_str(raw, format).map(Some);
        time.map_err(|error| JsonError::new(offset, "a timestamp", raw).because(error))
    }

    #[inline(always)]
    fn text(&mut self) -> Read<Cow<'a, str>> {
        self.quoted_or_null()?.map(Quoted::unescape).transpose()
    }

    #[inline(always)]
    fn quoted_or_null(&mut self) -> Read<Quoted<'a>> {
        match self.peek() {
            Some(b'"') => self.quoted().map(Some),
            _ => self.null_or("a string or null"),
        }
    }
}
