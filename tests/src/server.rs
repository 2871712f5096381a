//! An HTTP server that sends given replies and records the requests.

use std::convert::Infallible;
use std::sync::{Arc, Mutex};

use http_body_util::{BodyExt, Full};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{HeaderMap, Method, Response, Uri};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A server that runs until it is dropped.
#[derive(Debug)]
pub struct Server {
    url: String,
    requests: Arc<Mutex<Vec<Request>>>,
    task: JoinHandle<()>,
}

/// A request as received.
#[derive(Debug, Clone)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// The target: path and query.
    pub target: Uri,
    /// The headers.
    pub headers: HeaderMap,
    /// The body.
    pub body: String,
}

/// A response to send.
#[derive(Debug, Clone)]
pub struct Reply {
    status: u16,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Server {
    /// Starts a server that replies to each request with the result of `answer`.
    pub async fn start(answer: impl FnMut(&Request) -> Reply + Send + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0")
            .await
            .expect("a port is free");
        let address = listener.local_addr().expect("a listener has an address");
        let requests = Arc::default();
        let state = State {
            answer: Arc::new(Mutex::new(answer)),
            requests: Arc::clone(&requests),
        };
        Self {
            url: format!("http://{address}"),
            requests,
            task: tokio::spawn(accept(listener, state)),
        }
    }

    /// Starts a server that sends these replies in turn. Further requests get a status that no test expects.
    pub async fn with(replies: impl IntoIterator<Item = Reply>) -> Self {
        let mut replies: Vec<Reply> = replies.into_iter().collect();
        replies.reverse();
        Self::start(move |_| replies.pop().unwrap_or_else(|| Reply::new(418, "no reply"))).await
    }

    /// Returns the URL of the server.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Returns the requests received so far.
    pub fn requests(&self) -> Vec<Request> {
        self.requests.lock().expect("no test panics in it").clone()
    }

    /// Returns the only request. Panics if there isn't exactly one.
    #[track_caller]
    pub fn request(&self) -> Request {
        let mut requests = self.requests();
        assert_eq!(requests.len(), 1, "{requests:#?}");
        requests.remove(0)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

impl Request {
    /// Returns the value of a header. Panics if the request doesn't contain it exactly once.
    #[track_caller]
    pub fn header(&self, name: &str) -> &str {
        let values: Vec<_> = self.headers.get_all(name).iter().collect();
        assert_eq!(values.len(), 1, "{name}: {values:?}");
        values[0].to_str().expect("headers are ASCII")
    }
}

impl Reply {
    /// Creates a reply with a JSON body and a request ID.
    pub fn new(status: u16, body: impl Into<Vec<u8>>) -> Self {
        Self {
            status,
            headers: vec![
                ("content-type", "application/json".to_owned()),
                ("x-amzn-requestid", "request-1".to_owned()),
            ],
            body: body.into(),
        }
    }

    /// Creates a successful reply.
    pub fn ok(body: impl Into<Vec<u8>>) -> Self {
        Self::new(200, body)
    }

    /// Sets a header.
    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|(other, _)| *other != name);
        self.headers.push((name, value.into()));
        self
    }

    /// Removes a header.
    pub fn without(mut self, name: &str) -> Self {
        self.headers.retain(|(other, _)| *other != name);
        self
    }
}

/// The state that the connections of a server share.
struct State<A> {
    answer: Arc<Mutex<A>>,
    requests: Arc<Mutex<Vec<Request>>>,
}

// Not derived, because that would require `A: Clone`.
impl<A> Clone for State<A> {
    fn clone(&self) -> Self {
        Self {
            answer: Arc::clone(&self.answer),
            requests: Arc::clone(&self.requests),
        }
    }
}

async fn accept<A: FnMut(&Request) -> Reply + Send + 'static>(
    listener: TcpListener,
    state: State<A>,
) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(serve(stream, state.clone()));
    }
}

async fn serve<A: FnMut(&Request) -> Reply + Send + 'static>(stream: TcpStream, state: State<A>) {
    let service = service_fn(|request| {
        let state = state.clone();
        async move { Ok::<_, Infallible>(respond(request, state).await) }
    });
    // Clients can close the connection at any time.
    let _ = hyper::server::conn::http1::Builder::new()
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

async fn respond<A: FnMut(&Request) -> Reply>(
    request: hyper::Request<Incoming>,
    state: State<A>,
) -> Response<Full<Bytes>> {
    let (head, body) = request.into_parts();
    let body = body.collect().await.expect("the client sends it all");
    let request = Request {
        method: head.method,
        target: head.uri,
        headers: head.headers,
        body: String::from_utf8(body.to_bytes().into()).expect("JSON is UTF-8"),
    };
    let reply = (state.answer.lock().expect("no test panics in it"))(&request);
    let requests = &state.requests;
    requests.lock().expect("no test panics in it").push(request);
    let mut response = Response::builder().status(reply.status);
    for (name, value) in reply.headers {
        response = response.header(name, value);
    }
    response
        .body(Full::from(reply.body))
        .expect("tests give valid headers")
}
