//! Percent-encoding. Goes in: text; comes out: the same text, fit for a path or a query.

const HEX: &[u8; 16] = b"0123456789ABCDEF";

/// Appends `text` to `uri`; everything but the unreserved characters of RFC 3986 is encoded.
pub(super) fn push(uri: &mut String, text: &str) {
    push_except(uri, text, &[]);
}

/// As [`push`], but keeps slashes: the text may be several segments of a path.
pub(super) fn push_greedy(uri: &mut String, text: &str) {
    push_except(uri, text, b"/");
}

fn push_except(uri: &mut String, text: &str, kept: &[u8]) {
    for &byte in text.as_bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) || kept.contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            uri.push(char::from(HEX[usize::from(byte >> 4)]));
            uri.push(char::from(HEX[usize::from(byte & 0xF)]));
        }
    }
}
