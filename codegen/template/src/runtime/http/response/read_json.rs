//! Bodies that are JSON objects.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use crate::json::{JsonError, JsonReader, ReadStructure};

/// Reads the members in the body into `builder`. An empty body has no members.
pub(crate) fn read_json<B: ReadStructure>(response: &HttpResponse, builder: &mut B) -> Result<(), JsonError> {
    JsonReader::new(super::body(response)).read_members_into(builder)
}
