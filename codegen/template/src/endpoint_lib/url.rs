//! The function `parseURL`, which splits a URL into its parts.

use std::net::{Ipv4Addr, Ipv6Addr};

/// The parts of a URL.
#[derive(Debug, PartialEq)]
#[allow(dead_code, reason = "which parts are read depends on the rules")]
pub(crate) struct Url<'a> {
    pub(crate) scheme: &'static str,
    /// The host and the port as given.
    pub(crate) authority: &'a str,
    /// The path as given; empty if it is only `/`.
    pub(crate) path: &'a str,
    /// The path with a `/` at both ends.
    pub(crate) normalized_path: String,
    pub(crate) is_ip: bool,
}

/// Splits a URL; `None` if its scheme is not HTTP or HTTPS, if it has a query, or if host or port
/// are malformed.
pub(crate) fn parse_url(url: &str) -> Option<Url<'_>> {
    let (scheme, rest) = url.split_once("://")?;
    let scheme = ["http", "https"].into_iter().find(|known| scheme.eq_ignore_ascii_case(known))?;
    // A fragment is not part of what is requested.
    let (rest, _fragment) = rest.split_once('#').unwrap_or((rest, ""));
    let (authority, path) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
    if path.contains('?') || !path.bytes().all(|byte| byte.is_ascii_graphic()) {
        return None;
    }
    let is_ip = host_is_ip(authority)?;
    let normalized_path = match path.trim_matches('/') {
        "" => "/".to_owned(),
        _ if path.ends_with('/') => path.to_owned(),
        _ => format!("{path}/"),
    };
    let path = if path == "/" { "" } else { path };
    Some(Url { scheme, authority, path, normalized_path, is_ip })
}

/// Whether the host is an IP address; `None` if host or port are malformed.
fn host_is_ip(authority: &str) -> Option<bool> {
    let host = authority.rsplit_once('@').map_or(authority, |(_userinfo, host)| host);
    if let Some(bracketed) = host.strip_prefix('[') {
        let (address, port) = bracketed.split_once(']')?;
        address.parse::<Ipv6Addr>().ok()?;
        return is_port(port).then_some(true);
    }
    let (name, port) = host.split_at(host.find(':').unwrap_or(host.len()));
    let is_name = !name.is_empty()
        && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~!$&'()*+,;=".contains(&byte));
    (is_name && is_port(port)).then(|| name.parse::<Ipv4Addr>().is_ok())
}

/// Whether the text is empty, or a colon and a number of at most 16 bits.
fn is_port(text: &str) -> bool {
    match text.strip_prefix(':') {
        Some("") => true,
        Some(number) => !number.starts_with('+') && number.parse::<u16>().is_ok(),
        None => text.is_empty(),
    }
}
