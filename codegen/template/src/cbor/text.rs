//! Strings, enums and booleans.

use std::borrow::Cow;

use super::{CborError, CborReader, error::Read, read::Major};

impl<'a> CborReader<'a> {
    /// Reads a string.
    pub(crate) fn string(&mut self) -> Read<String> {
        Ok(self.text_or_null()?.map(Cow::into_owned))
    }

    /// Reads a string into an enum, which has a variant for unknown values.
    pub(crate) fn string_enum<T: for<'s> From<&'s str>>(&mut self) -> Read<T> {
        Ok(self.text_or_null()?.map(|text| T::from(&text)))
    }

    /// Reads a boolean.
    pub(crate) fn boolean(&mut self) -> Read<bool> {
        let value = match self.next_byte() {
            Some(0xf4) => false,
            Some(0xf5) => true,
            _ => return self.null_or("a boolean or null"),
        };
        self.at += 1;
        Ok(Some(value))
    }

    fn text_or_null(&mut self) -> Read<Cow<'a, str>> {
        match self.major() {
            Some(Major::Text) => self.text().map(Some),
            _ => self.null_or("a string or null"),
        }
    }

    /// Reads a string, which has to be next.
    pub(super) fn text(&mut self) -> Result<Cow<'a, str>, CborError> {
        if self.major() != Some(Major::Text) {
            return Err(self.expected("a string"));
        }
        let offset = self.at;
        let invalid = || CborError::new(offset, "a string in UTF-8", "other bytes");
        match self.chunks(Major::Text)? {
            Cow::Borrowed(bytes) => str::from_utf8(bytes).map(Cow::Borrowed).map_err(|_| invalid()),
            Cow::Owned(bytes) => String::from_utf8(bytes).map(Cow::Owned).map_err(|_| invalid()),
        }
    }
}
