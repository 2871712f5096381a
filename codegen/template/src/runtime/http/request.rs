//! Builder of HTTP requests. Goes in: a method, pieces of a URI, headers, a body; comes out: the
//! request, its endpoint still open.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_runtime_api::http::Headers;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::error::operation::BuildError;

use super::encode;
use crate::json::{JsonWriter, WriteStructure};

/// A request being built: the path first, then the query, then the body.
pub(crate) struct RequestBuilder {
    method: &'static str,
    uri: String,
    has_query: bool,
    headers: Headers,
}

impl RequestBuilder {
    pub(crate) fn new(method: &'static str) -> Self {
        Self {
            method,
            uri: String::new(),
            has_query: false,
            headers: Headers::new(),
        }
    }

    /// Appends a constant piece of the path.
    pub(crate) fn path(&mut self, piece: &'static str) {
        self.uri.push_str(piece);
    }

    /// Appends the value of a `{Label}`, the member `field` of the input.
    pub(crate) fn label(
        &mut self,
        field: &'static str,
        value: Option<&str>,
    ) -> Result<(), BuildError> {
        encode::push(&mut self.uri, present(field, value)?);
        Ok(())
    }

    /// Appends the value of a `{Label+}`, which may have slashes.
    pub(crate) fn greedy_label(
        &mut self,
        field: &'static str,
        value: Option<&str>,
    ) -> Result<(), BuildError> {
        encode::push_greedy(&mut self.uri, present(field, value)?);
        Ok(())
    }

    /// Appends a parameter to the query, if it has a value.
    pub(crate) fn query(&mut self, name: &'static str, value: Option<&str>) {
        if let Some(value) = value {
            self.uri.push(if self.has_query { '&' } else { '?' });
            self.has_query = true;
            self.uri.push_str(name);
            self.uri.push('=');
            encode::push(&mut self.uri, value);
        }
    }

    /// Builds a request whose body is a JSON document.
    pub(crate) fn json(self, document: &impl WriteStructure) -> Result<HttpRequest, BoxError> {
        let mut json = JsonWriter::new();
        json.structure(document);
        self.json_document(json)
    }

    // Apart from `json`, which is compiled for every type.
    fn json_document(self, json: JsonWriter) -> Result<HttpRequest, BoxError> {
        let document = json.finish()?;
        let length = document.len().to_string();
        let mut request = self.body(SdkBody::from(document))?;
        set_default_header(&mut request, "content-type", "application/json");
        set_default_header(&mut request, "content-length", length);
        Ok(request)
    }

    /// Builds a request without a body.
    pub(crate) fn empty(self) -> Result<HttpRequest, BoxError> {
        self.body(SdkBody::from(""))
    }

    fn body(self, body: SdkBody) -> Result<HttpRequest, BoxError> {
        let mut request = HttpRequest::new(body);
        request.set_method(self.method)?;
        request.set_uri(self.uri)?;
        *request.headers_mut() = self.headers;
        Ok(request)
    }
}

/// An empty label would ask for another path.
fn present<'a>(field: &'static str, value: Option<&'a str>) -> Result<&'a str, BuildError> {
    value
        .filter(|value| !value.is_empty())
        .ok_or_else(|| BuildError::missing_field(field, "cannot be empty or unset"))
}

fn set_default_header(request: &mut HttpRequest, name: &'static str, value: impl Into<String>) {
    if !request.headers().contains_key(name) {
        request.headers_mut().insert(name, value.into());
    }
}
