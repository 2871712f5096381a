//! Builder of HTTP requests. Goes in: a method, pieces of a URI, headers, a body; comes out: the
//! request, its endpoint still open.
//!
//! Here is what every request has. Each kind of binding is a file of its own below, of which a
//! crate has those that its operations need.

mod document;
mod encode;
mod header;
mod header_list;
mod host_label;
mod json;
mod label;
mod optional_structure;
mod payload;
mod prefix_headers;
mod primitive;
mod query;
mod query_params;
mod quoted;
mod required;
mod required_length;
mod text;
mod time;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::operation::BuildError;

pub(crate) use host_label::host_label;
pub(crate) use primitive::Primitive;
pub(crate) use quoted::quoted;
pub(crate) use time::Time;

/// A request being built: the path first, then the query, then the headers, then the body.
///
/// The first error is kept until the end, so that binding a value can't fail.
pub(crate) struct RequestBuilder {
    method: &'static str,
    uri: String,
    headers: Headers,
    error: Option<BuildError>,
}

impl RequestBuilder {
    pub(crate) fn new(method: &'static str) -> Self {
        Self { method, uri: String::new(), headers: Headers::new(), error: None }
    }

    /// Appends a constant piece of the path, or the constant part of the query.
    pub(crate) fn path(&mut self, piece: &'static str) {
        self.uri.push_str(piece);
    }

    /// The request with this body, or the first error.
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
