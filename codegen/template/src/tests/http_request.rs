//! Building requests: required members, queries, headers, payloads, labels of hosts.

use std::collections::BTreeMap;

use aws_smithy_types::date_time::Format;
use aws_smithy_types::{DateTime, Document};

use crate::config::http::HttpRequest;
use crate::runtime::http::request::{Primitive, RequestBuilder, Time, host_label, quoted, without_prefix};

fn request() -> RequestBuilder {
    let mut request = RequestBuilder::new("POST");
    request.path("/");
    request
}

fn headers(request: &HttpRequest, name: &str) -> Vec<String> {
    request.headers().get_all(name).map(str::to_owned).collect()
}

#[test]
fn primitives_and_times_are_text() {
    let time = DateTime::from_secs(1_576_540_098);
    let mut request = request();
    request.label("float", Some(Primitive(4.1_f32)), "");
    request.path("/");
    request.label("time", Some(Time(&time, Format::DateTime)), "");
    request.query("nan", Some(Primitive(f64::NAN)));
    request.query("infinite", [f32::INFINITY, f32::NEG_INFINITY].map(Primitive));
    request.query("bool", Some(Primitive(true)));
    request.query("epoch", Some(Time(&time, Format::EpochSeconds)));
    request.query("a b", Some("&"));
    let expected = "/4.1/2019-12-16T23%3A48%3A18Z\
        ?nan=NaN&infinite=Infinity&infinite=-Infinity&bool=true&epoch=1576540098&a%20b=%26";
    assert_eq!(request.build("").unwrap().uri(), expected);
}

#[test]
fn labels_and_required_members_must_be_there() {
    let cases: [fn(&mut RequestBuilder); 3] = [
        |request| request.label("member", None::<&str>, ""),
        |request| request.label("member", Some(""), "/"),
        |request| request.required("member", &None::<i32>),
    ];
    for case in cases {
        let mut request = request();
        case(&mut request);
        let error = request.build("").unwrap_err().to_string();
        assert!(error.contains("member") && error.contains("cannot be empty or unset"), "{error}");
    }
    let mut complete = request();
    complete.required("member", &Some(""));
    assert!(complete.build("").is_ok());
}

#[test]
fn streams_that_need_a_length_have_one() {
    let build = |length| {
        let mut request = request();
        request.required_length("body", length);
        request.build("")
    };
    assert!(build(Some(0)).is_ok());
    let error = build(None).unwrap_err().to_string();
    assert!(error.contains("body") && error.contains("whose length is known"), "{error}");
}

#[test]
fn the_first_error_is_the_one_that_is_told() {
    let mut request = request();
    request.label("first", None::<&str>, "");
    request.required("second", &None::<i32>);
    assert!(request.build("").unwrap_err().to_string().contains("first"));
}

#[test]
fn entries_of_a_map_are_parameters_unless_bound() {
    let mut request = request();
    let params = BTreeMap::from([("a", ["1", "2"]), ("bound", ["3", "4"]), ("c d", ["&", ""])]);
    request.query_params(&["bound"], params);
    request.query("bound", Some("x"));
    assert_eq!(request.build("").unwrap().uri(), "/?a=1&a=2&c%20d=%26&c%20d=&bound=x");
}

#[test]
fn items_of_lists_are_quoted_if_need_be() {
    let cases = [
        ("plain text", "plain text"),
        ("a,b", "\"a,b\""),
        ("\"q\"", "\"\\\"q\\\"\""),
        ("a\\b", "a\\b"),
        ("a\\b,", "\"a\\\\b,\""),
        (" x", "\" x\""),
        ("(c)", "\"(c)\""),
        ("", ""),
    ];
    for (item, expected) in cases {
        assert_eq!(quoted(item), expected);
    }
}

#[test]
fn a_list_is_a_header_per_item() {
    let mut request = request();
    request.header_list("some", "x-some", Some([1, 2].map(Primitive)));
    request.header_list("none", "x-none", None::<[&str; 0]>);
    request.header_list("empty", "x-empty", Some([""; 0]));
    let request = request.build("").unwrap();
    assert_eq!(headers(&request, "x-some"), ["1", "2"]);
    assert_eq!(headers(&request, "x-none"), [""; 0]);
    assert_eq!(headers(&request, "x-empty"), [""]);
}

#[test]
fn headers_of_a_prefix_dont_replace_others() {
    let mut request = request();
    request.header("own", "X-Own", Some("member"));
    request.prefix_headers("map", "x-", BTreeMap::from([("own", "map"), ("Other", "")]));
    let request = request.build("").unwrap();
    assert_eq!(headers(&request, "x-own"), ["member"]);
    assert_eq!(headers(&request, "x-other"), [""]);
}

#[test]
fn a_header_cant_have_line_breaks() {
    let mut request = request();
    request.header("member", "x-header", Some("a\r\nb: c"));
    assert!(request.build("").unwrap_err().to_string().contains("member"));
}

#[test]
fn a_payload_is_described_unless_members_do() {
    let described = request().payload("text/plain", "four").unwrap();
    assert_eq!(headers(&described, "content-type"), ["text/plain"]);
    assert_eq!(headers(&described, "content-length"), ["4"]);
    let mut request = request();
    request.header("content_type", "Content-Type", Some("image/png"));
    let request = request.payload("application/octet-stream", vec![1]).unwrap();
    assert_eq!(headers(&request, "content-type"), ["image/png"]);
}

#[test]
fn a_document_is_the_body_or_nothing() {
    let document = Document::Array(vec![Document::Bool(true), Document::Null]);
    let cases = [(Some(&document), "[true,null]"), (None, "")];
    for (document, expected) in cases {
        let request = request().document(document).unwrap();
        assert_eq!(request.body().bytes(), Some(expected.as_bytes()));
    }
}

#[test]
fn labels_of_hosts_lead_to_no_other_host() {
    for label in ["abc", "a-1_b.c"] {
        assert_eq!(host_label("label", Some(&label)).unwrap(), label);
    }
    for label in [None, Some("")] {
        let error = host_label("label", label.as_ref()).unwrap_err();
        assert!(error.to_string().contains("unset or empty"), "{error}");
    }
    for label in ["evil.com/", "a@evil.com", "a:80", "a b", "ü", "a#", "a?"] {
        assert!(host_label("label", Some(&label)).is_err(), "{label}");
    }
}

#[test]
fn one_prefix_is_removed() {
    let cases =
        [("/a/1", "1"), ("a/1", "1"), ("/a/a/1", "a/1"), ("1", "1"), ("b/1", "b/1"), ("/a/", ""), ("", "")];
    for (text, expected) in cases {
        assert_eq!(without_prefix(text, &["/a/", "a/"]), expected, "{text}");
    }
}
