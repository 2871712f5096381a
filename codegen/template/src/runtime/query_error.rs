//! The codes of errors of services that used to have a Query protocol, which differ from the names of the errors.

use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::error::metadata::Builder;

/// Replaces the code of an error by that of the header `x-amzn-query-error`, which contains `code;type`.
pub(crate) fn replace_code(metadata: Builder, headers: &Headers) -> Builder {
    match headers.get("x-amzn-query-error").and_then(|header| header.split_once(';')) {
        Some((code, kind)) => metadata.code(code).custom("type", kind),
        None => metadata,
    }
}
