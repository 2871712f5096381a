//! Tests of the configuration of clients and of single calls.

use std::sync::{Arc, Mutex};

use aws_config::SdkConfig;
use connect_slim::Client;
use connect_slim::config::interceptors::{
    BeforeTransmitInterceptorContextMut, FinalizerInterceptorContextRef,
};
use connect_slim::config::retry::RetryConfig;
use connect_slim::config::{
    AppName, BehaviorVersion, Config, ConfigBag, Credentials, Intercept, Region, RuntimeComponents,
};
use connect_slim::error::{BoxError, DisplayErrorContext, SdkError};
use connect_slim_tests::client::{client, config};
use connect_slim_tests::server::{Reply, Server};

/// Starts a server that replies successfully to every call.
async fn server() -> Server {
    Server::start(|_| Reply::ok("{}")).await
}

fn assert_send<T: Send + 'static>(value: T) -> T {
    value
}

#[tokio::test]
async fn calls_can_be_spawned_and_clients_can_be_shared() {
    fn assert_shareable<T: Clone + Send + Sync + std::fmt::Debug + 'static>(_: &T) {}
    let server = server().await;
    let client = client(server.url());
    assert_shareable(&client);
    assert_shareable(client.config());
    assert_shareable(&client.search_agent_statuses());
    tokio::spawn(assert_send(client.get_contact_metrics().send()));
    tokio::spawn(assert_send(
        client.search_agent_statuses().customize().send(),
    ));
    let input = connect_slim::operation::search_agent_statuses::SearchAgentStatusesInput::builder();
    let call = async move { input.send_with(&client).await.map(|_| client) };
    let client = tokio::spawn(assert_send(call)).await.unwrap().unwrap();
    let groups = client.search_user_hierarchy_groups();
    let mut pages = assert_send(groups.clone().into_paginator().send());
    tokio::spawn(assert_send(groups.send()))
        .await
        .unwrap()
        .unwrap();
    assert!(
        assert_send(async move { pages.next().await })
            .await
            .is_some()
    );
}

#[tokio::test]
async fn config_override_applies_to_one_call() {
    let [of_client, of_call] = [server().await, server().await];
    let client = client(of_client.url());
    let over = Config::builder()
        .endpoint_url(of_call.url())
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("OTHER", "secret", None, None, "tests"))
        .retry_config(RetryConfig::standard().with_max_attempts(7))
        .app_name(AppName::new("of-the-call").unwrap());
    let call = client
        .search_agent_statuses()
        .customize()
        .config_override(over);
    call.send().await.unwrap();
    let request = of_call.request();
    let authorization = request.header("authorization");
    assert!(
        authorization.contains("Credential=OTHER/"),
        "{authorization}"
    );
    assert!(
        authorization.contains("/us-west-2/connect/"),
        "{authorization}"
    );
    assert_eq!(request.header("amz-sdk-request"), "attempt=1; max=7");
    assert!(
        request
            .header("x-amz-user-agent")
            .contains("app/of-the-call")
    );

    client.search_agent_statuses().send().await.unwrap();
    let request = of_client.request();
    let authorization = request.header("authorization");
    assert!(
        authorization.contains("Credential=AKIDEXAMPLE/"),
        "{authorization}"
    );
    assert!(
        authorization.contains("/eu-west-2/connect/"),
        "{authorization}"
    );
    assert_eq!(request.header("amz-sdk-request"), "attempt=1; max=1");
    assert!(!request.header("x-amz-user-agent").contains("app/"));
}

#[tokio::test]
async fn application_name_is_sent_in_the_user_agent() {
    let server = server().await;
    let name = AppName::new("call-center").unwrap();
    let client = Client::from_conf(config(server.url()).app_name(name).build());
    client.search_agent_statuses().send().await.unwrap();
    let request = server.request();
    let agent = request.header("x-amz-user-agent");
    assert!(
        agent.split(' ').any(|part| part == "app/call-center"),
        "{agent}"
    );
}

/// Records the hooks that are called, and adds a header after signing.
#[derive(Debug, Clone)]
struct Watch {
    name: &'static str,
    calls: Arc<Mutex<Vec<String>>>,
}

impl Intercept for Watch {
    fn name(&self) -> &'static str {
        "Watch"
    }

    fn modify_before_transmit(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let note = format!("{} sends", self.name);
        self.calls.lock().unwrap().push(note);
        let headers = context.request_mut().headers_mut();
        headers.append("x-watched-by", self.name);
        Ok(())
    }

    fn read_after_execution(
        &self,
        context: &FinalizerInterceptorContextRef<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        let status = context
            .response()
            .map(|response| response.status().as_u16());
        let note = format!("{} ends with {status:?}", self.name);
        self.calls.lock().unwrap().push(note);
        Ok(())
    }
}

#[tokio::test]
async fn interceptors_of_client_and_call_are_called() {
    let server = server().await;
    let calls = Arc::default();
    let watch = |name| Watch {
        name,
        calls: Arc::clone(&calls),
    };
    let config = config(server.url()).interceptor(watch("client"));
    let client = Client::from_conf(config.build());
    let call = client.search_agent_statuses().customize();
    call.interceptor(watch("call")).send().await.unwrap();
    client.search_agent_statuses().send().await.unwrap();
    let requests = server.requests();
    let watchers = |i: usize| requests[i].headers.get_all("x-watched-by").iter().count();
    assert_eq!([watchers(0), watchers(1)], [2, 1]);
    let calls = calls.lock().unwrap();
    let count = |note: &str| calls.iter().filter(|call| *call == note).count();
    assert_eq!(calls.len(), 6, "{calls:?}");
    assert_eq!((count("client sends"), count("call sends")), (2, 1));
    assert_eq!(count("client ends with Some(200)"), 2);
    assert_eq!(count("call ends with Some(200)"), 1);
}

#[tokio::test]
async fn requests_can_be_modified_before_signing() {
    let server = server().await;
    let client = client(server.url());
    let call = client.search_agent_statuses().customize();
    let call = call.mutate_request(|request| {
        request.headers_mut().insert("x-mutated", "yes");
    });
    let call = call.map_request(|mut request| {
        request.headers_mut().insert("x-mapped", "yes");
        Ok::<_, std::convert::Infallible>(request)
    });
    call.send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("x-mutated"), "yes");
    assert_eq!(request.header("x-mapped"), "yes");
    let authorization = request.header("authorization");
    assert!(
        authorization.contains(";x-mapped;x-mutated,"),
        "{authorization}"
    );
}

#[tokio::test]
async fn failing_modification_prevents_the_request() {
    let server = server().await;
    let call = client(server.url()).search_agent_statuses().customize();
    let error = call
        .map_request(|_| Err(std::fmt::Error))
        .send()
        .await
        .unwrap_err();
    assert!(matches!(error, SdkError::DispatchFailure(_)), "{error:?}");
    assert_eq!(server.requests().len(), 0);
}

#[tokio::test]
async fn missing_credentials_are_an_error() {
    let server = server().await;
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("us-west-2"))
        .endpoint_url(server.url());
    let call = Client::from_conf(config.build()).search_agent_statuses();
    let error = call.send().await.unwrap_err();
    assert!(matches!(error, SdkError::DispatchFailure(_)), "{error:?}");
    let text = DisplayErrorContext(error).to_string();
    assert!(
        text.contains("there was no identity resolver for it"),
        "{text}"
    );
    assert_eq!(server.requests().len(), 0);
}

#[tokio::test]
async fn missing_region_is_an_error() {
    let server = server().await;
    // With an endpoint URL the region isn't needed for the host, but for the signature.
    let with_endpoint = config(server.url()).region(None);
    let mut without = with_endpoint.clone();
    without.set_endpoint_url(None);
    let table = [
        (with_endpoint, "missing signing region"),
        (without, "Missing Region"),
    ];
    for (config, expected) in table {
        let call = Client::from_conf(config.build()).search_agent_statuses();
        let error = call.send().await.unwrap_err();
        let text = DisplayErrorContext(error).to_string();
        assert!(text.contains(expected), "{expected}: {text}");
    }
    assert_eq!(server.requests().len(), 0);
}

#[tokio::test]
async fn shared_configuration_sets_all_settings() {
    let server = server().await;
    let shared = SdkConfig::builder()
        .behavior_version(BehaviorVersion::latest())
        .app_name(AppName::new("shared").unwrap())
        .credentials_provider(connect_slim::config::SharedCredentialsProvider::new(
            Credentials::new("SHARED", "secret", None, None, "tests"),
        ))
        .endpoint_url(server.url())
        .region(Region::new("ap-southeast-2"))
        .retry_config(RetryConfig::adaptive().with_max_attempts(5))
        .sleep_impl(aws_smithy_async::rt::sleep::default_async_sleep().unwrap())
        .build();
    Client::new(&shared)
        .search_agent_statuses()
        .send()
        .await
        .unwrap();
    let request = server.request();
    let authorization = request.header("authorization");
    assert!(
        authorization.contains("Credential=SHARED/"),
        "{authorization}"
    );
    assert!(
        authorization.contains("/ap-southeast-2/connect/"),
        "{authorization}"
    );
    assert_eq!(request.header("amz-sdk-request"), "attempt=1; max=5");
    assert!(request.header("x-amz-user-agent").contains("app/shared"));
}

#[tokio::test]
async fn config_without_defaults_disables_retries() {
    // As in the official crate of the same version.
    let server = Server::start(|_| Reply::new(500, "{}")).await;
    let config = Config::builder()
        .behavior_version_latest()
        .region(Region::new("us-west-2"))
        .credentials_provider(Credentials::new("key", "secret", None, None, "tests"))
        .endpoint_url(server.url());
    let call = Client::from_conf(config.build()).search_agent_statuses();
    call.send().await.unwrap_err();
    assert_eq!(server.requests().len(), 1);
}
