//! Tests the extended request IDs of the fixture `adjusted_s3`. This file becomes a test of the fixture's crate.

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_types::body::SdkBody;
use fixture_adjusted_s3::config::{BehaviorVersion, Config, Credentials, Region};
use fixture_adjusted_s3::operation::RequestIdExt;
use fixture_adjusted_s3::{Client, Error};

/// A connection to a server that always gives the same response.
#[derive(Debug, Clone)]
struct Server {
    status: u16,
    extended_request_id: Option<&'static str>,
    body: &'static str,
}

impl HttpConnector for Server {
    fn call(&self, _: HttpRequest) -> HttpConnectorFuture {
        let status = self.status.try_into().expect("a valid status");
        let mut response = HttpResponse::new(status, SdkBody::from(self.body));
        if let Some(id) = self.extended_request_id {
            response.headers_mut().insert("x-amz-id-2", id);
        }
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl Server {
    fn client(self) -> Client {
        let connector = SharedHttpConnector::new(self);
        let config = Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new("us-east-1"))
            .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
            .http_client(http_client_fn(move |_, _| connector.clone()));
        Client::from_conf(config.build())
    }
}

#[tokio::test]
async fn outputs_have_the_id_of_the_response() {
    for extended_request_id in [Some("a+b/c="), None] {
        let server = Server {
            status: 200,
            extended_request_id,
            body: "<CopyObjectResult/>",
        };
        let call = server.client().copy_object().bucket("parts").key("a");
        let result = call.send().await;
        assert_eq!(result.extended_request_id(), extended_request_id);
        let output = result.expect("the copy exists");
        assert_eq!(output.extended_request_id(), extended_request_id);
    }
}

#[tokio::test]
async fn errors_have_the_id_of_the_response() {
    let bodies = [
        ("<Error><Code>NotActive</Code></Error>", Some("NotActive")),
        ("<Error><Code>Other</Code></Error>", Some("Other")),
        ("", None),
    ];
    for (body, code) in bodies {
        let server = Server {
            status: 403,
            extended_request_id: Some("a+b/c="),
            body,
        };
        let call = server.client().copy_object().bucket("parts").key("a");
        let error = call.send().await.expect_err("the status is an error");
        assert_eq!(error.extended_request_id(), Some("a+b/c="));
        let in_metadata = code.and(Some("a+b/c="));
        let error = error.into_service_error();
        assert_eq!(error.meta().code(), code);
        assert_eq!(error.extended_request_id(), in_metadata);
        assert_eq!(Error::from(error).extended_request_id(), in_metadata);
    }
}

#[tokio::test]
async fn responses_to_head_requests_have_the_id_too() {
    let server = Server {
        status: 404,
        extended_request_id: Some("a+b/c="),
        body: "",
    };
    let call = server.client().head_object().bucket("parts").key("a");
    let error = call.send().await.expect_err("nothing is there");
    let error = error.into_service_error();
    assert!(error.is_not_found());
    assert_eq!(error.extended_request_id(), Some("a+b/c="));
}
