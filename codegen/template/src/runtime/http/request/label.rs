//! Labels: values that are part of the path.

use aws_smithy_types::error::operation::BuildError;

use super::text::Text;
use super::{RequestBuilder, encode};

impl RequestBuilder {
    /// Appends the value of a label, the member `field` of the input. An empty one would ask for
    /// another path. The characters in `kept` aren't encoded: the slash, if the label is greedy.
    pub(crate) fn label(&mut self, field: &'static str, value: Option<impl Text>, kept: &'static str) {
        match value.as_ref().map(Text::text).transpose() {
            Ok(Some(text)) if !text.is_empty() => encode::push(&mut self.uri, &text, kept),
            Ok(_) => {
                let error = BuildError::missing_field(field, "cannot be empty or unset");
                self.error.get_or_insert(error);
            }
            Err(error) => {
                self.error.get_or_insert(BuildError::other(error));
            }
        }
    }
}
