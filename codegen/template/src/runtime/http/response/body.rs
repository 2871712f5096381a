//! The body of a response.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

/// Returns the loaded body.
pub(crate) fn body(response: &HttpResponse) -> &[u8] {
    response.body().bytes().expect("the orchestrator loads the body unless the output streams")
}
