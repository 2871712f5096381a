//! The format of bodies, and where the members of errors are in them.

use aws_smithy_types::error::metadata::Builder;

pub(crate) use crate::json::ReadStructure;
#[cfg(feature = "serde")]
pub(crate) use crate::json::{Members, key, name};

use crate::config::http::HttpResponse;
use crate::error::BoxError;
use crate::runtime::http::response;

/// Reads the code and the message of an error response; each may be missing.
pub(crate) fn error_metadata(response: &HttpResponse) -> Result<Builder, BoxError> {
    let metadata = crate::json::error_metadata(response::body(response), response.headers())?;
    Ok(metadata)
}

/// Reads the members of an error that are in the body into `builder`.
pub(crate) fn read_error<B: ReadStructure>(response: &HttpResponse, builder: &mut B) -> Result<(), BoxError> {
    response::read_json(response, builder)?;
    Ok(())
}
