//! A client whose HTTP connector answers with prepared responses and keeps the requests.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use aws_smithy_runtime_api::client::http::{
    HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpConnector,
};
use aws_smithy_runtime_api::client::orchestrator::{HttpRequest, HttpResponse};
use aws_smithy_runtime_api::client::result::ConnectorError;
use aws_smithy_types::body::SdkBody;

use crate::config::{Builder, Credentials, Region, RuntimeComponents};
use crate::{Client, Config};

#[derive(Clone, Debug, Default)]
pub(super) struct Replay {
    responses: Arc<Mutex<VecDeque<(u16, &'static str)>>>,
    requests: Arc<Mutex<Vec<HttpRequest>>>,
}

impl Replay {
    pub(super) fn new(responses: impl IntoIterator<Item = (u16, &'static str)>) -> Self {
        Self { responses: Arc::new(Mutex::new(responses.into_iter().collect())), requests: Arc::default() }
    }

    pub(super) fn config(&self) -> Builder {
        Config::builder()
            .http_client(self.clone())
            .region(Region::from_static("eu-central-1"))
            .credentials_provider(Credentials::new("key", "secret", None, None, "test"))
            .behavior_version_latest()
    }

    pub(super) fn client(&self) -> Client {
        Client::from_conf(self.config().build())
    }

    pub(super) fn requests(&self) -> Vec<HttpRequest> {
        std::mem::take(&mut self.requests.lock().unwrap())
    }

    pub(super) fn bodies(&self) -> Vec<String> {
        let body = |request: HttpRequest| {
            let bytes = request.body().bytes().expect("a body in memory");
            String::from_utf8(bytes.to_vec()).expect("JSON is UTF-8")
        };
        self.requests().into_iter().map(body).collect()
    }
}

impl HttpConnector for Replay {
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        self.requests.lock().unwrap().push(request);
        let Some((status, body)) = self.responses.lock().unwrap().pop_front() else {
            let error = ConnectorError::user("no response left".into());
            return HttpConnectorFuture::ready(Err(error));
        };
        let status = status.try_into().expect("a valid status");
        let mut response = HttpResponse::new(status, SdkBody::from(body));
        response.headers_mut().insert("x-amzn-requestid", "id-1");
        HttpConnectorFuture::ready(Ok(response))
    }
}

impl HttpClient for Replay {
    fn http_connector(&self, _: &HttpConnectorSettings, _: &RuntimeComponents) -> SharedHttpConnector {
        SharedHttpConnector::new(self.clone())
    }
}

pub(super) fn block_on<F: Future>(future: F) -> F::Output {
    tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime").block_on(future)
}
