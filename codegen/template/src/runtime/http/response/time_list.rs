//! Headers that hold lists of timestamps, which have commas themselves in one of the formats.

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::{DateTimeParseError, Format};

use super::invalid::invalid;

/// Reads the timestamps of a header, which may occur more than once; none are no list.
pub(crate) fn time_list(
    response: &HttpResponse,
    name: &str,
    format: Format,
) -> Result<Option<Vec<DateTime>>, BoxError> {
    let mut times = Vec::new();
    for value in response.headers().get_all(name) {
        let mut rest = value.trim();
        while !rest.is_empty() {
            let (time, behind) = read_first(rest, format).map_err(|error| invalid(name, error))?;
            times.push(time);
            rest = behind.trim_start();
        }
    }
    Ok((!times.is_empty()).then_some(times))
}

/// The first timestamp of a list, and what is behind its comma.
fn read_first(list: &str, format: Format) -> Result<(DateTime, &str), DateTimeParseError> {
    match (format, list.split_once(',')) {
        // Up to the next `Z` only, which isn't there if a timestamp has an offset.
        (Format::DateTimeWithOffset, Some((first, behind))) => {
            Ok((DateTime::from_str(first.trim_end(), format)?, behind))
        }
        _ => DateTime::read(list, format, ','),
    }
}
