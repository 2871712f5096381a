//! The function `isValidHostLabel`, which checks whether a string can be part of a host name.

/// Whether the text is one label of a host name (RFC 1123) or, with `allow_subdomains`, several
/// labels joined by dots.
pub(crate) fn is_valid_host_label(text: &str, allow_subdomains: bool) -> bool {
    if allow_subdomains { text.split('.').all(is_label) } else { is_label(text) }
}

/// As in the official crates, only the first character of a label must not be a hyphen.
fn is_label(text: &str) -> bool {
    (1..=63).contains(&text.len())
        && !text.starts_with('-')
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
