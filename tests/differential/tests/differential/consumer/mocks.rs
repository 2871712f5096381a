//! A consumer that tests its code with `aws-smithy-mocks`. Returns a log of all results.

use aws_smithy_async::rt::sleep::TokioSleep;
use aws_smithy_mocks::{MockResponseInterceptor, Rule, RuleMode, create_mock_http_client, mock};
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::body::SdkBody;

use super::sdk::Client;
use super::sdk::config::retry::RetryConfig;
use super::sdk::config::{Config, Region};
use super::sdk::operation::get_contact_metrics::{GetContactMetricsError, GetContactMetricsOutput};
use super::sdk::operation::search_agent_statuses::SearchAgentStatusesOutput;
use super::sdk::operation::search_user_hierarchy_groups::SearchUserHierarchyGroupsOutput;
use super::sdk::types::error::AccessDeniedException;
use super::sdk::types::{AgentStatus, HierarchyGroup};

/// Returns modeled outputs, modeled errors and raw responses for matching requests.
pub(crate) async fn mocks() -> Vec<String> {
    let mut log = Vec::new();
    let denied = mock!(Client::get_contact_metrics)
        .match_requests(|input| input.contact_id() == Some("secret"))
        .then_error(|| {
            let error = AccessDeniedException::builder().message("no").build();
            GetContactMetricsError::AccessDeniedException(error)
        });
    let found = mock!(Client::get_contact_metrics)
        .then_output(|| GetContactMetricsOutput::builder().id("contact").build());
    let statuses = mock!(Client::search_agent_statuses).then_output(|| {
        let status = AgentStatus::builder().name("Break").build();
        SearchAgentStatusesOutput::builder()
            .agent_statuses(status)
            .build()
    });
    let client = client(RuleMode::MatchAny, &[&denied, &found, &statuses]);
    for id in ["secret", "open"] {
        let call = client.get_contact_metrics().instance_id("i").contact_id(id);
        let result = call.set_metrics(Some(Vec::new())).send().await;
        log.push(match &result {
            Ok(output) => format!("{output:?}"),
            Err(error) => format!("{error:?}"),
        });
    }
    let result = client.search_agent_statuses().instance_id("i").send().await;
    log.push(format!("{result:?}"));
    log.push(format!(
        "{} {} {}",
        denied.num_calls(),
        found.num_calls(),
        statuses.num_calls()
    ));
    log.push(retried().await);
    log
}

/// Returns two failures and then a response.
async fn retried() -> String {
    let rule = mock!(Client::search_user_hierarchy_groups)
        .sequence()
        .http_response(|| {
            let busy = 503.try_into().expect("a status code");
            HttpResponse::new(busy, SdkBody::from("{}"))
        })
        .times(2)
        .output(|| {
            let group = HierarchyGroup::builder().name("Sales").build();
            SearchUserHierarchyGroupsOutput::builder()
                .user_hierarchy_groups(group)
                .build()
        })
        .build();
    let client = client(RuleMode::Sequential, &[&rule]);
    let result = client
        .search_user_hierarchy_groups()
        .instance_id("i")
        .send()
        .await;
    format!("{result:?} {}", rule.num_calls())
}

/// Does what `mock_client!` does. Its latest version needs more than the official crate has.
fn client(mode: RuleMode, rules: &[&Rule]) -> Client {
    let interceptor = MockResponseInterceptor::new().rule_mode(mode);
    let interceptor = rules
        .iter()
        .fold(interceptor, |mocks, rule| mocks.with_rule(rule));
    let config = Config::builder()
        .with_test_defaults()
        .region(Region::new("us-east-1"))
        .retry_config(RetryConfig::standard())
        .sleep_impl(TokioSleep::new())
        .http_client(create_mock_http_client())
        .interceptor(interceptor);
    Client::from_conf(config.build())
}
