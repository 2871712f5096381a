//! Tests presigned requests of the fixture `presigned_unsigned`. This file becomes a test of the fixture's crate.
//!
//! The signatures are those that the tests of smithy-rs expect of the official crate for the same calls
//! (`aws/sdk/integration-tests/s3/tests/presigning.rs`).

use std::time::{Duration, SystemTime};

use fixture_presigned_unsigned::Client;
use fixture_presigned_unsigned::config::{BehaviorVersion, Config, Credentials, Region};
use fixture_presigned_unsigned::presigning::PresigningConfig;

fn client() -> Client {
    let token = Some("notarealsessiontoken".to_owned());
    let secret = "notrealrnrELgWzOk3IfjzDKtFBhDby";
    let credentials = Credentials::new("ANOTREAL", secret, token, None, "test");
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(credentials);
    Client::from_conf(config.build())
}

fn presigning() -> PresigningConfig {
    PresigningConfig::builder()
        .start_time(SystemTime::UNIX_EPOCH + Duration::from_secs(1_234_567_891))
        .expires_in(Duration::from_secs(30))
        .build()
        .expect("the time is in the range")
}

/// Returns the URI of `test-key` in `test-bucket`.
fn uri(id: &str, signed_headers: &str, signature: &str) -> String {
    format!(
        "https://test-bucket.s3.us-east-1.amazonaws.com/test-key?x-id={id}&X-Amz-Algorithm=AWS4-HMAC-SHA256\
         &X-Amz-Credential=ANOTREAL%2F20090213%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20090213T233131Z\
         &X-Amz-Expires=30&X-Amz-SignedHeaders={signed_headers}&X-Amz-Signature={signature}\
         &X-Amz-Security-Token=notarealsessiontoken"
    )
}

#[tokio::test]
async fn downloads_ask_for_no_checksum() {
    let call = client().get_object().bucket("test-bucket").key("test-key");
    let request = call.presigned(presigning()).await.expect("a request");
    let signature = "758353318739033a850182c7b3435076eebbbd095f8dcf311383a6a1e124c4cb";
    assert_eq!(request.method(), "GET");
    assert_eq!(request.uri(), uri("GetObject", "host", signature));
    assert_eq!(request.headers().count(), 0);
}

#[tokio::test]
async fn uploads_have_the_headers_of_the_input_and_neither_checksum_nor_body() {
    let call = client().put_object().bucket("test-bucket").key("test-key");
    let call = call
        .content_length(12345)
        .content_type("application/x-test");
    let request = call.presigned(presigning()).await.expect("a request");
    let signature = "be1d41dc392f7019750e4f5e577234fb9059dd20d15f6a99734196becce55e52";
    let headers = "content-length%3Bcontent-type%3Bhost";
    assert_eq!(request.method(), "PUT");
    assert_eq!(request.uri(), uri("PutObject", headers, signature));
    let headers: Vec<_> = request.headers().collect();
    assert_eq!(
        headers,
        [
            ("content-length", "12345"),
            ("content-type", "application/x-test")
        ]
    );
}
