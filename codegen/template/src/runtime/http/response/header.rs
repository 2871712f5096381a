//! Headers that hold one value.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use super::invalid::invalid;

/// Reads the value of a header by `parse`.
pub(crate) fn header<T, E: Into<BoxError>>(
    response: &HttpResponse,
    name: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<Option<T>, BoxError> {
    let mut values = response.headers().get_all(name);
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => match parse(value.trim()) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(invalid(name, error)),
        },
        (Some(_), Some(_)) => Err(invalid(name, "it occurs more than once")),
    }
}
