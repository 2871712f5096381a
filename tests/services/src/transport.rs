//! An HTTP client without a network, which records requests and returns one response.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use aws_smithy_types::byte_stream::ByteStream;

use crate::values::Values;

/// A response to a call.
#[derive(Debug, Clone)]
pub struct Response {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
    /// Whether the generated crate may reject what the official one accepts.
    pub(crate) can_be_rejected: bool,
}

impl fmt::Display for Response {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers = self.headers.iter();
        let headers = headers.map(|(name, value)| (*name, value.as_str()));
        f.write_str(&message(&self.status.to_string(), headers, &self.body))
    }
}

impl Response {
    /// Creates a response without headers.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: Vec::new(),
            body: body.into(),
            can_be_rejected: false,
        }
    }

    /// Adds a header.
    #[must_use]
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// Returns the response and a copy of it whose body ends early.
    pub fn and_truncated(self, values: &mut Values) -> [Self; 2] {
        let mut truncated = self.clone();
        truncated.body.truncate(values.index(self.body.len()));
        [self, truncated]
    }

    /// Returns the response and a copy of it whose body ends early. The official reader of XML accepts some of these copies,
    /// and ours rejects them.
    pub fn and_truncated_xml(self, values: &mut Values) -> [Self; 2] {
        let [response, mut truncated] = self.and_truncated(values);
        truncated.can_be_rejected = true;
        [response, truncated]
    }

    fn to_http(&self) -> HttpResponse {
        let status = self.status.try_into().expect("a valid status code");
        let mut response = HttpResponse::new(status, SdkBody::from(self.body.clone()));
        for (name, value) in &self.headers {
            response.headers_mut().append(*name, value.clone());
        }
        response
    }
}

/// The network of one call.
#[derive(Debug, Clone)]
pub(crate) struct Transport {
    response: Response,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Transport {
    pub(crate) fn new(response: Response) -> Self {
        Self {
            response,
            requests: Arc::default(),
        }
    }

    pub(crate) fn http_client(&self) -> SharedHttpClient {
        let connector = SharedHttpConnector::new(self.clone());
        http_client_fn(move |_, _| connector.clone())
    }

    /// Returns the recorded requests and clears them.
    pub(crate) fn take_requests(&self) -> Vec<String> {
        let mut requests = self.requests.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::take(&mut requests)
    }

    async fn respond(self, request: HttpRequest) -> Result<HttpResponse, ConnectorError> {
        let request = recorded(request).await?;
        self.requests
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(request);
        Ok(self.response.to_http())
    }
}

impl HttpConnector for Transport {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        HttpConnectorFuture::new(self.clone().respond(request))
    }
}

/// Returns the text of a request as it would be sent.
async fn recorded(mut request: HttpRequest) -> Result<String, ConnectorError> {
    let body = ByteStream::new(request.take_body()).collect().await;
    let body = body.map_err(|error| ConnectorError::user(error.into()))?;
    let line = format!("{} {}", request.method(), request.uri());
    Ok(message(&line, request.headers().iter(), &body.into_bytes()))
}

/// Returns the text of a message. Bytes of the body that aren't printable are escaped.
fn message<'a>(
    line: &str,
    headers: impl Iterator<Item = (&'a str, &'a str)>,
    body: &[u8],
) -> String {
    let headers: String = headers
        .map(|(name, value)| format!("{name}: {value}\n"))
        .collect();
    format!("{line}\n{headers}\n{}\n", body.escape_ascii())
}
