//! Bodies that are form parameters.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use super::RequestBuilder;
use crate::query::{QueryWriter, WriteStructure};

impl RequestBuilder {
    /// Returns the request that calls this operation of a service in this version.
    pub(crate) fn query_body(
        self,
        operation: &str,
        version: &str,
        input: &impl WriteStructure,
    ) -> Result<HttpRequest, BoxError> {
        let mut query = QueryWriter::new(operation, version);
        query.structure(input);
        self.payload("application/x-www-form-urlencoded", query.finish()?)
    }
}
