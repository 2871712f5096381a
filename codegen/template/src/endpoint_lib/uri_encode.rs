//! The function `uriEncode`, which percent-encodes a string (RFC 3986).

use std::fmt::Write;

/// Encodes everything except letters, digits, `-`, `_`, `.` and `~`.
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
