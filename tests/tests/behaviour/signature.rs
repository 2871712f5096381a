//! Computes the expected `authorization` header of Signature Version 4, independently of the SDK.

use std::fmt::Write as _;

use connect_slim_tests::server::Request;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

/// The key and the scope of a signature.
pub struct Scope<'a> {
    pub access_key: &'a str,
    pub secret_key: &'a str,
    pub region: &'a str,
    pub service: &'a str,
}

/// Returns the `authorization` header of `request` with these signed headers, which must be sorted.
pub fn authorization(request: &Request, signed: &[&str], scope: &Scope<'_>) -> String {
    let time = request.header("x-amz-date");
    let (day, _) = time.split_once('T').expect("a date and a time");
    let credential = format!("{day}/{}/{}/aws4_request", scope.region, scope.service);
    let canonical = hex(&Sha256::digest(canonical(request, signed)));
    let to_sign = format!("AWS4-HMAC-SHA256\n{time}\n{credential}\n{canonical}");
    let signature = hex(&mac(&signing_key(day, scope), &to_sign));
    format!(
        "AWS4-HMAC-SHA256 Credential={}/{credential}, SignedHeaders={}, Signature={signature}",
        scope.access_key,
        signed.join(";"),
    )
}

/// Returns the canonical request. Paths and queries of these tests need no encoding.
fn canonical(request: &Request, signed: &[&str]) -> String {
    let headers: String = signed
        .iter()
        .map(|name| format!("{name}:{}\n", request.header(name).trim()))
        .collect();
    format!(
        "{}\n{}\n{}\n{headers}\n{}\n{}",
        request.method,
        request.target.path(),
        request.target.query().unwrap_or_default(),
        signed.join(";"),
        hex(&Sha256::digest(&request.body)),
    )
}

fn signing_key(day: &str, scope: &Scope<'_>) -> Vec<u8> {
    let secret = format!("AWS4{}", scope.secret_key).into_bytes();
    [day, scope.region, scope.service, "aws4_request"]
        .iter()
        .fold(secret, |key, part| mac(&key, part))
}

fn mac(key: &[u8], text: &str) -> Vec<u8> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("any length will do");
    mac.update(text.as_bytes());
    mac.finalize().into_bytes().to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes all text");
        text
    })
}

/// The first case of AWS's own test suite for Signature Version 4, `get-vanilla`.
#[test]
fn signature_matches_the_test_suite_of_aws() {
    let mut headers = hyper::HeaderMap::new();
    headers.insert("host", "example.amazonaws.com".parse().unwrap());
    headers.insert("x-amz-date", "20150830T123600Z".parse().unwrap());
    let request = Request {
        method: hyper::Method::GET,
        target: "/".parse().unwrap(),
        headers,
        body: String::new(),
    };
    let scope = Scope {
        access_key: "AKIDEXAMPLE",
        secret_key: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY",
        region: "us-east-1",
        service: "service",
    };
    assert_eq!(
        authorization(&request, &["host", "x-amz-date"], &scope),
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, \
         SignedHeaders=host;x-amz-date, \
         Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"
    );
}
