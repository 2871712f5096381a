//! Bodies that are XML elements.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpRequest;

use super::RequestBuilder;
use crate::xml::{WriteStructure, XmlWriter};

impl RequestBuilder {
    /// Returns the request whose body is this structure, as an element of this name. The declaration of a namespace may
    /// follow the name.
    pub(crate) fn xml(
        self,
        name: &'static str,
        structure: &impl WriteStructure,
    ) -> Result<HttpRequest, BoxError> {
        let mut xml = XmlWriter::new();
        xml.member(name, Some(structure), XmlWriter::structure);
        self.payload("application/xml", xml.finish()?)
    }
}
