//! Maps whose entries are headers.

use super::RequestBuilder;

impl RequestBuilder {
    /// Adds the entries of a map, the member `field`, as headers of this prefix. A header that a
    /// member of its own has set stays as it is.
    pub(crate) fn prefix_headers<K: AsRef<str>, V: AsRef<str>>(
        &mut self,
        field: &'static str,
        prefix: &'static str,
        entries: impl IntoIterator<Item = (K, V)>,
    ) {
        for (name, value) in entries {
            let name = format!("{prefix}{}", name.as_ref());
            if !self.headers.contains_key(&name) {
                self.header(field, &name, [value]);
            }
        }
    }
}
