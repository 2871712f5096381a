//! Bodies that are one member in JSON.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use crate::json::{JsonError, JsonReader};

/// Reads the body by `read`, unless it is empty.
pub(crate) fn json_payload<'a, T>(
    response: &'a HttpResponse,
    read: impl FnOnce(&mut JsonReader<'a>) -> Result<Option<T>, JsonError>,
) -> Result<Option<T>, JsonError> {
    let body = super::body(response);
    if body.is_empty() {
        return Ok(None);
    }
    let mut json = JsonReader::new(body);
    let value = read(&mut json)?;
    json.end()?;
    Ok(value)
}
