//! Bodies that are CBOR maps.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use crate::cbor::{CborError, CborReader, ReadStructure};

/// Reads the body into `builder`; an empty body has no members.
pub(crate) fn read_cbor<B: ReadStructure>(response: &HttpResponse, builder: &mut B) -> Result<(), CborError> {
    CborReader::new(super::body(response)).read_members_into(builder)
}
