//! Tests how requests of the fixture `sigv4a` are signed. This file becomes a test of the fixture's crate.

use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use fixture_sigv4a::Client;
use fixture_sigv4a::config::{BehaviorVersion, Config, Credentials, Region};

/// A connection that keeps the last request.
#[derive(Debug, Clone, Default)]
struct Connection(Arc<Mutex<Option<HttpRequest>>>);

impl HttpConnector for Connection {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        *self.0.lock().unwrap() = Some(request);
        let status = 200.try_into().expect("a valid status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::from("{}"))))
    }
}

/// Returns the request of a call.
async fn request(everywhere: bool) -> HttpRequest {
    let connection = Connection::default();
    let connector = SharedHttpConnector::new(connection.clone());
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
        .http_client(http_client_fn(move |_, _| connector.clone()));
    let client = Client::from_conf(config.build());
    let call = client.get().everywhere(everywhere);
    call.send().await.expect("the response is valid");
    let request = connection.0.lock().unwrap().take();
    request.expect("a request was sent")
}

#[tokio::test]
async fn the_endpoint_decides_how_requests_are_signed() {
    let global = request(true).await;
    let authorization = global.headers().get("authorization").expect("a signature");
    assert!(global.uri().starts_with("https://global.example.com/"));
    assert!(
        authorization.starts_with("AWS4-ECDSA-P256-SHA256 Credential=key/"),
        "{authorization}"
    );
    assert_eq!(global.headers().get("x-amz-region-set"), Some("*"));

    let regional = request(false).await;
    let authorization = regional.headers().get("authorization").expect("a signature");
    assert!(regional.uri().starts_with("https://regional.example.com/"));
    assert!(authorization.starts_with("AWS4-HMAC-SHA256 Credential=key/"));
    assert!(authorization.contains("/us-east-2/fixture/aws4_request"));
    assert_eq!(regional.headers().get("x-amz-region-set"), None);
}
