//! Documents: values of any shape, read and written as they are.

use aws_smithy_types::Document;

use super::{JsonError, JsonReader, JsonWriter, error::Read};

impl JsonReader<'_> {
    /// Reads a value of any shape. `null` is a document too, so there always is one.
    pub(crate) fn document(&mut self) -> Read<Document> {
        let document = match self.peek() {
            Some(b'{') => self.map(Self::document)?.map(Document::Object),
            Some(b'[') => self.list(Self::document)?.map(Document::Array),
            Some(b'"') => self.string()?.map(Document::String),
            Some(b't' | b'f') => self.boolean()?.map(Document::Bool),
            Some(b'-' | b'0'..=b'9') => Some(Document::Number(self.number()?)),
            _ => self.null_or("a value")?,
        };
        Ok(Some(document.unwrap_or(Document::Null)))
    }
}

impl JsonWriter {
    /// Writes a value of any shape.
    pub(crate) fn document(&mut self, value: &Document) {
        match value {
            Document::Object(members) => self.map(members, Self::document),
            Document::Array(items) => self.list(items, Self::document),
            Document::Number(number) => self.number(*number),
            Document::String(text) => self.string(text),
            Document::Bool(value) => self.boolean(value),
            Document::Null => self.null(),
        }
    }
}
