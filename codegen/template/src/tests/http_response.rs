//! Reading responses: headers of all kinds, payloads.

use std::collections::HashMap;

use aws_smithy_types::DateTime;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::primitive::Parse;

use crate::config::http::HttpResponse;
use crate::json::JsonReader;
use crate::runtime::http::response;
use crate::types::ThingKind;

fn with_headers(headers: &[(&'static str, &'static str)]) -> HttpResponse {
    let mut response = HttpResponse::new(200.try_into().unwrap(), SdkBody::from(""));
    for (name, value) in headers {
        response.headers_mut().append(*name, *value);
    }
    response
}

fn with_body(body: &'static str) -> HttpResponse {
    HttpResponse::new(200.try_into().unwrap(), SdkBody::from(body))
}

fn list(headers: &[(&'static str, &'static str)]) -> Result<Option<Vec<String>>, String> {
    response::header_list(&with_headers(headers), "x", str::parse).map_err(|error| error.to_string())
}

#[test]
fn a_header_holds_one_value() {
    let response = with_headers(&[
        ("a", " 1 "),
        ("nan", "NaN"),
        ("b", "x"),
        ("b", "y"),
        ("empty", ""),
        ("c", ""),
        ("c", "2"),
    ]);
    let number = |name| response::header::<i32, _>(&response, name, Parse::parse_smithy_primitive);
    assert_eq!(number("a").unwrap(), Some(1));
    assert_eq!(number("missing").unwrap(), None);
    assert!(number("b").unwrap_err().to_string().contains("more than once"));
    assert_eq!(number("empty").unwrap(), None);
    assert_eq!(number("c").unwrap(), Some(2));
    assert!(number("nan").unwrap_err().to_string().contains("`nan`"));
    let nan: Option<f64> = response::header(&response, "nan", Parse::parse_smithy_primitive).unwrap();
    assert!(nan.unwrap().is_nan());
    let kind: Option<ThingKind> = response::header(&response, "a", str::parse).unwrap();
    assert_eq!(kind.unwrap().as_str(), "1");
    let text = |name| response::header::<String, _>(&response, name, str::parse);
    assert_eq!(text("empty").unwrap().unwrap(), "");
    assert!(text("c").is_err());
}

#[test]
fn items_of_a_list_stand_between_commas() {
    let cases: [(&'static str, &[&str]); 7] = [
        ("a", &["a"]),
        ("a,b , c d", &["a", "b", "c d"]),
        ("\"a,b\", \"c\\\"d\\\\\" ,e", &["a,b", "c\"d\\", "e"]),
        ("\"\", x", &["", "x"]),
        ("a,,b", &["a", "", "b"]),
        ("a,", &["a"]),
        ("a\"b\"", &["a\"b\""]),
    ];
    for (value, expected) in cases {
        assert_eq!(list(&[("x", value)]).unwrap().unwrap(), expected, "{value}");
    }
    assert_eq!(list(&[]), Ok(None));
    assert_eq!(list(&[("x", "")]), Ok(None));
    assert_eq!(list(&[("x", "a"), ("x", "b, c")]).unwrap().unwrap(), ["a", "b", "c"]);
    for invalid in ["\"a", "\"a\\", "\"a\"b", "\"a\\\""] {
        assert!(list(&[("x", invalid)]).unwrap_err().contains("`x`"), "{invalid}");
    }
}

#[test]
fn timestamps_have_commas_of_their_own() {
    let date = "Mon, 16 Dec 2019 23:48:18 GMT";
    let cases = [
        (Format::HttpDate, "Mon, 16 Dec 2019 23:48:18 GMT, Mon, 16 Dec 2019 23:48:18 GMT"),
        (Format::HttpDate, "Mon, 16 Dec 2019 23:48:18 GMT,Mon, 16 Dec 2019 23:48:18 GMT"),
        (Format::DateTime, "2019-12-16T23:48:18Z, 2019-12-16T23:48:18Z"),
        (Format::EpochSeconds, "1576540098, 1576540098"),
    ];
    for (format, value) in cases {
        let times = response::time_list(&with_headers(&[("x", value)]), "x", format).unwrap();
        assert_eq!(times, Some(vec![DateTime::from_secs(1_576_540_098); 2]), "{value}");
    }
    let two = with_headers(&[("x", date), ("x", date)]);
    let offsets = with_headers(&[("x", "2019-12-17T00:48:18+01:00 , 2019-12-16T23:48:18Z")]);
    let times = response::time_list(&offsets, "x", Format::DateTimeWithOffset).unwrap();
    assert_eq!(times, Some(vec![DateTime::from_secs(1_576_540_098); 2]));
    assert_eq!(response::time_list(&two, "x", Format::HttpDate).unwrap().unwrap().len(), 2);
    assert!(response::time_list(&with_headers(&[("x", "soon")]), "x", Format::HttpDate).is_err());
    assert_eq!(response::time_list(&with_headers(&[]), "x", Format::HttpDate).unwrap(), None);
}

#[test]
fn headers_of_a_prefix_are_a_map() {
    let response = with_headers(&[("x-meta-a", "1"), ("x-meta-", "2"), ("x-other", "3")]);
    let map: HashMap<String, String> = response::prefix_headers(&response, "X-Meta-").unwrap().unwrap();
    let expected = [("a", "1"), ("", "2")].map(|(key, value)| (key.to_owned(), value.to_owned()));
    assert_eq!(map, HashMap::from(expected));
    let all: HashMap<String, ThingKind> = response::prefix_headers(&response, "").unwrap().unwrap();
    assert_eq!(all.len(), 3);
    let twice = with_headers(&[("x-a", "1"), ("x-a", "2")]);
    assert!(response::prefix_headers::<String, String>(&twice, "x-").is_err());
}

#[test]
fn text_of_a_media_type_is_base64() {
    assert_eq!(response::base64_text("dHJ1ZQ==").unwrap(), "true");
    assert!(response::base64_text("true!").is_err());
    assert!(response::base64_text("/w==").is_err());
}

#[test]
fn an_empty_body_is_no_payload() {
    assert_eq!(response::payload(&with_body("")), None);
    assert_eq!(response::payload(&with_body("a")), Some(&b"a"[..]));
    let read = |body| response::json_payload(&with_body(body), JsonReader::string);
    assert_eq!(read("").unwrap(), None);
    assert_eq!(read("null").unwrap(), None);
    assert_eq!(read(" \"a\" ").unwrap().unwrap(), "a");
    assert!(read("\"a\" b").is_err());
    let document = response::json_payload(&with_body("[1]"), JsonReader::document).unwrap();
    assert!(document.unwrap().is_array());
}

#[test]
fn a_stream_takes_the_body() {
    let mut response = with_body("abc");
    let stream = response::stream(&mut response);
    let bytes = super::runtime_support::block_on(stream.collect()).unwrap().to_vec();
    assert_eq!(bytes, b"abc");
}

#[test]
fn an_error_can_be_the_body_of_a_success() {
    let cases = [
        ("<Error><Code>InternalError</Code></Error>", true),
        ("\n<?xml version=\"1.0\"?>\n<Error/>", true),
        ("<Errors/>", false),
        ("<Result><Error/></Result>", false),
        ("{}", false),
        ("", false),
    ];
    for (body, expected) in cases {
        assert_eq!(response::is_error_body(&with_body(body)), expected, "{body}");
    }
    let status = 200.try_into().unwrap();
    let not_text = HttpResponse::new(status, SdkBody::from(&b"\xff"[..]));
    assert!(!response::is_error_body(&not_text));
}
