//! Blobs: bytes as text in base64.

use aws_smithy_types::{Blob, base64};

use super::{XmlReader, error::Read};

impl XmlReader<'_> {
    /// Reads a blob.
    pub(crate) fn blob(&mut self) -> Read<Blob> {
        self.parse("base64", |text| base64::decode(text).ok().map(Blob::new))
    }
}
