//! Headers.

use aws_smithy_types::error::operation::BuildError;

use super::RequestBuilder;
use super::text::Text;

impl RequestBuilder {
    /// Adds a header for each value of the member `field`.
    pub(crate) fn header(
        &mut self,
        field: &'static str,
        name: &str,
        values: impl IntoIterator<Item = impl Text>,
    ) {
        for value in values {
            let error = match value.text() {
                Ok(text) => self.headers.try_append(name.to_owned(), text.into_owned()).err().map(|error| {
                    let details = format!("cannot be used as the header `{name}`: {error}");
                    BuildError::invalid_field(field, details)
                }),
                Err(error) => Some(BuildError::other(error)),
            };
            self.error = self.error.take().or(error);
        }
    }
}
