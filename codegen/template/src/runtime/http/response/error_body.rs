//! Recognizes errors in responses whose status is that of a success.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use crate::xml::XmlReader;

/// Whether the body is an error of S3, which sends the status before it knows the result of a long operation.
pub(crate) fn is_error_body(response: &HttpResponse) -> bool {
    let reader = response.body().bytes().and_then(|body| XmlReader::new(body).ok());
    reader.is_some_and(|mut reader| reader.root_is("Error"))
}
