//! A consumer that uses everything of clients: configuration, fluent builders, customization, paginators, errors. Returns
//! a log of all results and requests.

use std::future::Future;

use aws_runtime::auth::sigv4::SCHEME_ID;
use aws_runtime::invocation_id::SharedInvocationIdGenerator;
use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_async::time::SharedTimeSource;
use aws_smithy_runtime_api::client::auth::AuthSchemePreference;
use aws_smithy_runtime_api::client::retries::classifiers::SharedRetryClassifier;
use aws_types::SdkConfig;

use super::config;
use super::sdk::config::interceptors::BeforeTransmitInterceptorContextMut;
use super::sdk::config::retry::{ClassifyRetry, RetryAction, RetryConfig, RetryPartition};
use super::sdk::config::timeout::TimeoutConfig;
use super::sdk::config::{
    AppName, BehaviorVersion, Builder, Config, ConfigBag, Credentials, IdentityCache, Intercept,
    Region, RuntimeComponents, SharedAsyncSleep, SharedCredentialsProvider, SharedInterceptor,
    StalledStreamProtectionConfig,
};
use super::sdk::error::{BoxError, ProvideErrorMetadata as _, SdkError};
use super::sdk::operation::search_agent_statuses::SearchAgentStatusesError;
use super::sdk::types::{AgentStatusSearchCriteria, AgentStatusSearchFilter};
use super::sdk::{Client, Error};
use crate::harness::setup::{FixedId, Setup};
use crate::harness::transport::{Answer, Script};

/// Calls operations and returns a log.
pub(crate) async fn calls() -> Vec<String> {
    let mut log = Vec::new();
    settings(&mut log);
    fluent(&mut log).await;
    customized(&mut log).await;
    pages(&mut log).await;
    items(&mut log).await;
    propagated(&mut log).await;
    log
}

fn client(script: &Script) -> Client {
    let config = config::builder(&Setup::once()).http_client(script.http_client());
    Client::from_conf(config.build())
}

/// Uses all settings, each by both of its setters.
fn all_settings() -> Builder {
    Config::builder()
        .app_name(AppName::new("app").expect("a name"))
        .auth_scheme_preference(AuthSchemePreference::from([SCHEME_ID]))
        .behavior_version(BehaviorVersion::latest())
        .behavior_version_latest()
        .credentials_provider(Credentials::for_tests())
        .endpoint_url("http://localhost:1")
        .http_client(Script::default().http_client())
        .idempotency_token_provider("token")
        .identity_cache(IdentityCache::no_cache())
        .interceptor(Header("a"))
        .invocation_id_generator(FixedId)
        .region(Region::new("eu-west-2"))
        .retry_classifier(Never)
        .retry_config(RetryConfig::adaptive().with_max_attempts(7))
        .retry_partition(RetryPartition::new("mine"))
        .sleep_impl(TokioSleep::new())
        .stalled_stream_protection(StalledStreamProtectionConfig::enabled().build())
        .time_source(SharedTimeSource::default())
        .timeout_config(timeouts(7))
        .use_dual_stack(true)
        .use_fips(true)
}

fn timeouts(seconds: u64) -> TimeoutConfig {
    let duration = std::time::Duration::from_secs(seconds);
    TimeoutConfig::builder().operation_timeout(duration).build()
}

fn settings(log: &mut Vec<String>) {
    let config = all_settings().build();
    told(log, &config);
    told(log, Client::from_conf(config.clone()).config());
    let mut builder = config.to_builder();
    builder
        .set_app_name(None)
        .set_auth_scheme_preference(None)
        .set_credentials_provider(Some(SharedCredentialsProvider::new(
            Credentials::for_tests(),
        )))
        .set_behavior_version(Some(BehaviorVersion::latest()))
        .set_endpoint_url(None)
        .set_http_client(None)
        .set_idempotency_token_provider(None)
        .set_identity_cache(IdentityCache::no_cache())
        .set_interceptors([SharedInterceptor::new(Header("b"))])
        .push_interceptor(SharedInterceptor::new(Header("c")))
        .set_invocation_id_generator(Some(SharedInvocationIdGenerator::new(FixedId)))
        .set_region(None)
        .set_retry_classifiers([SharedRetryClassifier::new(Never)])
        .push_retry_classifier(SharedRetryClassifier::new(Never))
        .set_retry_config(None)
        .set_retry_partition(None)
        .set_sleep_impl(Some(SharedAsyncSleep::new(TokioSleep::new())))
        .set_stalled_stream_protection(None)
        .set_time_source(None)
        .set_timeout_config(Some(TimeoutConfig::builder().build()))
        .set_use_dual_stack(None)
        .set_use_fips(Some(false));
    told(log, &builder.build());
    told(log, &Builder::new().build());
    told(log, &Builder::default().with_test_defaults().build());
    let shared = SdkConfig::builder()
        .region(Region::new("eu-west-1"))
        .app_name(AppName::new("shared").expect("a name"))
        .retry_config(RetryConfig::standard().with_max_attempts(2))
        .timeout_config(timeouts(3))
        .use_fips(true)
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url("http://localhost:2")
        .build();
    told(log, &Config::new(&shared));
    told(log, &Config::from(&shared));
    told(log, &Builder::from(&shared).build());
    told(log, Client::new(&shared).config());
}

fn told(log: &mut Vec<String>, config: &Config) {
    #[expect(deprecated, reason = "all of it")]
    let credentials = config.credentials_provider().is_none();
    let parts = (
        config.app_name(),
        config.auth_scheme_preference(),
        config.auth_scheme_resolver().is_some(),
        config.auth_schemes().count(),
        config.http_client().is_some(),
        config.identity_cache().is_some(),
        config.invocation_id_generator(),
        config.region(),
        credentials,
    );
    log.push(format!("{parts:?}"));
    let parts = (
        config.retry_config(),
        config.retry_partition(),
        config.signing_name(),
        config.sleep_impl().is_some(),
        config.stalled_stream_protection(),
        config.time_source().is_some(),
        config.timeout_config(),
    );
    log.push(format!("{parts:?}"));
    let classifiers: Vec<_> = config.retry_classifiers().map(|each| each.name()).collect();
    let interceptors: Vec<_> = config.interceptors().map(|each| each.name()).collect();
    log.push(format!("{classifiers:?} {interceptors:?}"));
}

async fn fluent(log: &mut Vec<String>) {
    let script = Script::new([Answer::json(200, "{}")]);
    let client = client(&script);
    let criteria = AgentStatusSearchCriteria::builder().build();
    let filter = AgentStatusSearchFilter::builder().build();
    let call = client
        .search_agent_statuses()
        .instance_id("i")
        .next_token("t")
        .max_results(3)
        .search_criteria(criteria)
        .search_filter(filter);
    let gotten = (
        call.get_instance_id(),
        call.get_next_token(),
        call.get_max_results(),
        call.get_search_criteria(),
        call.get_search_filter(),
    );
    log.push(format!("{gotten:?} {:?}", call.as_input()));
    log.push(format!("{:?}", sendable(call.clone().send()).await));
    log.push(format!(
        "{:?}",
        sendable(call.set_max_results(None).send()).await
    ));
    let call = client
        .get_contact_metrics()
        .instance_id("i")
        .contact_id("c");
    let gotten = (
        call.get_instance_id(),
        call.get_contact_id(),
        call.get_metrics(),
    );
    log.push(format!("{gotten:?}"));
    let metric = super::sdk::types::ContactMetricInfo::builder();
    let metric = metric
        .name("POSITION_IN_QUEUE".into())
        .build()
        .expect("it has a name");
    log.push(format!("{:?}", sendable(call.metrics(metric).send()).await));
    log.push(format!("{:?}", script.take_requests()));
}

async fn customized(log: &mut Vec<String>) {
    let script = Script::new([Answer::json(200, "{}")]);
    let client = client(&script);
    let call = || {
        client
            .search_user_hierarchy_groups()
            .instance_id("i")
            .customize()
    };
    let header = |request: &mut super::sdk::config::http::HttpRequest| {
        request.headers_mut().insert("x-mutated", "yes");
    };
    let result = call()
        .mutate_request(header)
        .interceptor(Header("one"))
        .send();
    log.push(format!("{:?}", sendable(result).await));
    let result = call().map_request(|mut request| {
        request
            .set_uri("https://example.com/elsewhere")
            .map(|()| request)
    });
    log.push(format!("{:?}", sendable(result.send()).await));
    let result = call().map_request(|_| Err(std::io::Error::other("no")));
    log.push(format!("{:?}", sendable(result.send()).await));
    let config = Config::builder()
        .region(Region::new("ap-southeast-2"))
        .interceptor(Header("two"));
    let result = call().interceptor(Header("three")).config_override(config);
    log.push(format!("{:?}", sendable(result.send()).await));
    log.push(format!("{:?}", script.take_requests()));
}

/// Reads three pages, which end in four ways: no token, an empty one, the same token again, an error.
fn endings() -> [(&'static str, Answer); 4] {
    [
        (
            "no token",
            Answer::json(200, r#"{"AgentStatuses":[{"Name":"z"}]}"#),
        ),
        ("an empty one", Answer::json(200, r#"{"NextToken":""}"#)),
        ("the same", Answer::json(200, r#"{"NextToken":"3"}"#)),
        (
            "an error",
            Answer::json(400, r#"{"__type":"InvalidRequestException"}"#),
        ),
    ]
}

fn first_pages() -> Vec<Answer> {
    vec![
        Answer::json(
            200,
            r#"{"AgentStatuses":[{"Name":"a"},{"Name":"b"}],"NextToken":"1"}"#,
        ),
        Answer::json(200, r#"{"AgentStatuses":[],"NextToken":"2"}"#),
        Answer::json(200, r#"{"NextToken":"3"}"#),
    ]
}

async fn pages(log: &mut Vec<String>) {
    let script = Script::default();
    let client = client(&script);
    for (ending, last) in endings() {
        for stop in [true, false] {
            let mut answers = first_pages();
            answers.extend([last.clone(), endings()[0].1.clone()]);
            script.set(answers);
            let call = client
                .search_agent_statuses()
                .instance_id("i")
                .max_results(1);
            let pages = call
                .into_paginator()
                .page_size(2)
                .stop_on_duplicate_token(stop);
            let mut pages = pages.send();
            while let Some(page) = pages.next().await {
                log.push(format!("{page:?}"));
            }
            log.push(format!("{ending} {stop} {:?}", script.take_requests()));
        }
    }
    script.set(first_pages());
    let mut pages = client
        .search_user_hierarchy_groups()
        .instance_id("i")
        .into_paginator()
        .send();
    log.push(format!("{:?}", pages.try_next().await));
    log.push(format!(
        "asked for no more than needed: {:?}",
        script.take_requests()
    ));
}

async fn items(log: &mut Vec<String>) {
    let script = Script::default();
    let client = client(&script);
    for (ending, last) in endings() {
        let mut answers = first_pages();
        answers.extend([last]);
        script.set(answers);
        let items = client
            .search_agent_statuses()
            .instance_id("i")
            .into_paginator()
            .items();
        let items: Vec<_> = items.send().collect().await;
        log.push(format!("{ending} {items:?}"));
    }
    let page = r#"{"UserHierarchyGroups":[{"Name":"a"}]}"#;
    script.set([Answer::json(200, page)]);
    let groups = client
        .search_user_hierarchy_groups()
        .instance_id("i")
        .into_paginator();
    let groups = groups.page_size(1).stop_on_duplicate_token(true).items();
    let groups: Result<Vec<_>, _> = groups.send().try_collect().await;
    log.push(format!("{groups:?} {:?}", script.take_requests()));
}

/// Handles errors with `?`, with `match`, and by code.
async fn propagated(log: &mut Vec<String>) {
    async fn call(client: &Client) -> Result<usize, Error> {
        let output = client
            .search_agent_statuses()
            .instance_id("i")
            .send()
            .await?;
        Ok(output.agent_statuses().len())
    }
    let script = Script::default();
    let client = client(&script);
    for code in [
        "ThrottlingException",
        "AccessDeniedException",
        "InternalServiceException",
        "Odd",
    ] {
        let body = format!(r#"{{"__type":"{code}","Message":"oh"}}"#);
        script.set([Answer::json(400, body)]);
        let line = match call(&client).await {
            Ok(count) => format!("{count}"),
            Err(Error::ThrottlingException(error)) => format!("throttled: {error}"),
            Err(Error::InternalServiceException(error)) => format!("{:?}", error.message()),
            Err(error) if error.code() == Some("Odd") => format!("text: {error}"),
            Err(error) => {
                log.push(format!("other: {:?}", error.code()));
                format!("text: {error}")
            }
        };
        log.push(line);
        let error = client.search_agent_statuses().instance_id("i").send().await;
        log.push(match error.map_err(SdkError::into_service_error) {
            Ok(output) => format!("{output:?}"),
            Err(SearchAgentStatusesError::ThrottlingException(error)) => {
                format!("{:?}", error.meta())
            }
            Err(error) if error.is_internal_service_exception() => "internal".to_owned(),
            Err(error) => format!("{:?} {:?}", error.meta(), error.message()),
        });
    }
}

/// Asserts the bounds of `tokio::spawn`.
fn sendable<T>(future: impl Future<Output = T> + Send + 'static) -> impl Future<Output = T> {
    future
}

/// Adds a header before a request is signed.
#[derive(Debug)]
struct Header(&'static str);

impl Intercept for Header {
    fn name(&self) -> &'static str {
        "Header"
    }

    fn modify_before_signing(
        &self,
        context: &mut BeforeTransmitInterceptorContextMut<'_>,
        _: &RuntimeComponents,
        _: &mut ConfigBag,
    ) -> Result<(), BoxError> {
        context
            .request_mut()
            .headers_mut()
            .append("x-header", self.0);
        Ok(())
    }
}

/// Classifies nothing.
#[derive(Debug)]
struct Never;

impl ClassifyRetry for Never {
    fn classify_retry(
        &self,
        _: &super::sdk::config::interceptors::InterceptorContext,
    ) -> RetryAction {
        RetryAction::NoActionIndicated
    }

    fn name(&self) -> &'static str {
        "Never"
    }
}
