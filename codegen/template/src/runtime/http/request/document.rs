//! Bodies that are documents.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;
use aws_smithy_types::Document;

use super::RequestBuilder;
use crate::json::JsonWriter;

impl RequestBuilder {
    /// The request whose body is this document, or nothing.
    pub(crate) fn document(self, document: Option<&Document>) -> Result<HttpRequest, BoxError> {
        let Some(document) = document else {
            return self.payload("application/json", "");
        };
        let mut json = JsonWriter::new();
        json.document(document);
        self.payload("application/json", json.finish()?)
    }
}
