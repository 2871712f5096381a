//! Building requests: paths, queries, encoding, bodies.

use crate::runtime::http::request::RequestBuilder;

#[test]
fn labels_and_queries_are_encoded() {
    let unreserved = "AZaz09-._~";
    let cases = [
        (unreserved, unreserved, unreserved),
        ("a/b", "a%2Fb", "a/b"),
        (" :,?#[]", "%20%3A%2C%3F%23%5B%5D", "%20%3A%2C%3F%23%5B%5D"),
        ("%25&=+", "%2525%26%3D%2B", "%2525%26%3D%2B"),
        ("\u{7f}\n", "%7F%0A", "%7F%0A"),
        ("y\u{306}🐱", "y%CC%86%F0%9F%90%B1", "y%CC%86%F0%9F%90%B1"),
    ];
    for (text, label, greedy) in cases {
        let mut request = RequestBuilder::new("GET");
        request.path("/a/");
        request.label("label", Some(text), "");
        request.path("/b/");
        request.label("greedy", Some(text), "/");
        request.query("q", Some(text));
        let request = request.build("").unwrap();
        assert_eq!(request.uri(), format!("/a/{label}/b/{greedy}?q={label}"));
    }
}

#[test]
fn a_query_has_only_what_has_a_value() {
    let mut request = RequestBuilder::new("DELETE");
    request.path("/");
    request.query("none", None::<&str>);
    request.query("tag", Some("a"));
    request.query("tag", Some("b"));
    request.query("empty", Some(""));
    let request = request.build("").unwrap();
    assert_eq!(request.uri(), "/?tag=a&tag=b&empty=");
    assert_eq!(request.method(), "DELETE");
}

#[test]
fn a_request_without_a_body_has_no_headers_of_one() {
    let mut request = RequestBuilder::new("GET");
    request.path("/");
    let request = request.build("").unwrap();
    assert!(request.headers().is_empty());
    assert_eq!(request.body().bytes(), Some(&b""[..]));
}
