//! Blobs: bytes as a string in base64.

use aws_smithy_types::{Blob, base64};

use super::{JsonError, JsonReader, JsonWriter, error::Read, string::Quoted};

impl JsonReader<'_> {
    /// Reads a blob, which is a string in base64. Escapes in it aren't undone.
    pub(crate) fn blob(&mut self) -> Read<Blob> {
        let Some(Quoted { raw, offset, .. }) = self.quoted_or_null()? else {
            return Ok(None);
        };
        let decoded = base64::decode(raw).map(|bytes| Some(Blob::new(bytes)));
        decoded.map_err(|error| JsonError::new(offset, "base64", "something else").because(error))
    }
}

impl JsonWriter {
    /// Writes a blob in base64.
    pub(crate) fn blob(&mut self, value: &Blob) {
        self.quoted(&base64::encode(value));
    }
}
