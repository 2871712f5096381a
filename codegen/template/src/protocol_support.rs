//! What the protocol tests of a generated crate share: capturing a request and comparing it, making a response and
//! reading it. Copied as `tests/protocol_tests/support.rs`.
#![allow(dead_code, reason = "not every service has cases of every kind")]

mod body;
mod cbor;
mod tree;

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::interceptors::context::OutputOrError;
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::runtime_components::RuntimeComponents;
use aws_smithy_runtime_api::client::runtime_plugin::RuntimePlugin;
use aws_smithy_runtime_api::client::ser_de::{DeserializeResponse, SharedResponseDeserializer};
use aws_smithy_types::Document;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

pub(crate) use self::body::assert_same as assert_same_body;

/// An HTTP client that keeps the request and answers with an empty response.
#[derive(Clone, Debug, Default)]
pub(crate) struct Capture(Arc<Mutex<Option<HttpRequest>>>);

impl HttpConnector for Capture {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        *self.0.lock().expect("nobody panicked") = Some(request);
        let status = 200.try_into().expect("a valid status");
        HttpConnectorFuture::ready(Ok(HttpResponse::new(status, SdkBody::empty())))
    }
}

impl HttpClient for Capture {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

impl Capture {
    /// The request that led to `result`.
    pub(crate) async fn request(self, result: &impl Debug) -> Request {
        let request = self.0.lock().expect("nobody panicked").take();
        let Some(mut request) = request else { panic!("no request was sent: {result:?}") };
        let body = ByteStream::new(request.take_body()).collect().await;
        let body = body.expect("a body that can be read").to_vec();
        Request { request, body }
    }
}

/// A request that was sent.
pub(crate) struct Request {
    request: HttpRequest,
    body: Vec<u8>,
}

impl Request {
    pub(crate) fn assert_method(&self, expected: &str) {
        assert_eq!(self.request.method(), expected);
    }

    /// The path, without the query.
    pub(crate) fn assert_path(&self, expected: &str) {
        assert_eq!(self.split_uri().1, expected);
    }

    pub(crate) fn assert_host(&self, expected: &str) {
        assert_eq!(self.split_uri().0, expected);
    }

    /// Each of these parameters, as `name=value`, occurs as often as it is expected.
    pub(crate) fn assert_query(&self, expected: &[&str]) {
        let query = self.query();
        for param in expected {
            let count = |params: &[&str]| params.iter().filter(|other| *other == param).count();
            assert!(count(&query) >= count(expected), "{param} is missing in {query:?}");
        }
    }

    pub(crate) fn assert_query_has(&self, names: &[&str]) {
        for name in names {
            assert!(self.has_param(name), "{name} is missing in {:?}", self.query());
        }
    }

    pub(crate) fn assert_query_lacks(&self, names: &[&str]) {
        for name in names {
            assert!(!self.has_param(name), "{name} is forbidden in {:?}", self.query());
        }
    }

    /// Headers that occur more than once are joined.
    pub(crate) fn assert_headers(&self, expected: &[(&str, &str)]) {
        for (name, value) in expected {
            let values: Vec<&str> = self.request.headers().get_all(name).collect();
            assert_eq!((*name, values.join(", ")), (*name, (*value).to_owned()));
        }
    }

    pub(crate) fn assert_headers_have(&self, names: &[&str]) {
        for name in names {
            assert!(self.request.headers().contains_key(name), "the header {name} is missing");
        }
    }

    pub(crate) fn assert_headers_lack(&self, names: &[&str]) {
        for name in names {
            let value = self.request.headers().get(name);
            assert_eq!(value, None, "the header {name} is forbidden");
        }
    }

    /// Bodies are compared by what they mean.
    pub(crate) fn assert_body(&self, media_type: &str, expected: &str) {
        assert_same_body(media_type, &self.body, expected);
    }

    /// Host, path and query.
    fn split_uri(&self) -> (&str, &str, &str) {
        let uri = self.request.uri();
        let rest = uri.split_once("://").map_or(uri, |(_, rest)| rest);
        let (host, rest) = rest.split_at(rest.find(['/', '?']).unwrap_or(rest.len()));
        let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
        (host, path, query)
    }

    fn query(&self) -> Vec<&str> {
        self.split_uri().2.split('&').filter(|param| !param.is_empty()).collect()
    }

    fn has_param(&self, name: &str) -> bool {
        self.query().iter().any(|param| param.split('=').next() == Some(name))
    }
}

/// A response of a service.
pub(crate) fn response(
    status: u16,
    headers: &[(&'static str, &'static str)],
    body: impl Into<SdkBody>,
) -> HttpResponse {
    let status = status.try_into().expect("a valid status");
    let mut response = HttpResponse::new(status, body.into());
    for (name, value) in headers {
        response.headers_mut().append(*name, *value);
    }
    response
}

/// Reads a response as the runtime does.
#[allow(deprecated, reason = "what replaces the methods isn't in the oldest runtime that is supported")]
pub(crate) fn read(operation: &impl RuntimePlugin, mut response: HttpResponse) -> OutputOrError {
    let config = operation.config().expect("an operation has a configuration");
    let deserializer = config.load::<SharedResponseDeserializer>().expect("an operation reads responses");
    match deserializer.deserialize_streaming(&mut response) {
        Some(result) => result,
        None => deserializer.deserialize_nonstreaming(&response),
    }
}

/// The value of a member is the one expected. Values that don't equal themselves are compared as they print.
pub(crate) fn assert_same<T: Debug + PartialEq>(member: &str, actual: &T, expected: &T) {
    let print = |value: &T| format!("{value:?}");
    let same = actual == expected || (print(expected).contains("NaN") && print(actual) == print(expected));
    assert!(same, "{member} is {actual:#?}, not {expected:#?}");
}

/// Whether a document says anything.
pub(crate) fn not_null(document: &&Document) -> bool {
    !document.is_null()
}

/// The bytes of a stream are those expected.
pub(crate) async fn assert_same_stream(member: &str, actual: ByteStream, expected: ByteStream) {
    let actual = actual.collect().await.expect("a stream that can be read").to_vec();
    let expected = expected.collect().await.expect("a stream that can be read").to_vec();
    assert_eq!((member, actual), (member, expected));
}
