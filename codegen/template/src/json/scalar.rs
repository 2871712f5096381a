//! Strings, enums and booleans.

use std::borrow::Cow;

use super::{JsonReader, error::Read, string::Quoted};

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

    #[inline(always)]
    fn text(&mut self) -> Read<Cow<'a, str>> {
        #[cfg(feature = "lenient")]
        if let Some(b't' | b'f' | b'-' | b'0'..=b'9') = self.peek() {
            return self.scalar_as_text();
        }
        self.quoted_or_null()?.map(Quoted::unescape).transpose()
    }

    #[inline(always)]
    pub(super) fn quoted_or_null(&mut self) -> Read<Quoted<'a>> {
        match self.peek() {
            Some(b'"') => self.quoted().map(Some),
            _ => self.null_or("a string or null"),
        }
    }
}
