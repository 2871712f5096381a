//! Percent-encodes text for paths and queries.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Appends `text` to `uri`, and encodes everything except the unreserved characters of RFC 3986 and those in `kept`.
pub(super) fn push(uri: &mut String, text: &str, kept: &str) {
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || kept.as_bytes().contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            uri.push(char::from(HEX[usize::from(byte >> 4)]));
            uri.push(char::from(HEX[usize::from(byte & 0xF)]));
        }
    }
}
