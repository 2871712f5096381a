//! Checksums of requests in headers and trailers, and those of responses.

use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

use super::runtime_support::{Replay, block_on};
use crate::runtime::flexible_checksum::{Algorithm, Need, RequestChecksum, ResponseChecksum, add_trailer};

/// The checksum of a request whose header has this algorithm: the header and its value.
fn checksum(algorithm: Option<&'static str>, need: Need) -> Result<Option<(String, String)>, String> {
    let replay = Replay::new([(200, "{}")]);
    let interceptor = RequestChecksum { algorithm_header: Some("x-algorithm"), need };
    let call = replay.client().list_things().thing_id("1").customize().interceptor(Choose(algorithm));
    let sent = block_on(call.interceptor(interceptor).send());
    sent.map_err(|error| format!("{error:?}"))?;
    let request = replay.requests().remove(0);
    let mut headers = request.headers().iter();
    let found = headers.find(|(name, _)| name.starts_with("x-amz-checksum-"));
    Ok(found.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

/// Sets the header in which a user chooses an algorithm.
#[derive(Debug)]
struct Choose(Option<&'static str>);

impl crate::config::Intercept for Choose {
    fn name(&self) -> &'static str {
        "Choose"
    }

    fn modify_before_serialization(
        &self,
        _context: &mut aws_smithy_runtime_api::client::interceptors::context::BeforeSerializationInterceptorContextMut<'_>,
        _runtime_components: &crate::config::RuntimeComponents,
        cfg: &mut crate::config::ConfigBag,
    ) -> Result<(), crate::error::BoxError> {
        use aws_smithy_types::checksum_config::RequestChecksumCalculation;
        if self.0 == Some("") {
            cfg.interceptor_state().store_put(RequestChecksumCalculation::WhenRequired);
        }
        Ok(())
    }

    fn modify_before_retry_loop(
        &self,
        context: &mut aws_smithy_runtime_api::client::interceptors::context::BeforeTransmitInterceptorContextMut<'_>,
        _runtime_components: &crate::config::RuntimeComponents,
        _cfg: &mut crate::config::ConfigBag,
    ) -> Result<(), crate::error::BoxError> {
        if let Some(name) = self.0.filter(|name| !name.is_empty()) {
            context.request_mut().headers_mut().insert("x-algorithm", name);
        }
        Ok(())
    }
}

#[test]
fn requests_have_the_checksum_that_is_chosen_or_a_crc32() {
    // The checksums of `{}`, from other implementations.
    let cases = [
        (None, "x-amz-checksum-crc32", "o6a/Qw=="),
        (Some("CRC32"), "x-amz-checksum-crc32", "o6a/Qw=="),
        (Some("crc32c"), "x-amz-checksum-crc32c", "KXvQqg=="),
        (Some("SHA1"), "x-amz-checksum-sha1", "vyGp6PvFo4RvsFtPoIWeCReyIC8="),
        (Some("SHA256"), "x-amz-checksum-sha256", "RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o="),
    ];
    for (algorithm, header, value) in cases {
        let expected = Some((header.to_owned(), value.to_owned()));
        assert_eq!(checksum(algorithm, Need::Optional), Ok(expected), "{algorithm:?}");
    }
    let error = checksum(Some("MD5"), Need::Optional).expect_err("no algorithm");
    assert!(error.contains("the checksum algorithm `MD5` is unknown"), "{error}");
}

#[test]
fn optional_checksums_can_be_turned_off() {
    assert_eq!(checksum(Some(""), Need::Optional), Ok(None));
    assert!(checksum(Some(""), Need::Required).is_ok_and(|checksum| checksum.is_some()));
}

fn with_trailer(body: &'static [u8]) -> HttpRequest {
    let body = ByteStream::from_static(body).into_inner().map_preserve_contents(|body| {
        // A body that isn't in memory.
        SdkBody::from_body_1_x(body)
    });
    let mut request = HttpRequest::new(body);
    add_trailer(&mut request, Algorithm::Crc64Nvme).expect("the length is known");
    request
}

#[test]
fn streams_are_followed_by_a_trailer() {
    let cases: [(&[u8], &str); 2] = [
        (b"123456789", "9\r\n123456789\r\n0\r\nx-amz-checksum-crc64nvme:rosUhgp5mIg=\r\n\r\n"),
        (b"", "0\r\nx-amz-checksum-crc64nvme:AAAAAAAAAAA=\r\n\r\n"),
    ];
    for (body, expected) in cases {
        let mut request = with_trailer(body);
        let header = |name: &str| request.headers().get(name).map(str::to_owned);
        assert_eq!(header("content-encoding").as_deref(), Some("aws-chunked"));
        assert_eq!(header("x-amz-trailer").as_deref(), Some("x-amz-checksum-crc64nvme"));
        assert_eq!(header("x-amz-decoded-content-length"), Some(body.len().to_string()));
        assert_eq!(header("content-length"), Some(expected.len().to_string()));
        let sent = block_on(ByteStream::new(request.take_body()).collect()).expect("a body");
        assert_eq!(String::from_utf8_lossy(&sent.to_vec()), expected);
    }
}

fn received(header: &'static str, value: &'static str) -> Result<Vec<u8>, String> {
    let mut response = HttpResponse::new(200.try_into().expect("a status"), SdkBody::from("{}"));
    response.headers_mut().insert(header, value);
    let algorithms = &[Algorithm::Crc32, Algorithm::Sha1];
    ResponseChecksum { mode_header: "x-mode", algorithms }.verify(&mut response);
    let body = block_on(ByteStream::new(response.take_body()).collect());
    body.map(|body| body.to_vec()).map_err(|error| format!("{error:?}"))
}

#[test]
fn checksums_of_responses_are_verified() {
    let body = || Ok(b"{}".to_vec());
    assert_eq!(received("x-amz-checksum-crc32", "o6a/Qw=="), body());
    assert_eq!(received("x-amz-checksum-crc32", "AAAAAA==-2"), body());
    assert_eq!(received("x-amz-checksum-sha256", "wrong, but not modeled"), body());
    let error = received("x-amz-checksum-sha1", "AAAA").expect_err("another checksum");
    assert!(error.contains("the body's checksum is vyGp6PvFo4RvsFtPoIWeCReyIC8="), "{error}");
}
