//! Headers whose text is of a media type, which are in Base64.

use aws_smithy_runtime_api::box_error::BoxError;

/// Decodes the text.
pub(crate) fn base64_text(value: &str) -> Result<String, BoxError> {
    Ok(String::from_utf8(aws_smithy_types::base64::decode(value)?)?)
}
