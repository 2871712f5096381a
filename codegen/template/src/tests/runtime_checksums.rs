//! Flexible checksums: those of requests, in headers and trailers, and the verification of those of responses.

use std::io::{Read, Write};
use std::net::TcpListener;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::thread::JoinHandle;
use std::time::Duration;

use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_runtime_api::client::interceptors::context::{
    BeforeDeserializationInterceptorContextMut, BeforeTransmitInterceptorContextMut,
};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::error::Error;
use aws_smithy_types::byte_stream::{AggregatedBytes, ByteStream};
use bytes::Bytes;
use http_body::{Body, Frame};

use super::runtime_support::{Replay, block_on};
use crate::Client;
use crate::config::http::HttpRequest;
use crate::config::retry::RetryConfig;
use crate::config::{
    Builder, Config, ConfigBag, Credentials, Intercept, Region, RequestChecksumCalculation,
    ResponseChecksumValidation, RuntimeComponents,
};
use crate::error::BoxError;
use crate::runtime::checksum_algorithm::Algorithm;
use crate::runtime::request_checksum::RequestChecksum;
use crate::runtime::response_checksum::ResponseChecksum;

const OPTIONAL: RequestChecksum = RequestChecksum { algorithm_header: "x-algorithm", required: false };
const REQUIRED: RequestChecksum = RequestChecksum { algorithm_header: "x-algorithm", required: true };
const VERIFY: ResponseChecksum =
    ResponseChecksum { mode_header: "x-mode", algorithms: &[Algorithm::Crc32, Algorithm::Sha1] };

/// Changes a request before its checksum is calculated, and a response before its checksum is verified.
#[derive(Debug, Default)]
struct Change {
    request_header: Option<(&'static str, &'static str)>,
    response_header: Option<(&'static str, &'static str)>,
    stream: Option<&'static [u8]>,
    without_length: bool,
}

/// A stream that ends at some time.
struct WithoutLength(SdkBody);

impl Body for WithoutLength {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        Pin::new(&mut self.0).poll_frame(cx)
    }
}

impl Intercept for Change {
    fn name(&self) -> &'static str {
        "Change"
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let request = context.request_mut();
        if let Some((name, value)) = self.request_header {
            request.headers_mut().insert(name, value);
        }
        if let Some(bytes) = self.stream {
            request.headers_mut().remove("content-length");
            let without_length = self.without_length;
            *request.body_mut() = SdkBody::from(bytes).map(move |body| match without_length {
                true => SdkBody::from_body_1_x(WithoutLength(body)),
                false => SdkBody::from_body_1_x(body),
            });
        }
        Ok(())
    }

    fn modify_before_deserialization(
        &self,
        context: &mut BeforeDeserializationInterceptorContextMut<'_>,
        _runtime_components: &RuntimeComponents,
        _cfg: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        if let Some((name, value)) = self.response_header {
            context.response_mut().headers_mut().insert(name, value);
        }
        Ok(())
    }
}

/// Makes a call with this interceptor and these settings. Returns the request, or the error of the call.
fn call(
    change: Change,
    checksum: impl Intercept + 'static,
    settings: Builder,
) -> Result<HttpRequest, String> {
    let replay = Replay::new([(200, "{}")]);
    let call = replay.client().list_things().thing_id("1").customize().config_override(settings);
    let sent = block_on(call.interceptor(change).interceptor(checksum).send());
    sent.map_err(|error| format!("{error:?}"))?;
    Ok(replay.requests().remove(0))
}

fn header(request: &HttpRequest, name: &str) -> Option<String> {
    request.headers().get(name).map(str::to_owned)
}

/// Returns the header with the checksum of a request, and its value.
fn checksum(request: &HttpRequest) -> Option<(&str, &str)> {
    request.headers().iter().find(|(name, _)| name.starts_with("x-amz-checksum-"))
}

#[test]
fn requests_have_the_checksum_that_is_chosen_or_a_crc32() {
    // The checksums of `{}`, from other implementations.
    let cases = [
        (None, ("x-amz-checksum-crc32", "o6a/Qw==")),
        (Some("CRC32"), ("x-amz-checksum-crc32", "o6a/Qw==")),
        (Some("crc32c"), ("x-amz-checksum-crc32c", "KXvQqg==")),
        (Some("SHA1"), ("x-amz-checksum-sha1", "vyGp6PvFo4RvsFtPoIWeCReyIC8=")),
        (Some("SHA256"), ("x-amz-checksum-sha256", "RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=")),
    ];
    for (algorithm, expected) in cases {
        let request_header = algorithm.map(|name| ("x-algorithm", name));
        let change = Change { request_header, ..Change::default() };
        let request = call(change, OPTIONAL, Builder::new()).expect("the call succeeds");
        assert_eq!(checksum(&request), Some(expected));
        assert_eq!(header(&request, "x-algorithm").as_deref(), Some(algorithm.unwrap_or("CRC32")));
    }
    let change = Change { request_header: Some(("x-algorithm", "MD5")), ..Change::default() };
    let error = call(change, OPTIONAL, Builder::new()).expect_err("the algorithm is unsupported");
    assert!(error.contains("the checksum algorithm `MD5` is not supported"), "{error}");
}

#[test]
fn checksums_that_are_set_are_sent_as_they_are() {
    let set = ("x-amz-checksum-sha256", "set by the user");
    let change = Change { request_header: Some(set), ..Change::default() };
    let request = call(change, REQUIRED, Builder::new()).expect("the call succeeds");
    assert_eq!(checksum(&request), Some(set));
    assert_eq!(header(&request, "x-algorithm"), None);
}

#[test]
fn checksums_can_be_limited_to_requests_that_require_them() {
    let settings =
        || Config::builder().request_checksum_calculation(RequestChecksumCalculation::WhenRequired);
    let request = call(Change::default(), OPTIONAL, settings()).expect("the call succeeds");
    assert_eq!((checksum(&request), header(&request, "x-algorithm")), (None, None));
    let request = call(Change::default(), REQUIRED, settings()).expect("the call succeeds");
    assert_eq!(checksum(&request), Some(("x-amz-checksum-crc32", "o6a/Qw==")));
    let change = Change { request_header: Some(("x-algorithm", "CRC32C")), ..Change::default() };
    let request = call(change, OPTIONAL, settings()).expect("the call succeeds");
    assert_eq!(checksum(&request), Some(("x-amz-checksum-crc32c", "KXvQqg==")));
}

#[test]
fn streams_are_followed_by_a_trailer() {
    let cases: [(&[u8], &str, &str); 3] = [
        (b"123456789", "CRC64NVME", "9\r\n123456789\r\n0\r\nx-amz-checksum-crc64nvme:rosUhgp5mIg=\r\n\r\n"),
        (b"123456789", "CRC32", "9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n"),
        (b"", "CRC64NVME", "0\r\nx-amz-checksum-crc64nvme:AAAAAAAAAAA=\r\n\r\n"),
    ];
    for (body, algorithm, expected) in cases {
        let request_header = Some(("x-algorithm", algorithm));
        let change = Change { request_header, stream: Some(body), ..Change::default() };
        let mut request = call(change, OPTIONAL, Builder::new()).expect("the call succeeds");
        let trailer = format!("x-amz-checksum-{}", algorithm.to_lowercase());
        let headers = [
            ("content-encoding", "aws-chunked".to_owned()),
            ("content-length", expected.len().to_string()),
            ("x-amz-decoded-content-length", body.len().to_string()),
            ("x-amz-trailer", trailer),
        ];
        for (name, value) in headers {
            assert_eq!(header(&request, name), Some(value), "{name}");
        }
        assert_eq!(checksum(&request), None);
        let sent = block_on(ByteStream::new(request.take_body()).collect()).expect("a body");
        assert_eq!(String::from_utf8_lossy(&sent.to_vec()), expected);
    }
}

#[test]
fn streams_without_a_length_must_have_the_one_that_is_given() {
    let stream = Change { stream: Some(b"123456789"), without_length: true, ..Change::default() };
    let error = block_on(sent_stream(stream, "8")).expect_err("one byte too many");
    let error = format!("{error:?}");
    assert!(error.contains("the body has 9 bytes, but its length was given as 8"), "{error}");
}

#[test]
fn the_length_of_a_stream_replaces_one_that_is_given() {
    let stream = Change { stream: Some(b"123456789"), ..Change::default() };
    let sent = block_on(sent_stream(stream, "8")).expect("the length is right").to_vec();
    assert!(sent.starts_with(b"9\r\n123456789\r\n0\r\n"));
}

/// Returns the body of a request with a stream whose length is given in a header.
async fn sent_stream(stream: Change, length: &'static str) -> Result<AggregatedBytes, Error> {
    let replay = Replay::new([(200, "{}")]);
    let length = Change { request_header: Some(("content-length", length)), ..Change::default() };
    let call = replay.client().list_things().thing_id("1").customize();
    let call = call.interceptor(stream).interceptor(length).interceptor(OPTIONAL);
    call.send().await.expect("the call succeeds");
    ByteStream::new(replay.requests().remove(0).take_body()).collect().await
}

#[test]
fn streams_are_sent_again_with_their_trailer() {
    let replay = Replay::new([(503, ""), (200, "{}")]);
    let settings = Config::builder()
        .sleep_impl(TokioSleep::new())
        .retry_config(RetryConfig::standard().with_initial_backoff(Duration::ZERO));
    let change = Change { stream: Some(b"123456789"), ..Change::default() };
    let call = replay.client().list_things().thing_id("1").customize().config_override(settings);
    block_on(call.interceptor(change).interceptor(OPTIONAL).send())
        .expect("the second response is a success");
    let requests = replay.requests();
    assert_eq!(requests.len(), 2);
    for mut request in requests {
        let encodings = request.headers().get_all("content-encoding");
        assert_eq!(encodings.collect::<Vec<_>>(), ["aws-chunked"]);
        let sent = block_on(ByteStream::new(request.take_body()).collect()).expect("a body");
        let expected = "9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n";
        assert_eq!(String::from_utf8_lossy(&sent.to_vec()), expected);
    }
}

/// Makes a call whose response `{}` has this header.
fn receive(name: &'static str, value: &'static str, settings: Builder) -> Result<HttpRequest, String> {
    let change = Change { response_header: Some((name, value)), ..Change::default() };
    call(change, VERIFY, settings)
}

#[test]
fn checksums_of_responses_are_verified() {
    let right = [
        ("x-amz-checksum-crc32", "o6a/Qw=="),
        ("x-amz-checksum-crc32", "AAAAAA==-2"),
        ("x-amz-checksum-sha256", "wrong, but not modeled"),
    ];
    for (name, value) in right {
        let request = receive(name, value, Builder::new()).expect("the checksum is right");
        assert_eq!(header(&request, "x-mode").as_deref(), Some("ENABLED"));
    }
    let error = receive("x-amz-checksum-sha1", "AAAA", Builder::new()).expect_err("the checksum is wrong");
    assert!(error.contains("the checksum of the body is vyGp6PvFo4RvsFtPoIWeCReyIC8="), "{error}");
}

#[test]
fn verification_can_be_limited_to_calls_that_ask_for_it() {
    let settings =
        || Config::builder().response_checksum_validation(ResponseChecksumValidation::WhenRequired);
    let wrong = ("x-amz-checksum-sha1", "AAAA");
    let request = receive(wrong.0, wrong.1, settings()).expect("the checksum isn't verified");
    assert_eq!(header(&request, "x-mode"), None);
    let request_header = Some(("x-mode", "ENABLED"));
    let change = Change { request_header, response_header: Some(wrong), ..Change::default() };
    call(change, VERIFY, settings()).expect_err("the checksum is wrong");
}

/// Answers one request over a socket with a response that has this checksum. Returns the address, and the request.
fn serve(checksum: &'static str) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let address = listener.local_addr().expect("the listener is bound");
    let server = std::thread::spawn(move || {
        let (mut socket, _) = listener.accept().expect("a connection");
        let mut request = Vec::new();
        let mut buffer = [0; 1024];
        // The trailer ends with two line breaks, and so do the headers.
        while !request.ends_with(b"=\r\n\r\n") {
            let count = socket.read(&mut buffer).expect("a request");
            assert_ne!(count, 0, "the request ends too early: {}", String::from_utf8_lossy(&request));
            request.extend_from_slice(&buffer[..count]);
        }
        let response = format!(
            "HTTP/1.1 200 OK\r\nx-amz-checksum-crc32: {checksum}\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\n"
        );
        socket.write_all(response.as_bytes()).expect("the response is sent");
        String::from_utf8(request).expect("the request is text")
    });
    (format!("http://{address}"), server)
}

#[test]
fn checksums_pass_through_a_socket() {
    for (checksum, is_right) in [("o6a/Qw==", true), ("AAAAAA==", false)] {
        let (url, server) = serve(checksum);
        let config = Config::builder()
            .endpoint_url(url)
            .region(Region::from_static("eu-central-1"))
            .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
            .retry_config(RetryConfig::disabled())
            .behavior_version_latest();
        let call = Client::from_conf(config.build()).list_things().thing_id("1").customize();
        let change = Change { stream: Some(b"123456789"), ..Change::default() };
        let result = block_on(call.interceptor(change).interceptor(OPTIONAL).interceptor(VERIFY).send());
        assert_eq!(result.is_ok(), is_right, "{result:?}");
        let request = server.join().expect("the server answers");
        let (head, body) = request.split_once("\r\n\r\n").expect("headers and a body");
        assert_eq!(body, "9\r\n123456789\r\n0\r\nx-amz-checksum-crc32:y/Q5Jg==\r\n\r\n");
        for header in
            ["content-encoding: aws-chunked", "content-length: 50", "x-amz-decoded-content-length: 9"]
        {
            assert!(head.contains(header), "{head}");
        }
        assert!(!head.contains("transfer-encoding"), "{head}");
    }
}
