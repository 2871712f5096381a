//! Headers that hold lists.

use super::RequestBuilder;
use super::text::Text;

impl RequestBuilder {
    /// Adds a header for each item, and one without value for a list without items.
    pub(crate) fn header_list<I: IntoIterator<Item: Text>>(
        &mut self,
        field: &'static str,
        name: &str,
        items: Option<I>,
    ) {
        let Some(items) = items else { return };
        let mut items = items.into_iter().peekable();
        if items.peek().is_none() {
            self.header(field, name, [""]);
        }
        self.header(field, name, items);
    }
}
