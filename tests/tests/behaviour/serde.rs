//! Tests of the feature `serde`: serialized inputs equal request bodies, and response bodies are deserialized like outputs.

use connect_slim::operation::get_contact_metrics::{
    GetContactMetricsInput, GetContactMetricsOutput,
};
use connect_slim::operation::search_agent_statuses::{
    SearchAgentStatusesInput, SearchAgentStatusesOutput,
};
use connect_slim::operation::search_user_hierarchy_groups::{
    SearchUserHierarchyGroupsInput, SearchUserHierarchyGroupsOutput,
};
use connect_slim::types::error::InvalidRequestException;
use connect_slim_tests::client::client;
use connect_slim_tests::server::{Reply, Server};
use serde_json::{Value, json};

/// Defines a test that the client sends the serialized form of a deserialized input.
macro_rules! inputs {
    ($($name:ident: $input:ident by $operation:ident with $($set:ident = $field:ident),*; $json:expr;)*) => {
        $(#[tokio::test]
        async fn $name() {
            let json = $json;
            let input: $input = serde_json::from_value(json.clone()).unwrap();
            assert_eq!(serde_json::to_value(&input).unwrap(), json);
            let server = Server::with([Reply::ok("{}")]).await;
            let call = client(server.url()).$operation()$(.$set(input.$field))*;
            call.send().await.unwrap();
            let sent: Value = serde_json::from_str(&server.request().body).unwrap();
            assert_eq!(sent, json);
        })*
    };
}

inputs! {
    metrics_are_written_as_sent: GetContactMetricsInput by get_contact_metrics
        with set_instance_id = instance_id, set_contact_id = contact_id, set_metrics = metrics;
        json!({
            "InstanceId": "i", "ContactId": "\"é\u{1}", "Metrics": [{ "Name": "POSITION_IN_QUEUE" }, { "Name": "NEW" }],
        });
    statuses_are_written_as_sent: SearchAgentStatusesInput by search_agent_statuses
        with set_instance_id = instance_id, set_next_token = next_token, set_max_results = max_results,
            set_search_filter = search_filter, set_search_criteria = search_criteria;
        json!({
            "InstanceId": "i", "NextToken": "", "MaxResults": -1,
            "SearchFilter": { "AttributeFilter": {
                "OrConditions": [{ "TagConditions": [{ "TagKey": "a", "TagValue": "b" }, {}] }],
                "AndCondition": { "HierarchyGroupCondition": { "Value": "g", "HierarchyGroupMatchType": "NEW" } },
            } },
            "SearchCriteria": criteria(30),
        });
    groups_are_written_as_sent: SearchUserHierarchyGroupsInput by search_user_hierarchy_groups
        with set_instance_id = instance_id, set_next_token = next_token, set_max_results = max_results,
            set_search_filter = search_filter, set_search_criteria = search_criteria;
        json!({ "InstanceId": "i", "MaxResults": 100, "SearchCriteria": criteria(5) });
}

/// Returns criteria that are nested to this depth.
fn criteria(depth: usize) -> Value {
    let leaf = json!({
        "StringCondition": { "FieldName": "name", "Value": "Lunch", "ComparisonType": "STARTS_WITH" },
    });
    (0..depth).fold(leaf, |inner, level| match level % 2 {
        0 => json!({ "AndConditions": [inner, {}] }),
        _ => json!({ "OrConditions": [inner], "AndConditions": [] }),
    })
}

/// Defines a test that serde and the client read the same from a body.
macro_rules! outputs {
    ($($name:ident: $output:ident of $operation:ident with $($set:ident),*; $body:expr;)*) => {
        $(#[tokio::test]
        async fn $name() {
            let body = $body;
            let server = Server::with([Reply::ok(body).without("x-amzn-requestid")]).await;
            let call = client(server.url()).$operation()$(.$set("i"))*;
            let received: $output = call.send().await.unwrap();
            let read: $output = serde_json::from_str(body).unwrap();
            assert_eq!(read, received);
            let written = serde_json::to_string(&received).unwrap();
            assert_eq!(serde_json::from_str::<$output>(&written).unwrap(), received);
        })*
    };
}

outputs! {
    metrics_are_read_as_received: GetContactMetricsOutput of get_contact_metrics with instance_id, contact_id;
        r#"{"MetricResults":[{"Name":"POSITION_IN_QUEUE","Value":{"Number":"Infinity"}},{"Name":"NEW","Value":{"New":[1]}},
            {"Value":{"Number":1e2}},{"Name":null},null,{}],"Id":"c","New":{"a":[]}}"#;
    statuses_are_read_as_received: SearchAgentStatusesOutput of search_agent_statuses with instance_id;
        r#"{"AgentStatuses":[{"AgentStatusARN":"a","Type":"NEW","State":"ENABLED","DisplayOrder":3.0,"New":0,
            "Tags":{"a":"b","c":null,"":""},"LastModifiedTime":1700000000.123},{"LastModifiedTime":-0.5,"Name":null},
            {"LastModifiedTime":1754611200}],"NextToken":null,"ApproximateTotalCount":9007199254740993}"#;
    groups_are_read_as_received: SearchUserHierarchyGroupsOutput of search_user_hierarchy_groups with instance_id;
        r#"{"UserHierarchyGroups":[{"Id":"g","HierarchyPath":{"LevelOne":{"Id":"1","LastModifiedTime":1.5},
            "LevelTwo":null,"LevelSix":{}}},{}],"ApproximateTotalCount":2}"#;
}

#[tokio::test]
async fn errors_are_deserialized_like_responses() {
    let body = r#"{"__type":"InvalidRequestException","Message":"no","Reason":{"New":{}}}"#;
    let server = Server::with([Reply::new(400, body)]).await;
    let call = client(server.url())
        .search_agent_statuses()
        .instance_id("i");
    let error = call.send().await.unwrap_err().into_service_error();
    let received = match &error {
        connect_slim::operation::search_agent_statuses::SearchAgentStatusesError::InvalidRequestException(error) => error,
        other => panic!("{other:?}"),
    };
    let read: InvalidRequestException = serde_json::from_str(body).unwrap();
    assert_eq!(
        (&read.message, &read.reason),
        (&received.message, &received.reason)
    );
    let written = serde_json::to_value(received).unwrap();
    assert_eq!(
        written,
        json!({ "Message": "no", "Reason": { "SDK_UNKNOWN_MEMBER": {} } })
    );
}

#[test]
fn deserialization_errors_contain_the_position() {
    let json =
        json!({ "SearchCriteria": { "OrConditions": [{ "StringCondition": { "Value": 1 } }] } });
    let error = serde_json::from_value::<SearchAgentStatusesInput>(json).unwrap_err();
    assert_eq!(
        error.to_string(),
        "SearchCriteria: OrConditions: StringCondition: Value: expected a string, found a number"
    );
}
