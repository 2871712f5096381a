//! Writes values as JSON into one growing buffer.

use std::collections::HashMap;

use aws_smithy_types::{Number, error::operation::SerializationError, primitive::Encoder};

use super::string::plain_len;

/// The initial capacity, which is enough for nearly every request.
const CAPACITY: usize = 4096;

/// The name of a member as written, in quotes and followed by a colon. It must not contain characters that JSON escapes.
macro_rules! key {
    ($name:literal) => {
        concat!("\"", $name, "\":")
    };
}
pub(crate) use key;

/// Returns the name of the member with this key, which [`key!`] made.
pub(crate) fn name(key: &str) -> &str {
    &key[1..key.len() - 2]
}

/// A structure or a union that can be written as a JSON object. Implemented by generated code.
pub(crate) trait WriteStructure {
    /// Writes the members that have a value, each with [`JsonWriter::member`].
    fn write_members(&self, json: &mut JsonWriter);
}

/// A variant without a value.
impl WriteStructure for () {
    fn write_members(&self, _: &mut JsonWriter) {}
}

/// Writes JSON values one after the other.
///
/// The first error is kept until the [end](JsonWriter::finish), so that writing a value can't fail.
pub(crate) struct JsonWriter {
    out: String,
    error: Option<SerializationError>,
}

impl JsonWriter {
    /// Creates a writer with an empty buffer.
    pub(crate) fn new() -> Self {
        Self { out: String::with_capacity(CAPACITY), error: None }
    }

    /// Returns the text, or the first error.
    pub(crate) fn finish(self) -> Result<String, SerializationError> {
        self.error.map_or(Ok(self.out), Err)
    }

    /// Writes an object.
    pub(crate) fn structure<T: WriteStructure + ?Sized>(&mut self, value: &T) {
        self.out.push('{');
        value.write_members(self);
        self.out.push('}');
    }

    /// Writes a member of an object, if it has a value. The key is one that [`key!`] makes.
    #[inline]
    pub(crate) fn member<T: ?Sized>(
        &mut self,
        key: &'static str,
        value: Option<&T>,
        write: impl FnOnce(&mut Self, &T),
    ) {
        if let Some(value) = value {
            self.key(key);
            write(self, value);
        }
    }

    /// Records the error that the union of this name has an unknown variant.
    pub(crate) fn unknown_variant(&mut self, union: &'static str) {
        self.fail(SerializationError::unknown_variant(union));
    }

    /// Writes an array.
    pub(crate) fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.out.push('[');
        for item in items {
            self.comma();
            write(self, item);
        }
        self.out.push(']');
    }

    /// Writes a map as an object, in its own order.
    pub(crate) fn map<K: AsRef<str>, T>(&mut self, map: &HashMap<K, T>, write: impl Fn(&mut Self, &T)) {
        self.out.push('{');
        for (key, value) in map {
            self.comma();
            self.quoted(key.as_ref());
            self.out.push(':');
            write(self, value);
        }
        self.out.push('}');
    }

    /// Writes a string, or the text of an enum.
    pub(crate) fn string<T: AsRef<str> + ?Sized>(&mut self, value: &T) {
        self.quoted(value.as_ref());
    }

    /// Writes a boolean.
    pub(crate) fn boolean(&mut self, value: &bool) {
        self.raw(if *value { "true" } else { "false" });
    }

    /// Writes a `byte`, `short`, `integer` or `long`.
    pub(crate) fn integer<T: Copy + Into<i64>>(&mut self, value: &T) {
        self.number(Number::NegInt((*value).into()));
    }

    /// Writes a `float` or `double`.
    pub(crate) fn double<T: Copy + Into<f64>>(&mut self, value: &T) {
        self.number(Number::Float((*value).into()));
    }

    /// Writes `null`.
    pub(super) fn null(&mut self) {
        self.raw("null");
    }

    /// Writes a number. Values that JSON has no numbers for are written as strings.
    pub(super) fn number(&mut self, value: Number) {
        match value {
            Number::PosInt(value) => self.raw(Encoder::from(value).encode()),
            Number::NegInt(value) => self.raw(Encoder::from(value).encode()),
            Number::Float(value) if value.is_finite() => self.raw(Encoder::from(value).encode()),
            Number::Float(value) => self.quoted(Encoder::from(value).encode()),
        }
    }

    /// Writes text that is already JSON.
    pub(super) fn raw(&mut self, json: &str) {
        self.out.push_str(json);
    }

    /// Writes a comma unless the value is the first one of its array or object.
    fn comma(&mut self) {
        if !matches!(self.out.as_bytes().last(), Some(b'{' | b'[')) {
            self.out.push(',');
        }
    }

    fn key(&mut self, key: &'static str) {
        debug_assert!(key.ends_with("\":"), "{key} isn't made by key!");
        self.comma();
        self.raw(key);
    }

    pub(super) fn quoted(&mut self, text: &str) {
        self.out.push('"');
        match plain_len(text.as_bytes()) {
            plain if plain == text.len() => self.raw(text),
            plain => self.escape(text, plain),
        }
        self.out.push('"');
    }

    /// Writes a text that must be escaped after its beginning `plain`.
    #[cold]
    fn escape(&mut self, text: &str, plain: usize) {
        let (plain, special) = text.split_at(plain);
        self.raw(plain);
        for character in special.chars() {
            match character {
                '"' => self.raw("\\\""),
                '\\' => self.raw("\\\\"),
                '\u{8}' => self.raw("\\b"),
                '\u{c}' => self.raw("\\f"),
                '\n' => self.raw("\\n"),
                '\r' => self.raw("\\r"),
                '\t' => self.raw("\\t"),
                '\0'..='\u{1f}' => self.raw(&format!("\\u{:04x}", u32::from(character))),
                plain => self.out.push(plain),
            }
        }
    }

    pub(super) fn fail(&mut self, error: impl Into<SerializationError>) {
        self.error.get_or_insert(error.into());
    }
}
