//! Strings in headers that hold lists.

use std::borrow::Cow;

/// The item of a list, in quotes if it would otherwise be read as something else.
pub(crate) fn quoted<T: AsRef<str> + ?Sized>(item: &T) -> Cow<'_, str> {
    let item = item.as_ref();
    if item.trim().len() == item.len() && !item.contains(['"', ',', '(', ')']) {
        return Cow::Borrowed(item);
    }
    let escaped = item.replace('\\', "\\\\").replace('"', "\\\"");
    Cow::Owned(format!("\"{escaped}\""))
}
