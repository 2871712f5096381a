//! Bodies that are CBOR maps.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use super::RequestBuilder;
use crate::cbor::{CborWriter, WriteStructure};

impl RequestBuilder {
    /// Returns the request whose body is this structure.
    pub(crate) fn cbor(self, structure: &impl WriteStructure) -> Result<HttpRequest, BoxError> {
        let mut cbor = CborWriter::new();
        cbor.structure(structure);
        self.payload("application/cbor", cbor.finish()?)
    }
}
