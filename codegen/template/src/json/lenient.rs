//! Reads values that the model doesn't allow, as servers such as moto and LocalStack send them.
//!
//! This module is compiled only with the feature `lenient`. Its functions are called where reading would fail without the
//! feature, so values that the model allows are read in the same way with and without it.

use std::borrow::Cow;

use aws_smithy_types::{DateTime, Number, date_time::Format};

use super::{JsonError, JsonReader, error::Read, number, string::Quoted};

impl<'a> JsonReader<'a> {
    /// Reads a number or a boolean as the text that it has in the body.
    pub(super) fn scalar_as_text(&mut self) -> Read<Cow<'a, str>> {
        let start = self.at;
        self.skip()?;
        Ok(self.text.get(start..self.at).map(Cow::Borrowed))
    }

    /// Reads a string that contains a number, with the cursor at its opening quote.
    pub(super) fn number_in_text(&mut self) -> Result<&'a str, JsonError> {
        let Quoted { raw, offset, .. } = self.quoted()?;
        let text = number::parse(raw).map(|_| raw);
        text.ok_or_else(|| JsonError::new(offset, "a number", raw))
    }

    /// Reads a number as the seconds since 1970, with the cursor at its sign or first digit.
    pub(super) fn number_as_time(&mut self) -> Read<DateTime> {
        let offset = self.at;
        let number = self.number()?;
        let time = from_epoch_seconds(number).map(Some);
        time.ok_or_else(|| JsonError::new(offset, "seconds since 1970", format!("{number:?}")))
    }

    /// Reads a string as a timestamp, with the cursor at its opening quote.
    pub(super) fn text_as_time(&mut self) -> Read<DateTime> {
        let quoted = self.quoted()?;
        let time = time(quoted).map(Some);
        time.ok_or_else(|| JsonError::new(quoted.offset, "a timestamp", quoted.raw))
    }
}

/// Parses a timestamp in any of the formats of Smithy.
pub(super) fn time(quoted: Quoted<'_>) -> Option<DateTime> {
    let text = quoted.unescape().ok()?;
    match number::parse(&text) {
        Some(number) => from_epoch_seconds(number),
        None => date_time(&text).or_else(|| DateTime::from_str(&text, Format::HttpDate).ok()),
    }
}

fn from_epoch_seconds(number: Number) -> Option<DateTime> {
    let seconds = number.to_f64_lossy();
    seconds.is_finite().then(|| DateTime::from_secs_f64(seconds))
}

/// Parses a timestamp such as `2026-11-25 12:35:26.123`: a space can replace the `T`, and the time is in UTC without an
/// offset.
fn date_time(text: &str) -> Option<DateTime> {
    let (date, time) = text.split_at_checked("2026-11-25".len())?;
    let time = time.strip_prefix([' ', 'T', 't'])?;
    let zone = if time.contains(['Z', 'z', '+', '-']) { "" } else { "Z" };
    DateTime::from_str(&format!("{date}T{time}{zone}"), Format::DateTimeWithOffset).ok()
}
