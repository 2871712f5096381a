//! Members that a request can't be without.

use aws_smithy_types::error::operation::BuildError;

use super::RequestBuilder;

impl RequestBuilder {
    /// The member `field` of the input must have a value.
    pub(crate) fn required<T>(&mut self, field: &'static str, value: &Option<T>) {
        if value.is_none() {
            let error = BuildError::missing_field(field, "cannot be empty or unset");
            self.error.get_or_insert(error);
        }
    }
}
