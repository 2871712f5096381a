//! Tests of the complete requests of each operation.

use std::time::{Duration, UNIX_EPOCH};

use aws_smithy_async::time::StaticTimeSource;
use connect_slim::Client;
use connect_slim::config::Credentials;
use connect_slim::types::*;
use connect_slim_tests::client::{ACCESS_KEY, REGION, SECRET_KEY, client, config};
use connect_slim_tests::server::{Reply, Request, Server};

use crate::signature::{Scope, authorization};

/// The headers that are signed.
const SIGNED: &[&str] = &[
    "content-length",
    "content-type",
    "host",
    "x-amz-date",
    "x-amz-user-agent",
];

/// The headers that aren't signed, as they can change in transit.
const UNSIGNED: &[&str] = &[
    "amz-sdk-invocation-id",
    "amz-sdk-request",
    "authorization",
    "user-agent",
];

#[tokio::test]
async fn get_contact_metrics() {
    let request = sent(async |client| {
        let metric = |name| ContactMetricInfo::builder().name(name).build().unwrap();
        let call = client
            .get_contact_metrics()
            .instance_id("12345678-1234-1234-1234-123456789012")
            .contact_id("contact \"1\"\n\u{1}\u{7f}é\u{2028}😀/\\")
            .metrics(metric(ContactMetricName::PositionInQueue))
            .metrics(metric("NEW_METRIC".into()));
        call.send().await.unwrap();
    })
    .await;
    assert_request(&request, "/metrics/contact");
    assert_eq!(
        request.body,
        concat!(
            r#"{"ContactId":"contact \"1\"\n\u0001"#,
            "\u{7f}é\u{2028}😀",
            r#"/\\","InstanceId":"12345678-1234-1234-1234-123456789012","#,
            r#""Metrics":[{"Name":"POSITION_IN_QUEUE"},{"Name":"NEW_METRIC"}]}"#,
        )
    );
}

#[tokio::test]
async fn search_agent_statuses() {
    let request = sent(async |client| {
        let criteria = AgentStatusSearchCriteria::builder()
            .or_conditions(by_name("Break", StringComparisonType::StartsWith))
            .or_conditions(by_name("Lunch", StringComparisonType::Exact))
            .build();
        let call = client
            .search_agent_statuses()
            .instance_id("instance")
            .next_token("token")
            .max_results(100)
            .search_filter(
                AgentStatusSearchFilter::builder()
                    .attribute_filter(filter())
                    .build(),
            )
            .search_criteria(criteria);
        call.send().await.unwrap();
    })
    .await;
    assert_request(&request, "/search-agent-statuses");
    assert_eq!(
        request.body,
        concat!(
            r#"{"InstanceId":"instance","MaxResults":100,"NextToken":"token","#,
            r#""SearchCriteria":{"OrConditions":["#,
            r#"{"StringCondition":{"FieldName":"name","Value":"Break","ComparisonType":"STARTS_WITH"}},"#,
            r#"{"StringCondition":{"FieldName":"name","Value":"Lunch","ComparisonType":"EXACT"}}]},"#,
            r#""SearchFilter":{"AttributeFilter":{"OrConditions":[{"TagConditions":["#,
            r#"{"TagKey":"a","TagValue":"b"},{"TagKey":"","TagValue":""}]}],"#,
            r#""AndCondition":{"HierarchyGroupCondition":{"Value":"g","HierarchyGroupMatchType":"WITH_CHILD_GROUPS"}},"#,
            r#""TagCondition":{"TagKey":"only"}}}}"#,
        )
    );
}

#[tokio::test]
async fn search_user_hierarchy_groups() {
    let request = sent(async |client| {
        let group = HierarchyGroupCondition::builder()
            .value("group")
            .hierarchy_group_match_type(HierarchyGroupMatchType::Exact)
            .build();
        let criteria = UserHierarchyGroupSearchCriteria::builder()
            .set_and_conditions(Some(vec![]))
            .hierarchy_group_condition(group)
            .build();
        let call = client
            .search_user_hierarchy_groups()
            .instance_id("instance")
            .max_results(-1)
            .search_criteria(criteria);
        call.send().await.unwrap();
    })
    .await;
    assert_request(&request, "/search-user-hierarchy-groups");
    assert_eq!(
        request.body,
        concat!(
            r#"{"InstanceId":"instance","MaxResults":-1,"SearchCriteria":{"AndConditions":[],"#,
            r#""HierarchyGroupCondition":{"Value":"group","HierarchyGroupMatchType":"EXACT"}}}"#,
        )
    );
}

#[tokio::test]
async fn call_without_parameters_sends_an_empty_object() {
    let request = sent(async |client| {
        client.search_agent_statuses().send().await.unwrap();
    })
    .await;
    assert_request(&request, "/search-agent-statuses");
    assert_eq!(request.body, "{}");
}

#[test]
fn missing_required_member_fails_to_build() {
    let error = ContactMetricInfo::builder().build().unwrap_err();
    assert!(error.to_string().starts_with("name was missing"), "{error}");
}

#[tokio::test]
async fn time_and_session_token_are_signed() {
    let server = Server::with([Reply::ok("{}")]).await;
    let credentials = Credentials::new(
        ACCESS_KEY,
        SECRET_KEY,
        Some("session".into()),
        None,
        "tests",
    );
    let client = Client::from_conf(
        config(server.url())
            .credentials_provider(credentials)
            .time_source(StaticTimeSource::new(
                UNIX_EPOCH + Duration::from_secs(1_754_614_861),
            ))
            .build(),
    );
    client.search_agent_statuses().send().await.unwrap();
    let request = server.request();
    assert_eq!(request.header("x-amz-date"), "20250808T010101Z");
    assert_eq!(request.header("x-amz-security-token"), "session");
    let mut signed = SIGNED.to_vec();
    signed.insert(signed.len() - 1, "x-amz-security-token");
    assert_signed(&request, &signed);
}

#[tokio::test]
async fn invocation_ids_are_unique() {
    let server = Server::start(|_| Reply::ok("{}")).await;
    let client = client(server.url());
    client.search_agent_statuses().send().await.unwrap();
    client.search_agent_statuses().send().await.unwrap();
    let requests = server.requests();
    let [first, second] = [0, 1].map(|i| requests[i].header("amz-sdk-invocation-id"));
    assert_ne!(first, second);
}

fn by_name(value: &str, comparison: StringComparisonType) -> AgentStatusSearchCriteria {
    let condition = StringCondition::builder()
        .field_name("name")
        .value(value)
        .comparison_type(comparison)
        .build();
    AgentStatusSearchCriteria::builder()
        .string_condition(condition)
        .build()
}

fn filter() -> ControlPlaneAttributeFilter {
    let tag = |key, value| {
        TagCondition::builder()
            .tag_key(key)
            .tag_value(value)
            .build()
    };
    let tags = CommonAttributeAndCondition::builder()
        .tag_conditions(tag("a", "b"))
        .tag_conditions(tag("", ""))
        .build();
    let group = HierarchyGroupCondition::builder()
        .value("g")
        .hierarchy_group_match_type(HierarchyGroupMatchType::WithChildGroups)
        .build();
    let in_group = CommonAttributeAndCondition::builder()
        .hierarchy_group_condition(group)
        .build();
    ControlPlaneAttributeFilter::builder()
        .or_conditions(tags)
        .and_condition(in_group)
        .tag_condition(TagCondition::builder().tag_key("only").build())
        .build()
}

/// Returns the request of the single call that `call` makes with a default client.
async fn sent(call: impl AsyncFnOnce(Client)) -> Request {
    let server = Server::with([Reply::ok("{}")]).await;
    call(Client::from_conf(config(server.url()).build())).await;
    server.request()
}

/// Asserts everything except the body.
#[track_caller]
fn assert_request(request: &Request, path: &str) {
    assert_eq!(request.method, "POST");
    assert_eq!(request.target.to_string(), path);
    assert_eq!(request.header("content-type"), "application/json");
    let length = request.body.len().to_string();
    assert_eq!(request.header("content-length"), length);
    assert!(request.header("host").starts_with("127.0.0.1:"));
    assert_eq!(request.header("amz-sdk-request"), "attempt=1; max=3");
    assert_uuid(request.header("amz-sdk-invocation-id"));
    assert_user_agents(request);
    assert_signed(request, SIGNED);
    assert_names(request);
}

/// Asserts that there are no other headers.
#[track_caller]
fn assert_names(request: &Request) {
    let mut names: Vec<_> = request
        .headers
        .keys()
        .map(hyper::header::HeaderName::as_str)
        .collect();
    names.sort_unstable();
    let mut expected = [SIGNED, UNSIGNED].concat();
    expected.sort_unstable();
    assert_eq!(names, expected);
}

#[track_caller]
fn assert_signed(request: &Request, signed: &[&str]) {
    let scope = Scope {
        access_key: ACCESS_KEY,
        secret_key: SECRET_KEY,
        region: REGION,
        service: "connect",
    };
    assert_eq!(
        request.header("authorization"),
        authorization(request, signed, &scope)
    );
}

#[track_caller]
fn assert_uuid(id: &str) {
    let lengths: Vec<_> = id.split('-').map(str::len).collect();
    assert_eq!(lengths, [8, 4, 4, 4, 12], "{id}");
    assert!(
        id.chars().all(|c| c == '-' || c.is_ascii_hexdigit()),
        "{id}"
    );
}

/// Asserts the short form in `user-agent` and the long one with features in `x-amz-user-agent`.
#[track_caller]
fn assert_user_agents(request: &Request) {
    let short = request.header("user-agent");
    assert!(short.starts_with("aws-sdk-rust/1."), "{short}");
    let long = request.header("x-amz-user-agent");
    let api = format!("api/connect/{}", connect_slim::meta::PKG_VERSION);
    for part in ["aws-sdk-rust/1.", &api, "os/", "lang/rust/"] {
        assert!(long.contains(part), "{part}: {long}");
    }
    // E: standard retries.
    let features = long.split("m/").nth(1).unwrap_or_default();
    let features = features.split(' ').next().unwrap_or_default();
    assert!(features.split(',').any(|feature| feature == "E"), "{long}");
}
