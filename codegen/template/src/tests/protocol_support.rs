//! What protocol tests compare with: that it accepts what is the same, and nothing else.

use std::panic::{AssertUnwindSafe, catch_unwind};

use aws_smithy_types::byte_stream::ByteStream;

use super::runtime_support::block_on;
use crate::Client;
use crate::config::{Builder, Credentials, Region};
use crate::operation::list_things::{ListThings, ListThingsError, ListThingsOutput};
use crate::protocol_support::{self as support, Capture, Request};
use crate::types::ThingKind;

fn request() -> Request {
    let http = Capture::default();
    let config = Builder::new()
        .http_client(http.clone())
        .endpoint_url("https://example.com/base")
        .region(Region::from_static("eu-central-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .behavior_version_latest();
    let call = Client::from_conf(config.build()).list_things();
    let call = call.thing_id("a/b").kind(ThingKind::from("x y")).max_results(7);
    block_on(async {
        let result = call.send().await;
        http.request(&result).await
    })
}

fn fails(check: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(check)).is_err()
}

#[test]
fn a_request_is_compared_in_all_its_parts() {
    let request = request();
    request.assert_method("POST");
    request.assert_path("/base/things/a%2Fb");
    request.assert_host("example.com");
    request.assert_query(&["kind=x%20y"]);
    request.assert_query_has(&["kind"]);
    request.assert_query_lacks(&["x", "kin"]);
    request.assert_headers(&[("Content-Type", "application/json")]);
    request.assert_headers_have(&["content-length"]);
    request.assert_headers_lack(&["content-md5"]);
    request.assert_body("application/json", " { \"MaxResults\": 7.0 } ");
    let failing: [&dyn Fn(); 11] = [
        &|| request.assert_method("GET"),
        &|| request.assert_path("/base/things/a/b"),
        &|| request.assert_host("prefix.example.com"),
        &|| request.assert_query(&["kind=x%20y", "kind=x%20y"]),
        &|| request.assert_query_has(&["other"]),
        &|| request.assert_query_lacks(&["kind"]),
        &|| request.assert_headers(&[("Content-Type", "text/plain")]),
        &|| request.assert_headers_have(&["content-md5"]),
        &|| request.assert_headers_lack(&["Content-Type"]),
        &|| request.assert_body("application/json", "{\"MaxResults\":8}"),
        &|| request.assert_body("text/plain", "{\"MaxResults\": 7}"),
    ];
    for (index, check) in failing.into_iter().enumerate() {
        assert!(fails(check), "check {index} must fail");
    }
}

#[test]
fn a_response_is_read_as_output_or_error() {
    let response = support::response(200, &[], "{\"NextToken\":\"n\"}");
    let output: ListThingsOutput = support::read(&ListThings::new(), response).unwrap().downcast().unwrap();
    assert_eq!(output.next_token(), Some("n"));
    let response = support::response(404, &[("x-amzn-errortype", "ThingNotFoundException")], "");
    let error = support::read(&ListThings::new(), response).unwrap_err();
    let error: Option<&ListThingsError> = error.as_operation_error().and_then(|error| error.downcast_ref());
    assert!(error.unwrap().is_thing_not_found_exception());
}

#[test]
fn values_are_the_same_even_if_they_arent_numbers() {
    support::assert_same("nan", &Some(f64::NAN), &Some(f64::NAN));
    support::assert_same("number", &1.5, &1.5);
    assert!(fails(|| support::assert_same("nan", &Some(f64::NAN), &None)));
    assert!(fails(|| support::assert_same("nan", &1.0, &f64::NAN)));
    assert!(fails(|| support::assert_same("text", &"a", &"b")));
}

#[test]
fn streams_are_the_same_if_their_bytes_are() {
    let compare = |a, b| {
        let same =
            support::assert_same_stream("body", ByteStream::from_static(a), ByteStream::from_static(b));
        block_on(same);
    };
    compare(b"a", b"a");
    assert!(fails(|| compare(b"a", b"b")));
}

#[test]
fn bodies_are_the_same_if_they_mean_the_same() {
    let cases: [(&str, &[u8], &str, &str); 7] = [
        ("application/json", b"{\"a\":1,\"b\":2}", "{\"b\": 2.0, \"a\": 1}", "{\"a\":1}"),
        ("application/x-www-form-urlencoded", b"A=1&B.1=x&B.2=y", "B.1=x&B.2=y&A=1", "A=1&B.1=y&B.2=x"),
        (
            "application/x-www-form-urlencoded",
            b"M.1.key=a&M.1.value=b&M.2.key=c&M.2.value=d",
            "M.1.key=c&M.1.value=d&M.2.key=a&M.2.value=b",
            "M.1.key=a&M.1.value=d&M.2.key=c&M.2.value=b",
        ),
        (
            "application/xml",
            b"<A x=\"1\"><b>&lt; </b><c></c></A>",
            "<?xml version=\"1.0\"?>\n<A x=\"1\">\n<c/><b>&lt; </b>\n</A>",
            "<A x=\"1\"><b>&lt;</b><c/></A>",
        ),
        (
            "text/xml; charset=UTF-8",
            b"<A><i>1</i><i>2</i><e><k>a</k><v>b</v></e><e><k>c</k><v>d</v></e></A>",
            "<A><i>1</i><i>2</i><e><k>c</k><v>d</v></e><e><k>a</k><v>b</v></e></A>",
            "<A><i>2</i><i>1</i><e><k>a</k><v>b</v></e><e><k>c</k><v>d</v></e></A>",
        ),
        // {"a": 1, "b": ["x"]} and {_ "b": [_ ("x")], "a": 1.0}, but not {"a": 1, "b": ["y"]}
        ("application/cbor", b"\xa2\x61a\x01\x61b\x81\x61x", "v2Fin2F4/2Fh+j+AAAD/", "omFhAWFigWF5"),
        ("application/octet-stream", b"\xff", "/w==", "/g=="),
    ];
    for (media_type, actual, same, other) in cases {
        support::assert_same_body(media_type, actual, same);
        assert!(fails(|| support::assert_same_body(media_type, actual, other)), "{media_type}: {other}");
        assert!(fails(|| support::assert_same_body(media_type, actual, "")), "{media_type}");
    }
}
