//! Writes blobs as text in base64.

use aws_smithy_types::{Blob, base64};

use super::XmlWriter;

impl XmlWriter {
    /// Writes a blob in base64.
    pub(crate) fn blob(&mut self, value: &Blob) {
        self.text(&base64::encode(value));
    }
}
