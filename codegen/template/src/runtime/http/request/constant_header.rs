//! Headers with the same value in every request.

use super::RequestBuilder;

impl RequestBuilder {
    /// Sets a header.
    pub(crate) fn constant_header(&mut self, name: &'static str, value: &'static str) {
        self.headers.insert(name, value);
    }
}
