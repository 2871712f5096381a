//! `uriEncode`: a string goes in, the same with percent-encoding (RFC 3986) comes out.

use std::fmt::Write;

/// Encodes everything but letters, digits, `-`, `_`, `.` and `~`.
pub(crate) fn uri_encode(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            write!(encoded, "%{byte:02X}").expect("writing to a string can't fail");
        }
    }
    encoded
}
