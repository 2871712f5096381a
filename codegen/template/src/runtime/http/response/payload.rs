//! Bodies that are one member.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

/// The body, unless it is empty.
pub(crate) fn payload(response: &HttpResponse) -> Option<&[u8]> {
    Some(super::body(response)).filter(|body| !body.is_empty())
}
