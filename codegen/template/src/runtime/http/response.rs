//! What every response may have: a response goes in, its JSON body and request ID come out.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_types::request_id::RequestId;

use crate::json::{JsonError, JsonReader, ReadStructure};

/// Reads the body into `builder`; an empty body has no members.
pub(crate) fn read_json<B: ReadStructure>(
    response: &HttpResponse,
    builder: &mut B,
) -> Result<(), JsonError> {
    JsonReader::new(body(response)).read_members_into(builder)
}

/// The loaded body.
pub(crate) fn body(response: &HttpResponse) -> &[u8] {
    response
        .body()
        .bytes()
        .expect("the orchestrator loads the body unless the output streams")
}

/// The ID by which AWS knows the request.
pub(crate) fn request_id(response: &HttpResponse) -> Option<String> {
    response.request_id().map(str::to_owned)
}
