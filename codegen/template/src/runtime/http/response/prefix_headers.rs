//! Headers of one prefix, which are the entries of a map.

use std::collections::HashMap;
use std::hash::Hash;

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;

use super::invalid::invalid;

/// Reads all headers of this prefix; their names, without it, are the keys.
pub(crate) fn prefix_headers<K, V>(
    response: &HttpResponse,
    prefix: &str,
) -> Result<Option<HashMap<K, V>>, BoxError>
where
    K: for<'a> From<&'a str> + Eq + Hash,
    V: for<'a> From<&'a str>,
{
    // The names of the headers are in lower case.
    let prefix = prefix.to_ascii_lowercase();
    let mut map = HashMap::new();
    for (name, value) in response.headers() {
        if let Some(key) = name.strip_prefix(&prefix)
            && map.insert(K::from(key), V::from(value.trim())).is_some()
        {
            return Err(invalid(name, "it occurs more than once"));
        }
    }
    Ok(Some(map))
}
