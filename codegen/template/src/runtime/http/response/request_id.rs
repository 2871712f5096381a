//! The request ID of a response.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_types::request_id::RequestId;

/// Returns the ID that AWS assigned to the request.
pub(crate) fn request_id(response: &HttpResponse) -> Option<String> {
    response.request_id().map(str::to_owned)
}
