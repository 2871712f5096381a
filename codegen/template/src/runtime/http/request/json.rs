//! Bodies that are JSON objects.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use super::RequestBuilder;
use crate::json::{JsonWriter, WriteStructure};

impl RequestBuilder {
    /// The request whose body is this structure.
    pub(crate) fn json(self, structure: &dyn WriteStructure) -> Result<HttpRequest, BoxError> {
        let mut json = JsonWriter::new();
        json.structure(structure);
        self.payload("application/json", json.finish()?)
    }
}
