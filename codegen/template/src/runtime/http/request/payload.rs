//! Bodies, with the headers that describe them.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::body::SdkBody;

use super::RequestBuilder;

impl RequestBuilder {
    /// The request with this body, of this type unless a member says otherwise.
    pub(crate) fn payload(
        mut self,
        content_type: &'static str,
        body: impl Into<SdkBody>,
    ) -> Result<HttpRequest, BoxError> {
        let body = body.into();
        if !self.headers.contains_key("content-type") {
            self.headers.insert("content-type", content_type);
        }
        if let Some(length) = body.content_length()
            && !self.headers.contains_key("content-length")
        {
            self.headers.insert("content-length", length.to_string());
        }
        self.build(body)
    }
}
