//! Query parameters.

use aws_smithy_types::error::operation::BuildError;

use super::text::Text;
use super::{RequestBuilder, encode};

impl RequestBuilder {
    /// Appends a parameter for each value.
    pub(crate) fn query(&mut self, name: &str, values: impl IntoIterator<Item = impl Text>) {
        for value in values {
            match value.text() {
                Ok(text) => {
                    let separator = if self.uri.contains('?') { '&' } else { '?' };
                    self.uri.push(separator);
                    encode::push(&mut self.uri, name, "");
                    self.uri.push('=');
                    encode::push(&mut self.uri, &text, "");
                }
                Err(error) => {
                    self.error.get_or_insert(BuildError::other(error));
                }
            }
        }
    }
}
