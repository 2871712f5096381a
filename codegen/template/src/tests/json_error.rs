//! Code and message out of error responses.

use aws_smithy_runtime_api::http::Headers;

use crate::json::error_metadata;

fn code_and_message(body: &str, header: Option<&'static str>) -> (Option<String>, Option<String>) {
    let mut headers = Headers::new();
    if let Some(value) = header {
        headers.insert("x-amzn-errortype", value);
    }
    let metadata = error_metadata(body.as_bytes(), &headers).expect(body).build();
    (metadata.code().map(String::from), metadata.message().map(String::from))
}

#[test]
fn code_and_message_are_found() {
    let cases = [
        ("", None, None, None),
        ("{}", None, None, None),
        (r#""just a string""#, None, None, None),
        ("[1, nonsense", None, None, None),
        (r#"{"__type":"A","message":"m"}"#, None, Some("A"), Some("m")),
        (r#"{"__type":"A","code":"B","Message":"m"}"#, None, Some("B"), Some("m")),
        (r#"{"code":"B","errorMessage":"\u006d"}"#, Some("H"), Some("H"), Some("m")),
        (r#"{"__type":"name#A:http://x/#y"}"#, None, Some("A"), None),
        (r#"{"code":1,"message":{"message":"inner"}}"#, Some("A:b"), Some("A"), None),
    ];
    for (body, header, code, message) in cases {
        let expected = (code.map(String::from), message.map(String::from));
        assert_eq!(code_and_message(body, header), expected, "{body}");
    }
}

#[test]
fn html_and_broken_objects_are_errors() {
    for body in ["<html>", "{", "{} {}", r#"{"code":"\x"}"#, "nullx", "5x"] {
        assert!(error_metadata(body.as_bytes(), &Headers::new()).is_err(), "{body}");
    }
}
