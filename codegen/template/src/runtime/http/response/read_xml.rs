//! Bodies that are XML elements with members.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use crate::xml::{ReadStructure, XmlError, XmlReader};

/// Reads the members of an element into `builder`. The names in `path` lead to the element, the outermost one first;
/// without names, it is the outermost one, and an empty body has none.
pub(crate) fn read_xml<B: ReadStructure>(
    response: &HttpResponse,
    path: &[&'static str],
    builder: &mut B,
) -> Result<(), XmlError> {
    XmlReader::new(super::body(response))?.read_members_into(path, builder)
}
