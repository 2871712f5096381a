//! Tests of deep nesting: responses are limited without using the stack, requests are not limited.

use connect_slim::error::DisplayErrorContext;
use connect_slim::types::*;
use connect_slim_tests::client::client;
use connect_slim_tests::server::{Reply, Server};

/// Returns a value between `depth` times `open` and `close`.
fn nested(open: &str, close: &str, depth: usize) -> String {
    format!("{}null{}", open.repeat(depth), close.repeat(depth))
}

/// Returns bodies with `depth` nested values in known and unknown members, complete and truncated.
fn bodies(depth: usize) -> Vec<String> {
    let arrays = nested("[", "]", depth);
    let objects = nested(r#"{"a":"#, "}", depth);
    vec![
        format!(r#"{{"New":{arrays}}}"#),
        format!(r#"{{"New":{objects}}}"#),
        format!(r#"{{"AgentStatuses":{arrays}}}"#),
        format!(r#"{{"AgentStatuses":[{{"Tags":{{"a":{objects}}}}}]}}"#),
        format!(r#"{{"AgentStatuses":[{{"New":{arrays}}}]}}"#),
        format!(r#"{{"__type":"InvalidRequestException","Reason":{{"New":{objects}}}}}"#),
        format!(r#"{{"New":{}"#, "[".repeat(depth)),
        "[".repeat(depth),
    ]
}

/// Returns the error that the response leads to; empty if there is none.
async fn error(url: String) -> String {
    let result = client(&url).search_agent_statuses().send().await;
    result.map_or_else(
        |error| DisplayErrorContext(error).to_string(),
        |_| String::new(),
    )
}

#[tokio::test]
async fn deep_bodies_are_errors() {
    for status in [200, 400] {
        for body in bodies(100_000) {
            let start = body[..60].to_owned();
            let server = Server::with([Reply::new(status, body)]).await;
            let error = error(server.url().to_owned()).await;
            // An error body that begins with an array isn't read. All others are read until they are too deep or
            // malformed.
            let nothing_read = status == 400 && start.starts_with('[');
            assert_eq!(
                error.contains("invalid JSON"),
                !nothing_read,
                "{status} {start} {error}"
            );
            assert!(!error.is_empty(), "{status} {start}");
        }
    }
}

/// A quarter of the default stack of threads. An unoptimized SDK needs half of it for any call.
const SMALL_STACK: usize = 512 << 10;

#[tokio::test]
async fn deep_bodies_are_errors_on_a_small_stack() {
    for body in bodies(100_000) {
        let server = Server::with([Reply::ok(body)]).await;
        let url = server.url().to_owned();
        let call = move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build();
            runtime.unwrap().block_on(error(url))
        };
        let thread = std::thread::Builder::new()
            .stack_size(SMALL_STACK)
            .spawn(call);
        // Runs in another thread, because the server runs in this one.
        let wait = tokio::task::spawn_blocking(|| thread.unwrap().join().unwrap());
        assert!(wait.await.unwrap().contains("invalid JSON"));
    }
}

#[tokio::test]
async fn nesting_limit_is_128_levels() {
    // The outer object is one more level.
    for (depth, expected) in [(127, ""), (128, "at most 128 levels of nesting")] {
        let body = format!(r#"{{"New":{}}}"#, nested("[", "]", depth));
        let server = Server::with([Reply::ok(body)]).await;
        let error = error(server.url().to_owned()).await;
        assert!(error.contains(expected), "{depth}: {error}");
        assert_eq!(error.is_empty(), expected.is_empty(), "{depth}: {error}");
    }
}

#[tokio::test]
async fn criteria_of_100_levels_are_sent() {
    const LEVELS: usize = 100;
    let condition = StringCondition::builder().value("v").build();
    let leaf = AgentStatusSearchCriteria::builder().string_condition(condition);
    let mut criteria = leaf.build();
    let mut expected = r#"{"StringCondition":{"Value":"v"}}"#.to_owned();
    for level in 0..LEVELS {
        let parent = AgentStatusSearchCriteria::builder();
        if level % 2 == 0 {
            criteria = parent.and_conditions(criteria).build();
            expected = format!(r#"{{"AndConditions":[{expected}]}}"#);
        } else {
            let sibling = AgentStatusSearchCriteria::builder().build();
            criteria = parent
                .or_conditions(criteria)
                .or_conditions(sibling)
                .build();
            expected = format!(r#"{{"OrConditions":[{expected},{{}}]}}"#);
        }
    }
    let server = Server::with([Reply::ok("{}")]).await;
    let call = client(server.url()).search_agent_statuses();
    call.search_criteria(criteria).send().await.unwrap();
    let expected = format!(r#"{{"SearchCriteria":{expected}}}"#);
    assert_eq!(server.request().body, expected);
}

#[tokio::test]
async fn nested_group_criteria_are_sent() {
    let mut criteria = UserHierarchyGroupSearchCriteria::builder().build();
    let mut expected = "{}".to_owned();
    for _ in 0..100 {
        criteria = UserHierarchyGroupSearchCriteria::builder()
            .or_conditions(criteria)
            .build();
        expected = format!(r#"{{"OrConditions":[{expected}]}}"#);
    }
    let server = Server::with([Reply::ok("{}")]).await;
    let call = client(server.url()).search_user_hierarchy_groups();
    call.search_criteria(criteria).send().await.unwrap();
    let expected = format!(r#"{{"SearchCriteria":{expected}}}"#);
    assert_eq!(server.request().body, expected);
}
