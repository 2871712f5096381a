//! The error of a header that can't be read.

use aws_smithy_runtime_api::box_error::BoxError;

/// The value of the header `name` isn't what the model says.
pub(super) fn invalid(name: &str, error: impl Into<BoxError>) -> BoxError {
    format!("failed to read the header `{name}`: {}", error.into()).into()
}
