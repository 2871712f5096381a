//! Interceptors that change requests: checksums, tree hashes and compression.

use std::io::Read;

use flate2::read::GzDecoder;

use super::runtime_support::{Replay, block_on};
use crate::Client;
use crate::config::http::HttpRequest;
use crate::runtime::checksum::Md5Checksum;
use crate::runtime::compression::Gzip;
use crate::runtime::tree_hash::TreeHash;
use crate::types::ThingFilter;

/// The request whose body has a name of this length, compressed.
fn compressed(client: &Client, replay: &Replay, length: usize) -> Result<HttpRequest, String> {
    let call = client.list_things().thing_id("1").filter(ThingFilter::Name("x".repeat(length)));
    match block_on(call.customize().interceptor(Gzip).send()) {
        Ok(_) => Ok(replay.requests().remove(0)),
        Err(error) => Err(format!("{error:?}")),
    }
}

#[test]
fn a_request_carries_the_md5_of_its_body() {
    let replay = Replay::new([(200, "{}"), (200, "{}")]);
    let client = replay.client();
    let call = || client.list_things().thing_id("1").customize().interceptor(Md5Checksum);
    block_on(call().send()).unwrap();
    let own = call().mutate_request(|request| {
        request.headers_mut().insert("content-md5", "own");
    });
    block_on(own.send()).unwrap();
    let requests = replay.requests();
    // The MD5 of `{}`.
    assert_eq!(requests[0].headers().get("content-md5"), Some("mZFLkyvTelC5g8XnyQrpOw=="));
    assert_eq!(requests[1].headers().get("content-md5"), Some("own"));
}

/// The bodies have one, one and six chunks; the hashes were computed by another implementation.
#[test]
fn tree_hashes_cover_all_chunks() {
    let cases = [
        (
            1,
            "a5f032df43e2d7e361ffc253a64be278395acf84ce500425a05d4be283b0a5be",
            "a5f032df43e2d7e361ffc253a64be278395acf84ce500425a05d4be283b0a5be",
        ),
        (
            1048554,
            "f948a22019cfacd0706421316e319e4deab4dd14af902d1387834e3ced1e2ace",
            "f948a22019cfacd0706421316e319e4deab4dd14af902d1387834e3ced1e2ace",
        ),
        (
            5242887,
            "6811bc104bd8eabf939a3ae04db7716eded1b19e89c77c9dfaf85716739d159e",
            "9001db8378ae2258b42f467227a9fff32da5ee9683e233d620c82bda3f131a5b",
        ),
    ];
    for (length, tree, content) in cases {
        let replay = Replay::new([(200, "{}")]);
        let client = replay.client();
        let call = client.list_things().thing_id("1").filter(ThingFilter::Name("x".repeat(length)));
        block_on(call.customize().interceptor(TreeHash).send()).unwrap();
        let request = replay.requests().remove(0);
        assert_eq!(request.headers().get("x-amz-sha256-tree-hash"), Some(tree));
        assert_eq!(request.headers().get("x-amz-content-sha256"), Some(content));
    }
}

#[test]
fn long_bodies_are_compressed() {
    let replay = Replay::new([(200, "{}")]);
    let request = compressed(&replay.client(), &replay, 10_240).unwrap();
    let body = request.body().bytes().unwrap();
    let mut text = String::new();
    GzDecoder::new(body).read_to_string(&mut text).unwrap();
    assert!(text.starts_with("{\"Filter\":{\"Name\":\"xxx"));
    assert_eq!(request.headers().get("content-encoding"), Some("gzip"));
    assert_eq!(request.headers().get("content-length"), Some(body.len().to_string().as_str()));
}

#[test]
fn short_bodies_are_sent_as_they_are() {
    let replay = Replay::new([(200, "{}"), (200, "{}")]);
    for client in [
        replay.client(),
        Client::from_conf(replay.config().request_min_compression_size_bytes(20_000).build()),
    ] {
        let request = compressed(&client, &replay, 10_000).unwrap();
        assert_eq!(request.headers().get("content-encoding"), None);
    }
}

#[test]
fn compression_is_as_configured() {
    let replay = Replay::new([(200, "{}"), (200, "{}")]);
    let config = replay.config().request_min_compression_size_bytes(1);
    assert_eq!(config.clone().build().request_min_compression_size_bytes(), Some(1));
    let request = compressed(&Client::from_conf(config.clone().build()), &replay, 1).unwrap();
    assert_eq!(request.headers().get("content-encoding"), Some("gzip"));
    let disabled = config.disable_request_compression(true).build();
    assert_eq!(disabled.disable_request_compression(), Some(true));
    let request = compressed(&Client::from_conf(disabled), &replay, 1).unwrap();
    assert_eq!(request.headers().get("content-encoding"), None);
}

#[test]
fn the_least_size_has_a_limit() {
    let replay = Replay::new([]);
    let config = replay.config().request_min_compression_size_bytes(10_485_761);
    let error = compressed(&Client::from_conf(config.build()), &replay, 1).unwrap_err();
    assert!(error.contains("10485760"), "{error}");
}
