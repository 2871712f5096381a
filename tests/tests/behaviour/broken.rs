//! Tests of malformed and unknown parts of responses: errors instead of panics, and skipped members.

use connect_slim::error::{DisplayErrorContext, ProvideErrorMetadata, SdkError};
use connect_slim::operation::RequestId;
use connect_slim::operation::get_contact_metrics::GetContactMetricsOutput;
use connect_slim::operation::search_agent_statuses::{
    SearchAgentStatusesError, SearchAgentStatusesOutput,
};
use connect_slim::types::*;
use connect_slim_tests::client::client;
use connect_slim_tests::server::{Reply, Server};

type Result<T> = std::result::Result<T, SdkError<SearchAgentStatusesError>>;

async fn statuses(reply: Reply) -> Result<SearchAgentStatusesOutput> {
    let server = Server::with([reply]).await;
    let call = client(server.url()).search_agent_statuses();
    call.send().await
}

async fn metrics(body: &str) -> GetContactMetricsOutput {
    let server = Server::with([Reply::ok(body)]).await;
    let call = client(server.url()).get_contact_metrics();
    call.send().await.unwrap()
}

#[tokio::test]
async fn unexpected_json_is_an_error() {
    let table: &[(&[u8], &str)] = &[
        (b"{", "byte 1"),
        (br#"{"AgentStatuses":[{"Name":"a"},"#, "byte 31"),
        (br#"{"AgentStatuses":[{"Name":"a"#, "byte"),
        (br#"{"NextToken":"a"}{"#, "byte 17: expected the end"),
        (br#"{"NextToken":"a"} x"#, "byte 18: expected the end"),
        (b"[]", "byte 0: expected an object"),
        (b"null", "byte 0: expected an object"),
        (b"<html></html>", "byte 0"),
        (br#"{"AgentStatuses":{}}"#, "byte 17: expected an array"),
        (br#"{"AgentStatuses":[1]}"#, "byte 18: expected an object"),
        (br#"{"NextToken":1}"#, "byte 13: expected a string"),
        (br#"{"ApproximateTotalCount":"1"}"#, "byte 25"),
        (br#"{"ApproximateTotalCount":tru}"#, "byte 25"),
        (
            br#"{"AgentStatuses":[{"LastModifiedTime":"now"}]}"#,
            "byte 38",
        ),
        (br#"{"AgentStatuses":[{"Tags":{"a":1}}]}"#, "byte 31"),
        (br#"{"NextToken":"\ud800"}"#, "byte"),
        (br#"{"NextToken":"\x"}"#, "byte"),
        (b"{\"NextToken\":\"a\xff\"}", "UTF-8"),
        (b"{\"NextToken\":\"a\nb\"}", "byte 15"),
        (b"\xef\xbb\xbf{}", "byte 0"),
        (b"  ", "byte 2"),
    ];
    for (body, expected) in table {
        let body_text = String::from_utf8_lossy(body);
        let error = statuses(Reply::ok(*body)).await.expect_err(&body_text);
        assert!(matches!(error, SdkError::ServiceError(_)), "{body_text}");
        assert_eq!(error.code(), None);
        assert_eq!(error.raw_response().unwrap().status().as_u16(), 200);
        let text = DisplayErrorContext(&error).to_string();
        let problem = text
            .split_once("invalid JSON at ")
            .map(|(_, problem)| problem);
        assert!(
            problem.is_some_and(|p| p.contains(expected)),
            "{body_text}: {text}"
        );
    }
}

#[tokio::test]
async fn proxy_error_pages_are_errors() {
    for status in [403, 502] {
        let page = "<html><body>Bad</body></html>";
        let reply = Reply::new(status, page)
            .header("content-type", "text/html")
            .without("x-amzn-requestid");
        let error = statuses(reply).await.unwrap_err();
        let response = error.raw_response().unwrap();
        assert_eq!(response.status().as_u16(), status);
        assert_eq!(response.body().bytes(), Some(page.as_bytes()));
        let error = error.into_service_error();
        assert_eq!((error.code(), error.request_id()), (None, None));
        assert_eq!(error.to_string(), "unhandled error");
        let text = DisplayErrorContext(&error).to_string();
        assert!(text.contains("invalid JSON at byte 0"), "{text}");
    }
}

#[tokio::test]
async fn malformed_error_bodies_are_unhandled_errors() {
    let table = [
        r#"{"__type":"ThrottlingException","Message":"#,
        r#"{"__type":"ThrottlingException"} x"#,
        r#"{"__type":"ThrottlingException","Message":[]}"#,
        r#"{"__type":"InvalidRequestException","Reason":{}}"#,
        r#"{"__type":"InvalidRequestException","Reason":{"A":1,"B":2}}"#,
        r#"{"__type":1}"#,
        "{}",
        "[]",
        "",
    ];
    for body in table {
        let error = statuses(Reply::new(400, body)).await.unwrap_err();
        let error = error.into_service_error();
        assert!(!error.is_throttling_exception(), "{body}: {error:?}");
        assert!(!error.is_invalid_request_exception(), "{body}: {error:?}");
        assert_eq!(error.to_string(), "unhandled error", "{body}");
    }
}

#[tokio::test]
async fn empty_body_reads_as_empty_output() {
    for reply in [Reply::ok(""), Reply::ok("{}"), Reply::ok(" { } ")] {
        let output = statuses(reply).await.unwrap();
        assert_eq!(output.agent_statuses, None);
        assert!(output.agent_statuses().is_empty());
        assert_eq!(output.next_token, None);
        assert_eq!(output.approximate_total_count, None);
    }
}

#[tokio::test]
async fn all_members_of_a_status_are_read() {
    let body = r#"{"AgentStatuses":[{"AgentStatusARN":"arn","AgentStatusId":"id","Name":"n\"é",
        "Description":"d","Type":"CUSTOM","DisplayOrder":50,"State":"DISABLED",
        "Tags":{"a":"b","c":""},"LastModifiedTime":1.7546148615E9,"LastModifiedRegion":"eu-west-2"}],
        "NextToken":"t","ApproximateTotalCount":9223372036854775807}"#;
    let output = statuses(Reply::ok(body)).await.unwrap();
    let expected = AgentStatus::builder()
        .agent_status_arn("arn")
        .agent_status_id("id")
        .name("n\"é")
        .description("d")
        .r#type(AgentStatusType::Custom)
        .display_order(50)
        .state(AgentStatusState::Disabled)
        .tags("a", "b")
        .tags("c", "")
        .last_modified_time(aws_smithy_types::DateTime::from_millis(1_754_614_861_500))
        .last_modified_region("eu-west-2")
        .build();
    assert_eq!(output.agent_statuses(), [expected]);
    assert_eq!(output.next_token(), Some("t"));
    assert_eq!(output.approximate_total_count(), Some(i64::MAX));
}

#[tokio::test]
async fn all_members_of_a_group_are_read() {
    let body = r#"{"UserHierarchyGroups":[{"Id":"1","HierarchyPath":{
        "LevelOne":{"Id":"1","Name":"top"},"LevelFive":{"LastModifiedTime":-1}}}]}"#;
    let server = Server::with([Reply::ok(body)]).await;
    let call = client(server.url()).search_user_hierarchy_groups();
    let output = call.send().await.unwrap();
    let path = output.user_hierarchy_groups()[0].hierarchy_path().unwrap();
    assert_eq!(path.level_one().unwrap().name(), Some("top"));
    assert_eq!(path.level_two(), None);
    let bottom = path.level_five().unwrap();
    assert_eq!(bottom.last_modified_time().unwrap().secs(), -1);
}

#[tokio::test]
async fn unknown_members_are_skipped() {
    let body = r#"{"New":[1.5e3,{"a":[null,true,"\ud800"]},[]],"AgentStatuses":[{"N":{},"Name":"a","O":-0}],
        "nexttoken":"not this","NextToken":"t","NextToken":"the last one counts"}"#;
    let output = statuses(Reply::ok(body)).await.unwrap();
    assert_eq!(output.agent_statuses()[0].name(), Some("a"));
    assert_eq!(output.next_token(), Some("the last one counts"));
}

#[tokio::test]
async fn null_members_are_not_set() {
    let body = r#"{"NextToken":null,"ApproximateTotalCount":null,"AgentStatuses":[null,
        {"Name":null,"Type":null,"Tags":{"a":null,"b":"c"},"LastModifiedTime":null}]}"#;
    let output = statuses(Reply::ok(body)).await.unwrap();
    let expected = AgentStatus::builder().tags("b", "c").build();
    assert_eq!(output.agent_statuses(), [expected]);
    assert_eq!(output.next_token(), None);
    let body = r#"{"AgentStatuses":null}"#;
    assert_eq!(
        statuses(Reply::ok(body)).await.unwrap().agent_statuses,
        None
    );
}

#[tokio::test]
async fn unknown_values_of_enums_are_kept() {
    let body = r#"{"AgentStatuses":[{"Type":"NEW"},{"Type":"ROUTABLE"},{"Type":""}]}"#;
    let output = statuses(Reply::ok(body)).await.unwrap();
    let types: Vec<_> = output
        .agent_statuses()
        .iter()
        .map(|status| status.r#type().unwrap().as_str())
        .collect();
    assert_eq!(types, ["NEW", "ROUTABLE", ""]);
    assert_eq!(
        output.agent_statuses()[0].r#type(),
        Some(&AgentStatusType::from("NEW"))
    );
}

#[tokio::test]
async fn unknown_variants_of_unions_are_kept() {
    let body = r#"{"MetricResults":[
        {"Name":"POSITION_IN_QUEUE","Value":{"Number":3}},
        {"Name":"NEW","Value":{"Text":{"a":["b"]}}},
        {"Name":"NEW","Value":{"__type":"x","Other":null,"Number":1e-1}}],"Id":"contact","Arn":"arn"}"#;
    let output = metrics(body).await;
    assert_eq!((output.id(), output.arn()), (Some("contact"), Some("arn")));
    let values: Vec<_> = output
        .metric_results()
        .iter()
        .map(|result| result.value().unwrap().as_number().copied().ok())
        .collect();
    assert_eq!(values, [Some(3.0), None, Some(0.1)]);
    let unknown = output.metric_results()[1].value().unwrap();
    assert!(unknown.is_unknown());
    assert_eq!(output.metric_results()[1].name().as_str(), "NEW");
}

#[tokio::test]
async fn nan_and_infinity_are_read_from_strings() {
    let body = r#"{"MetricResults":[{"Name":"A","Value":{"Number":"NaN"}},
        {"Name":"A","Value":{"Number":"-Infinity"}}]}"#;
    let output = metrics(body).await;
    let number = |i: usize| {
        *output.metric_results()[i]
            .value()
            .unwrap()
            .as_number()
            .unwrap()
    };
    assert!(number(0).is_nan());
    assert_eq!(number(1), f64::NEG_INFINITY);
}

#[tokio::test]
async fn missing_required_members_get_a_default() {
    let output = metrics(r#"{"MetricResults":[{}]}"#).await;
    let result = &output.metric_results()[0];
    assert_eq!(result.name().as_str(), "no value was set");
    assert!(result.value().unwrap().is_unknown());
}
