//! Reads the code and the message of an error response from its body and headers.

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::error::metadata::{Builder, ErrorMetadata};

use super::{JsonError, JsonReader};

/// Reads the code and the message of an error response; either can be missing.
pub(crate) fn error_metadata(body: &[u8], headers: &Headers) -> Result<Builder, JsonError> {
    let body = ErrorBody::read(JsonReader::new(body))?;
    let code = body.code.or(body.kind);
    let mut metadata = ErrorMetadata::builder();
    if let Some(code) = headers.get("x-amzn-errortype").or(code.as_deref()) {
        metadata = metadata.code(bare_code(code));
    }
    if let Some(message) = body.message {
        metadata = metadata.message(message);
    }
    Ok(metadata)
}

#[derive(Default)]
struct ErrorBody {
    code: Option<String>,
    kind: Option<String>,
    message: Option<String>,
}

impl ErrorBody {
    /// Reads the strings of the outermost object. A body that begins with anything else contains nothing.
    fn read(mut json: JsonReader<'_>) -> Result<Self, JsonError> {
        let mut body = Self::default();
        match json.peek() {
            Some(b'{') => {}
            Some(b'[') | None => return Ok(body),
            Some(_) => return json.skip().map(|()| body),
        }
        json.each(b'{', |json| {
            match (json.key()?.raw, json.peek()) {
                ("code", Some(b'"')) => body.code = json.string()?,
                ("__type", Some(b'"')) => body.kind = json.string()?,
                ("message" | "Message" | "errorMessage", Some(b'"')) => body.message = json.string()?,
                _ => json.skip()?,
            }
            Ok(())
        })?;
        json.end()?;
        Ok(body)
    }
}

/// Returns the code `Code` of `namespace#Code:http://…`.
fn bare_code(code: &str) -> &str {
    let code = code.split_once(':').map_or(code, |(code, _)| code);
    code.split_once('#').map_or(code, |(_, code)| code)
}
