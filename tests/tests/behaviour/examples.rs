//! Runs the example programs and checks their output and exit codes.

use std::process::Output;

use connect_slim_tests::server::{Reply, Server};
use tokio::process::Command;

/// Runs a program with these arguments against `server`, with only credentials in its environment.
async fn run(program: &str, server: &Server, args: &[&str]) -> Output {
    let output = Command::new(program)
        .args(["--instance-id", "instance", "--region", "us-west-2"])
        .args(["--endpoint-url", server.url()])
        .args(args)
        .env_clear()
        .env("AWS_ACCESS_KEY_ID", "FROMENV")
        .env("AWS_SECRET_ACCESS_KEY", "secret")
        .output();
    output.await.unwrap()
}

#[track_caller]
fn assert_prints(output: &Output, expected: &str) {
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{stderr}");
    assert_eq!(String::from_utf8_lossy(&output.stdout), expected);
    assert_eq!(stderr, "");
}

#[tokio::test]
async fn get_contact_metrics() {
    let body = r#"{"MetricResults":[{"Name":"POSITION_IN_QUEUE","Value":{"Number":3}},
        {"Name":"NEW","Value":{"Text":""}}]}"#;
    let server = Server::with([Reply::ok(body)]).await;
    let program = env!("CARGO_BIN_EXE_get_contact_metrics");
    let output = run(program, &server, &["--contact-id", "contact"]).await;
    assert_prints(
        &output,
        "POSITION_IN_QUEUE: 3\nNEW: not known to this version\n",
    );
    let request = server.request();
    assert_eq!(
        request.body,
        r#"{"ContactId":"contact","InstanceId":"instance","Metrics":[{"Name":"POSITION_IN_QUEUE"}]}"#
    );
    let authorization = request.header("authorization");
    assert!(
        authorization.contains("Credential=FROMENV/"),
        "{authorization}"
    );
    assert!(
        authorization.contains("/us-west-2/connect/"),
        "{authorization}"
    );
}

#[tokio::test]
async fn search_agent_statuses() {
    let server = Server::with([
        Reply::ok(r#"{"AgentStatuses":[{"Name":"Break","AgentStatusId":"1"}],"NextToken":"n"}"#),
        Reply::ok(r#"{"AgentStatuses":[{"Name":"Breakfast","State":"DISABLED"}]}"#),
    ])
    .await;
    let program = env!("CARGO_BIN_EXE_search_agent_statuses");
    let output = run(program, &server, &["--name", "Break"]).await;
    assert_prints(&output, "1\tBreak\t-\n-\tBreakfast\tDISABLED\n");
    let condition = r#"{"FieldName":"name","Value":"Break","ComparisonType":"CONTAINS"}"#;
    let bodies: Vec<_> = server.requests().into_iter().map(|r| r.body).collect();
    assert_eq!(
        bodies,
        ["", r#""NextToken":"n","#].map(|token| format!(
            r#"{{"InstanceId":"instance",{token}"SearchCriteria":{{"StringCondition":{condition}}}}}"#
        ))
    );
}

#[tokio::test]
async fn search_user_hierarchy_groups() {
    let body = r#"{"UserHierarchyGroups":[{"Id":"2","Name":"Paris","HierarchyPath":{
        "LevelOne":{"Name":"Europe"},"LevelTwo":{"Name":"Paris"}}},{}]}"#;
    let server = Server::with([Reply::ok(body)]).await;
    let program = env!("CARGO_BIN_EXE_search_user_hierarchy_groups");
    let output = run(program, &server, &[]).await;
    assert_prints(&output, "2\tParis\tEurope / Paris\n-\t-\t\n");
    assert_eq!(server.request().body, r#"{"InstanceId":"instance"}"#);
}

#[tokio::test]
async fn errors_are_printed_with_exit_code_1() {
    let body = r#"{"__type":"ResourceNotFoundException","Message":"gone"}"#;
    let server = Server::start(move |_| Reply::new(404, body)).await;
    let contact = ["--contact-id", "contact"];
    let table = [
        (env!("CARGO_BIN_EXE_get_contact_metrics"), &contact[..]),
        (env!("CARGO_BIN_EXE_search_agent_statuses"), &[]),
        (env!("CARGO_BIN_EXE_search_user_hierarchy_groups"), &[]),
    ];
    for (program, args) in table {
        let output = run(program, &server, args).await;
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{stderr}");
        assert!(
            stderr.starts_with("error: ResourceNotFoundException: gone"),
            "{stderr}"
        );
        assert!(output.stdout.is_empty());
    }
}
