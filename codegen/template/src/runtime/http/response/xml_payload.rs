//! Bodies that are one member in XML.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use crate::xml::{XmlError, XmlReader};

/// Reads the body by `read`, unless it is empty.
pub(crate) fn xml_payload<'a, T>(
    response: &'a HttpResponse,
    read: impl FnOnce(&mut XmlReader<'a>) -> Result<Option<T>, XmlError>,
) -> Result<Option<T>, XmlError> {
    let body = super::body(response);
    if body.is_empty() {
        return Ok(None);
    }
    XmlReader::new(body)?.payload(read)
}
