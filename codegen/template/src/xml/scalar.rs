//! Strings, enums, booleans and numbers, all of which are text.

use aws_smithy_types::primitive::Parse;

use super::{XmlError, XmlReader, error::Read};

impl XmlReader<'_> {
    /// Reads a string.
    pub(crate) fn string(&mut self) -> Read<String> {
        Ok(Some(self.text()?.into_owned()))
    }

    /// Reads a string into an enum, which has a variant for unknown values.
    pub(crate) fn string_enum<T: for<'s> From<&'s str>>(&mut self) -> Read<T> {
        Ok(Some(T::from(&*self.text()?)))
    }

    /// Reads a boolean.
    pub(crate) fn boolean(&mut self) -> Read<bool> {
        self.primitive("a boolean")
    }

    /// Reads a `byte`.
    pub(crate) fn byte(&mut self) -> Read<i8> {
        self.primitive("a whole number in the range of its type")
    }

    /// Reads a `short`.
    pub(crate) fn short(&mut self) -> Read<i16> {
        self.primitive("a whole number in the range of its type")
    }

    /// Reads an `integer`.
    pub(crate) fn integer(&mut self) -> Read<i32> {
        self.primitive("a whole number in the range of its type")
    }

    /// Reads a `long`.
    pub(crate) fn long(&mut self) -> Read<i64> {
        self.primitive("a whole number in the range of its type")
    }

    /// Reads a `float`.
    pub(crate) fn float(&mut self) -> Read<f32> {
        self.primitive("a number")
    }

    /// Reads a `double`.
    pub(crate) fn double(&mut self) -> Read<f64> {
        self.primitive("a number")
    }

    fn primitive<T: Parse>(&mut self, expected: &'static str) -> Read<T> {
        self.parse(expected, |text| T::parse_smithy_primitive(text).ok())
    }

    /// Reads a value out of text, without the white space around it.
    pub(super) fn parse<T>(
        &mut self,
        expected: &'static str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Read<T> {
        let offset = self.at;
        let text = self.text()?;
        match parse(text.trim()) {
            Some(value) => Ok(Some(value)),
            None => Err(XmlError::new(offset, expected, format!("{text:?}"))),
        }
    }
}
