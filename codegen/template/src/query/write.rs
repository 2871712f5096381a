//! The writer: generated types are written as parameters into one growing buffer.

use aws_smithy_types::{error::operation::SerializationError, primitive::Encoder};

/// A structure or a union that can be written as parameters. Implemented by generated code.
pub(crate) trait WriteStructure {
    /// Writes those members that have a value, each with [`QueryWriter::member`].
    fn write_members(&self, query: &mut QueryWriter);
}

/// A variant without a value.
impl WriteStructure for () {
    fn write_members(&self, _: &mut QueryWriter) {}
}

/// Writes parameters one after the other.
///
/// The first error is kept until the [end](QueryWriter::finish), so that writing a value can't fail.
pub(crate) struct QueryWriter {
    out: String,
    /// The name of the parameter that is written next.
    name: String,
    error: Option<SerializationError>,
}

impl QueryWriter {
    /// Creates a writer that has written the names of the operation and of the version of the service.
    pub(crate) fn new(action: &str, version: &str) -> Self {
        let mut writer = Self { out: String::with_capacity(1024), name: String::new(), error: None };
        writer.member("Action", Some(action), Self::string);
        writer.member("Version", Some(version), Self::string);
        writer
    }

    /// Returns what has been written, or the first error.
    pub(crate) fn finish(self) -> Result<String, SerializationError> {
        self.error.map_or(Ok(self.out), Err)
    }

    /// Writes a member, if it has a value.
    pub(crate) fn member<T: ?Sized>(
        &mut self,
        name: &'static str,
        value: Option<&T>,
        write: impl FnOnce(&mut Self, &T),
    ) {
        if let Some(value) = value {
            self.named(name, |query| write(query, value));
        }
    }

    /// Writes the members of a structure or a union.
    pub(crate) fn structure<T: WriteStructure>(&mut self, value: &T) {
        value.write_members(self);
    }

    /// Keeps the error that the union of this name holds a variant that was unknown when this crate was made.
    pub(crate) fn unknown_variant(&mut self, union: &'static str) {
        self.fail(SerializationError::unknown_variant(union));
    }

    /// Writes a string, or an enum as the string it stands for.
    pub(crate) fn string<T: AsRef<str> + ?Sized>(&mut self, value: &T) {
        self.text(value.as_ref());
    }

    /// Writes a boolean.
    pub(crate) fn boolean(&mut self, value: &bool) {
        self.text(if *value { "true" } else { "false" });
    }

    /// Writes a `byte`, `short`, `integer` or `long`.
    pub(crate) fn integer<T: Copy + Into<Encoder>>(&mut self, value: &T) {
        self.text((*value).into().encode());
    }

    /// Writes a `float` or `double`.
    pub(crate) fn double<T: Copy + Into<Encoder>>(&mut self, value: &T) {
        self.text((*value).into().encode());
    }

    /// Adds a segment to the name of the parameters that `write` writes.
    pub(super) fn named(&mut self, segment: &str, write: impl FnOnce(&mut Self)) {
        let length = self.name.len();
        if length > 0 {
            self.name.push('.');
        }
        self.name.push_str(segment);
        write(self);
        self.name.truncate(length);
    }

    /// Writes a parameter whose value is this text.
    pub(super) fn text(&mut self, text: &str) {
        if !self.out.is_empty() {
            self.out.push('&');
        }
        encode(&mut self.out, &self.name);
        self.out.push('=');
        encode(&mut self.out, text);
    }

    pub(super) fn fail(&mut self, error: impl Into<SerializationError>) {
        self.error.get_or_insert(error.into());
    }
}

/// Appends `text`, in which everything but the unreserved characters of RFC 3986 is encoded.
fn encode(out: &mut String, text: &str) {
    const HEX: &[u8; 16] = b"0123456789ABCDEF";
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push(char::from(HEX[usize::from(byte >> 4)]));
            out.push(char::from(HEX[usize::from(byte & 0xF)]));
        }
    }
}
