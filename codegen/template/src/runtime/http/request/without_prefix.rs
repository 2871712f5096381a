//! Removes what services put before IDs.

/// Removes the first of these prefixes that the text begins with.
pub(crate) fn without_prefix<'a>(text: &'a str, prefixes: &[&str]) -> &'a str {
    prefixes.iter().find_map(|prefix| text.strip_prefix(prefix)).unwrap_or(text)
}
