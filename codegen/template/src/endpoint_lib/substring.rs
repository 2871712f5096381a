//! The function `substring`, which returns a part of a string.

/// Returns the characters from `start` up to `stop`, counted from the end if `reverse` is set; `None` if the text is too
/// short or not ASCII.
pub(crate) fn substring(text: &str, start: usize, stop: usize, reverse: bool) -> Option<&str> {
    if start >= stop || !text.is_ascii() {
        return None;
    }
    if reverse {
        let length = text.len();
        text.get(length.checked_sub(stop)?..length - start)
    } else {
        text.get(start..stop)
    }
}
