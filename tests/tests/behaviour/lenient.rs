//! Tests of the feature `lenient`: responses with values that the model does not allow, as moto sends them.

use connect_slim::operation::get_contact_metrics::GetContactMetricsOutput;
use connect_slim::operation::search_agent_statuses::SearchAgentStatusesOutput;
use connect_slim::primitives::DateTime;
use connect_slim_tests::client::client;
use connect_slim_tests::server::{Reply, Server};

async fn statuses(body: &str) -> SearchAgentStatusesOutput {
    let server = Server::with([Reply::ok(body)]).await;
    let call = client(server.url()).search_agent_statuses();
    call.send().await.expect(body)
}

#[tokio::test]
async fn timestamps_are_read_from_text() {
    let body = r#"{"AgentStatuses":[
        {"LastModifiedTime":"2026-11-25T12:35:26.500000+00:00","Name":"Break"},
        {"LastModifiedTime":"2026-11-25 12:35:26.5","Name":"Break"},
        {"LastModifiedTime":"1795610126.5","Name":"Break"},
        {"LastModifiedTime":1795610126.5,"Name":"Break"}]}"#;
    let output = statuses(body).await;
    let expected = DateTime::from_secs_and_nanos(1_795_610_126, 500_000_000);
    assert_eq!(output.agent_statuses().len(), 4);
    for status in output.agent_statuses() {
        assert_eq!(status.last_modified_time(), Some(&expected));
        assert_eq!(status.name(), Some("Break"));
    }
}

#[tokio::test]
async fn numbers_and_text_are_read_from_each_other() {
    let body = r#"{"ApproximateTotalCount":"12","NextToken":2,
        "AgentStatuses":[{"Name":false,"State":true,"Tags":{"a":1.50}}]}"#;
    let output = statuses(body).await;
    assert_eq!(output.approximate_total_count(), Some(12));
    assert_eq!(output.next_token(), Some("2"));
    let status = &output.agent_statuses()[0];
    assert_eq!(status.name(), Some("false"));
    assert_eq!(status.state().map(|state| state.as_str()), Some("true"));
    assert_eq!(status.tags().expect("tags")["a"], "1.50");
}

#[tokio::test]
async fn numbers_in_unions_are_read_from_text() {
    let body = r#"{"MetricResults":[{"Name":"POSITION_IN_QUEUE","Value":{"Number":"3.5"}}],"Id":7,"Arn":"a"}"#;
    let server = Server::with([Reply::ok(body)]).await;
    let call = client(server.url()).get_contact_metrics();
    let output: GetContactMetricsOutput = call.send().await.expect(body);
    assert_eq!(output.id(), Some("7"));
    let value = output.metric_results()[0].value().expect("a value");
    assert_eq!(value.as_number(), Ok(&3.5));
}

#[tokio::test]
async fn other_values_are_rejected() {
    for body in [
        r#"{"ApproximateTotalCount":"twelve"}"#,
        r#"{"ApproximateTotalCount":true}"#,
        r#"{"NextToken":[]}"#,
        r#"{"AgentStatuses":[{"LastModifiedTime":"now"}]}"#,
        r#"{"AgentStatuses":{}}"#,
    ] {
        let server = Server::with([Reply::ok(body)]).await;
        let call = client(server.url()).search_agent_statuses();
        call.send().await.expect_err(body);
    }
}
