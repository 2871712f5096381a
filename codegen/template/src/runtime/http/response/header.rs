//! Headers that hold one value.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use super::invalid::invalid;

/// Reads the value of a header by `parse`. An empty one is no value, as in the official SDK, unless it is a string.
pub(crate) fn header<T, E: Into<BoxError>>(
    response: &HttpResponse,
    name: &str,
    parse: impl Fn(&str) -> Result<T, E>,
) -> Result<Option<T>, BoxError> {
    let is_value = |value: &&str| !value.is_empty() || parse(value).is_ok();
    let mut values = response.headers().get_all(name).map(str::trim).filter(is_value);
    match (values.next(), values.next()) {
        (None, _) => Ok(None),
        (Some(value), None) => match parse(value) {
            Ok(value) => Ok(Some(value)),
            Err(error) => Err(invalid(name, error)),
        },
        (Some(_), Some(_)) => Err(invalid(name, "it occurs more than once")),
    }
}
