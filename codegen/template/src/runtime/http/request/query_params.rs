//! Maps whose entries are query parameters.

use super::RequestBuilder;
use super::text::Text;

impl RequestBuilder {
    /// Appends the entries of a map, except those whose names are `bound` to members of their own.
    pub(crate) fn query_params<K: AsRef<str>, V: IntoIterator<Item: Text>>(
        &mut self,
        bound: &[&str],
        params: impl IntoIterator<Item = (K, V)>,
    ) {
        for (name, values) in params {
            let name = name.as_ref();
            if !bound.contains(&name) {
                self.query(name, values);
            }
        }
    }
}
