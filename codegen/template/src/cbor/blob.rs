//! Blobs: strings of bytes.

use std::borrow::Cow;

use aws_smithy_types::Blob;

use super::{CborReader, CborWriter, error::Read, read::Major};

impl CborReader<'_> {
    /// Reads a blob.
    pub(crate) fn blob(&mut self) -> Read<Blob> {
        match self.major() {
            Some(Major::Bytes) => Ok(Some(Blob::new(Cow::into_owned(self.chunks(Major::Bytes)?)))),
            _ => self.null_or("a string of bytes or null"),
        }
    }
}

impl CborWriter {
    /// Writes a blob.
    pub(crate) fn blob(&mut self, value: &Blob) {
        self.bytes(Major::Bytes, value.as_ref());
    }
}
