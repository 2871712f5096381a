//! Bodies that are the XML element of a member.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use crate::xml::{ReadStructure, XmlError, XmlReader};

/// Reads the outermost element into `builder` as one of its members; an empty body has none.
pub(crate) fn read_xml_member<B: ReadStructure>(
    response: &HttpResponse,
    builder: &mut B,
) -> Result<(), XmlError> {
    XmlReader::new(super::body(response))?.read_member_into(builder)
}
