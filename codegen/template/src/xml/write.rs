//! The writer: generated types are written as XML into one growing buffer.

use aws_smithy_types::{error::operation::SerializationError, primitive::Encoder};

/// A structure or a union that can be written as an XML element. Implemented by generated code.
pub(crate) trait WriteStructure {
    /// Writes those members that have a value, the attributes first.
    fn write_members(&self, xml: &mut XmlWriter);
}

/// A variant without a value.
impl WriteStructure for () {
    fn write_members(&self, _: &mut XmlWriter) {}
}

/// Where the next text belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Behind a start tag that isn't ended yet, so that attributes can be added.
    Start,
    /// Between the quotes of an attribute.
    Attribute,
    /// In the content of an element.
    Content,
}

/// Writes XML elements one after the other.
///
/// The first error is kept until the [end](XmlWriter::finish), so that writing a value can't fail.
pub(crate) struct XmlWriter {
    out: String,
    place: Place,
    error: Option<SerializationError>,
}

impl XmlWriter {
    /// Creates a writer that has written nothing.
    pub(crate) fn new() -> Self {
        Self { out: String::with_capacity(1024), place: Place::Content, error: None }
    }

    /// Returns what has been written, or the first error.
    pub(crate) fn finish(self) -> Result<String, SerializationError> {
        self.error.map_or(Ok(self.out), Err)
    }

    /// Writes a member, if it has a value. Its name is followed by the declaration of its namespace if it has one, and
    /// that of an attribute begins with `@`.
    pub(crate) fn member<T: ?Sized>(
        &mut self,
        name: &'static str,
        value: Option<&T>,
        write: impl FnOnce(&mut Self, &T),
    ) {
        let Some(value) = value else { return };
        if let Some(name) = name.strip_prefix('@') {
            self.out.extend([" ", name, "=\""]);
            self.place = Place::Attribute;
            write(self, value);
            self.out.push('"');
            self.place = Place::Start;
            return;
        }
        self.end_start_tag();
        self.out.extend(["<", name]);
        self.place = Place::Start;
        write(self, value);
        self.end_start_tag();
        let (name, _namespace) = name.split_once(' ').unwrap_or((name, ""));
        self.out.extend(["</", name, ">"]);
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

    /// Writes text, in which the characters that mean something else in XML or might be lost are escaped.
    pub(super) fn text(&mut self, text: &str) {
        if self.place == Place::Start {
            self.end_start_tag();
        }
        for character in text.chars() {
            match character {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&apos;"),
                // Readers replace tabs in attributes by spaces: <https://www.w3.org/TR/xml/#AVNormalize>.
                '\t' if self.place == Place::Content => self.out.push(character),
                '\0'..='\u{1f}' | '\u{85}' | '\u{2028}' => {
                    self.out.push_str(&format!("&#x{:X};", u32::from(character)));
                }
                plain => self.out.push(plain),
            }
        }
    }

    pub(super) fn fail(&mut self, error: impl Into<SerializationError>) {
        self.error.get_or_insert(error.into());
    }

    fn end_start_tag(&mut self) {
        if self.place == Place::Start {
            self.out.push('>');
            self.place = Place::Content;
        }
    }
}
