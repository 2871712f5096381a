//! Streams that a service takes only if it is told their length beforehand.

use aws_smithy_types::error::operation::BuildError;

use super::RequestBuilder;

impl RequestBuilder {
    /// The stream in the member `field` must have a length.
    pub(crate) fn required_length(&mut self, field: &'static str, length: Option<u64>) {
        if length.is_none() {
            let details = "must be a stream whose length is known, such as one of bytes or of a file";
            self.error.get_or_insert(BuildError::invalid_field(field, details));
        }
    }
}
