//! Start tags: the name and the attributes of an element.

/// A start tag.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tag<'a> {
    /// The name, with its prefix if it has one.
    pub(super) name: &'a str,
    /// The text between the name and the end of the tag.
    pub(super) attributes: &'a str,
    /// Whether the element ends with the tag.
    pub(super) is_closed: bool,
}

/// Reads the start tag at the beginning of `text`, and returns it with its length.
pub(super) fn start(text: &str) -> Option<(Tag<'_>, usize)> {
    let inside = text.strip_prefix('<')?;
    let name_length = inside.find(|c: char| c.is_ascii_whitespace() || "/><&\"'=".contains(c))?;
    let (name, rest) = inside.split_at(name_length);
    let length = end(rest)?;
    let attributes = rest[..length].strip_suffix('/');
    let tag =
        Tag { name, attributes: attributes.unwrap_or(&rest[..length]), is_closed: attributes.is_some() };
    (!name.is_empty()).then_some((tag, 1 + name_length + length + 1))
}

/// The offset of the `>` that isn't inside the quotes of an attribute.
fn end(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// Reads the attribute at the beginning of `text`: its name, its value as it is written, and the text behind it.
pub(super) fn attribute(text: &str) -> Option<(&str, &str, &str)> {
    let (name, rest) = text.split_once('=')?;
    let rest = rest.trim_start();
    let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
    let (value, rest) = rest[1..].split_once(quote)?;
    Some((name.trim(), value, rest))
}

/// Whether an element or attribute called `name` is the one that the model calls `expected`, in which a prefix is only
/// written if it matters.
pub(super) fn matches(name: &str, expected: &str) -> bool {
    let local = name.split_once(':').map_or(name, |(_, local)| local);
    name == expected || local == expected
}
