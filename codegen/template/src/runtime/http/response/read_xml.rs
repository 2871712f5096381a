//! Bodies that are XML elements with members.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use crate::xml::{ReadStructure, XmlError, XmlReader};

/// Reads the members of an element into `builder`; an empty body has none. The element is the outermost one, or the one
/// below it to which `wrappers` lead.
pub(crate) fn read_xml<B: ReadStructure>(
    response: &HttpResponse,
    wrappers: &[&str],
    builder: &mut B,
) -> Result<(), XmlError> {
    XmlReader::new(super::body(response))?.read_members_into(wrappers, builder)
}
