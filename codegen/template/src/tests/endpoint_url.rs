//! Tests of `endpoint_lib::url`.

use crate::endpoint_lib::url::parse_url;

#[test]
fn parts_of_urls() {
    let cases = [
        ("https://example.com", ("https", "example.com", "", "/", false)),
        ("https://example.com/", ("https", "example.com", "", "/", false)),
        ("HTTP://example.com:80/foo/bar", ("http", "example.com:80", "/foo/bar", "/foo/bar/", false)),
        ("http://localhost:8000/path/", ("http", "localhost:8000", "/path/", "/path/", false)),
        ("https://127.0.0.1", ("https", "127.0.0.1", "", "/", true)),
        ("https://127.0.0.1:8443", ("https", "127.0.0.1:8443", "", "/", true)),
        ("https://[fe80::1]", ("https", "[fe80::1]", "", "/", true)),
        ("https://[fe80::1]:8443/p", ("https", "[fe80::1]:8443", "/p", "/p/", true)),
        ("https://example.com/a#b?c", ("https", "example.com", "/a", "/a/", false)),
    ];
    for (text, expected) in cases {
        let url = parse_url(text).expect(text);
        let parts = (url.scheme, url.authority, url.path, url.normalized_path.as_str(), url.is_ip);
        assert_eq!(parts, expected, "{text}");
    }
}

#[test]
fn malformed_urls() {
    let cases = [
        "",
        "example.com",
        "wss://example.com",
        "https://",
        "https:///path",
        "https://:80",
        "https://example.com?query",
        "https://example.com:8443?foo=bar&faz=baz",
        "https://example.com/a?",
        "https://example.com:port",
        "https://example.com:65536",
        "https://example.com:+80",
        "https://exa mple.com",
        "https://example.com/a b",
        "https://[fe80::1",
        "https://[example]",
    ];
    for text in cases {
        assert_eq!(parse_url(text), None, "{text}");
    }
}
