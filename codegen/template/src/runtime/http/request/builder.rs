//! The builder of HTTP requests.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::operation::BuildError;

/// Builds a request in the order path, query, headers, body.
///
/// The first error is kept and returned by [`build`](Self::build).
pub(crate) struct RequestBuilder {
    method: &'static str,
    pub(super) uri: String,
    pub(super) headers: Headers,
    pub(super) error: Option<BuildError>,
}

impl RequestBuilder {
    /// Creates a builder for a request with this method and without a URI.
    pub(crate) fn new(method: &'static str) -> Self {
        Self { method, uri: String::new(), headers: Headers::new(), error: None }
    }

    /// Appends a constant piece of the path, or the constant part of the query.
    pub(crate) fn path(&mut self, piece: &'static str) {
        self.uri.push_str(piece);
    }

    /// Returns the request with this body, or the first error.
    pub(crate) fn build(self, body: impl Into<SdkBody>) -> Result<HttpRequest, BoxError> {
        if let Some(error) = self.error {
            return Err(error.into());
        }
        let mut request = HttpRequest::new(body.into());
        request.set_method(self.method)?;
        request.set_uri(self.uri)?;
        *request.headers_mut() = self.headers;
        Ok(request)
    }
}
