//! Reads the code and the message that every error response has.

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::error::metadata::{Builder, ErrorMetadata};

use super::{CborError, CborReader, read::Major};

/// Reads the code and the message of an error response; each may be missing.
///
/// The type of the error is in the body only: the header that other protocols use is ignored.
pub(crate) fn error_metadata(body: &[u8], _headers: &Headers) -> Result<Builder, CborError> {
    let mut metadata = ErrorMetadata::builder();
    let mut cbor = CborReader::new(body);
    if cbor.major() != Some(Major::Map) {
        return Ok(metadata);
    }
    cbor.each(Major::Map, |cbor| {
        let key = cbor.text()?;
        match (&*key, cbor.major()) {
            ("__type", Some(Major::Text)) => {
                let code = cbor.text()?;
                metadata = std::mem::take(&mut metadata).code(bare_code(&code));
            }
            ("message" | "Message" | "errorMessage", Some(Major::Text)) => {
                metadata = std::mem::take(&mut metadata).message(cbor.text()?);
            }
            _ => cbor.skip()?,
        }
        Ok(())
    })?;
    Ok(metadata)
}

/// `namespace#Code:http://…` is the code `Code`.
fn bare_code(code: &str) -> &str {
    let code = code.split_once(':').map_or(code, |(code, _)| code);
    code.split_once('#').map_or(code, |(_, code)| code)
}
