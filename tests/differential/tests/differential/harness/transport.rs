//! An HTTP client without a network, which records requests and returns scripted responses.

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll};

use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::http::{
    HttpConnector, HttpConnectorFuture, SharedHttpClient, SharedHttpConnector, http_client_fn,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;
use bytes::Bytes;
use http_body::Frame;

/// A request as it would be sent, with headers in the order on the wire.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) uri: String,
    pub(crate) headers: Vec<(String, String)>,
    /// The body as text, which is easier to read in a failed assertion.
    pub(crate) body: String,
}

/// A scripted response or failure.
#[derive(Debug, Clone)]
pub(crate) enum Answer {
    Response {
        status: u16,
        headers: Vec<(&'static str, String)>,
        body: Vec<u8>,
    },
    /// The connection broke.
    Io,
    /// The connector reports a timeout.
    Timeout,
    /// The connector rejects the request.
    User,
    /// Another failure.
    Other,
    /// No response at all.
    Silence,
    /// A success whose body never arrives.
    Stall,
}

impl Answer {
    /// Creates a response with this body and a request ID.
    pub(crate) fn json(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self::Response {
            status,
            headers: vec![("x-amzn-requestid", "6f2c".to_owned())],
            body: body.into(),
        }
    }

    /// Adds a header if it is a response.
    pub(crate) fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        if let Self::Response { headers, .. } = &mut self {
            headers.push((name, value.into()));
        }
        self
    }
}

/// The script of one client. The last answer is repeated for all further requests.
#[derive(Debug, Clone, Default)]
pub(crate) struct Script(Arc<Mutex<State>>);

#[derive(Debug, Default)]
struct State {
    answers: VecDeque<Answer>,
    requests: Vec<Request>,
}

impl Script {
    pub(crate) fn new(answers: impl IntoIterator<Item = Answer>) -> Self {
        let script = Self::default();
        script.set(answers);
        script
    }

    /// Starts another script and clears the recorded requests.
    pub(crate) fn set(&self, answers: impl IntoIterator<Item = Answer>) {
        self.with(|state| {
            state.answers = answers.into_iter().collect();
            state.requests.clear();
        });
    }

    pub(crate) fn http_client(&self) -> SharedHttpClient {
        let connector = SharedHttpConnector::new(self.clone());
        http_client_fn(move |_, _| connector.clone())
    }

    /// Returns the recorded requests and clears them.
    pub(crate) fn take_requests(&self) -> Vec<Request> {
        self.with(|state| std::mem::take(&mut state.requests))
    }

    fn with<T>(&self, f: impl FnOnce(&mut State) -> T) -> T {
        f(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl HttpConnector for Script {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let answer = self.with(|state| {
            state.requests.push(written(&request));
            match state.answers.len() {
                0 | 1 => state.answers.front().cloned(),
                _ => state.answers.pop_front(),
            }
        });
        let error = match answer.unwrap_or(Answer::json(200, "{}")) {
            Answer::Response {
                status,
                headers,
                body,
            } => return HttpConnectorFuture::ready(Ok(response(status, headers, body))),
            Answer::Silence => return HttpConnectorFuture::new(std::future::pending()),
            Answer::Stall => return HttpConnectorFuture::ready(Ok(stalled())),
            Answer::Io => ConnectorError::io("the connection broke".into()),
            Answer::Timeout => ConnectorError::timeout("it took too long".into()),
            Answer::User => ConnectorError::user("no such host".into()),
            Answer::Other => ConnectorError::other("something else".into(), None),
        };
        HttpConnectorFuture::ready(Err(error))
    }
}

fn written(request: &HttpRequest) -> Request {
    let headers = request.headers().iter();
    let body = request.body().bytes().expect("bodies are in memory");
    Request {
        method: request.method().to_owned(),
        uri: request.uri().to_owned(),
        headers: headers
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect(),
        body: String::from_utf8(body.to_owned()).expect("JSON is UTF-8"),
    }
}

fn stalled() -> HttpResponse {
    let status = 200.try_into().expect("a valid status code");
    HttpResponse::new(status, SdkBody::from_body_1_x(Stalled))
}

/// A body that is always pending.
struct Stalled;

impl http_body::Body for Stalled {
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        Poll::Pending
    }
}

fn response(status: u16, headers: Vec<(&'static str, String)>, body: Vec<u8>) -> HttpResponse {
    let status = status.try_into().expect("scripts have valid status codes");
    let mut response = HttpResponse::new(status, SdkBody::from(body));
    for (name, value) in headers {
        response.headers_mut().append(name, value);
    }
    response
}
