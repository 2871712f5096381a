//! Tests of paginators.

use connect_slim::Client;
use connect_slim_tests::client::client;
use connect_slim_tests::server::{Reply, Request, Server};

/// Creates a page of agent statuses with these names.
fn page(names: &[&str], next_token: Option<&str>) -> Reply {
    let statuses: Vec<_> = names
        .iter()
        .map(|name| format!(r#"{{"Name":"{name}"}}"#))
        .collect();
    let token = next_token.map_or_else(String::new, |token| format!(r#","NextToken":"{token}""#));
    Reply::ok(format!(
        r#"{{"AgentStatuses":[{}]{token}}}"#,
        statuses.join(",")
    ))
}

/// Creates four pages, of which the second is empty.
fn four_pages() -> [Reply; 4] {
    [
        page(&["a", "b"], Some("1")),
        page(&[], Some("2")),
        page(&["c"], Some("3")),
        page(&["d"], None),
    ]
}

fn bodies(server: &Server) -> Vec<String> {
    server.requests().into_iter().map(|r| r.body).collect()
}

#[tokio::test]
async fn pages_are_requested_with_tokens() {
    let server = Server::with(four_pages()).await;
    let mut pages = client(server.url())
        .search_agent_statuses()
        .instance_id("i")
        .into_paginator()
        .send();
    let mut sizes = Vec::new();
    while let Some(page) = pages.next().await {
        sizes.push(page.unwrap().agent_statuses().len());
    }
    assert_eq!(sizes, [2, 0, 1, 1]);
    assert_eq!(
        bodies(&server),
        [
            r#"{"InstanceId":"i"}"#,
            r#"{"InstanceId":"i","NextToken":"1"}"#,
            r#"{"InstanceId":"i","NextToken":"2"}"#,
            r#"{"InstanceId":"i","NextToken":"3"}"#,
        ]
    );
    assert!(pages.next().await.is_none(), "ended streams stay ended");
}

#[tokio::test]
async fn items_are_collected_across_pages() {
    let server = Server::with(four_pages()).await;
    let mut items = client(server.url())
        .search_agent_statuses()
        .into_paginator()
        .page_size(2)
        .items()
        .send();
    let mut names = Vec::new();
    while let Some(item) = items.next().await {
        names.push(item.unwrap().name.unwrap());
    }
    assert_eq!(names, ["a", "b", "c", "d"]);
    let bodies = bodies(&server);
    assert_eq!(bodies.len(), 4);
    assert!(bodies.iter().all(|body| body.contains(r#""MaxResults":2"#)));
}

#[tokio::test]
async fn groups_are_paginated() {
    let server = Server::with([
        Reply::ok(r#"{"UserHierarchyGroups":[{"Name":"a"}],"NextToken":"1"}"#),
        Reply::ok(r#"{"UserHierarchyGroups":[{"Name":"b"}],"ApproximateTotalCount":2}"#),
    ])
    .await;
    let paginator = client(server.url())
        .search_user_hierarchy_groups()
        .into_paginator()
        .page_size(1);
    let groups = paginator.items().send().try_collect().await.unwrap();
    let names: Vec<_> = groups.iter().map(|group| group.name().unwrap()).collect();
    assert_eq!(names, ["a", "b"]);
    assert_eq!(
        bodies(&server),
        [r#"{"MaxResults":1}"#, r#"{"MaxResults":1,"NextToken":"1"}"#]
    );
}

#[tokio::test]
async fn pagination_starts_at_a_given_token() {
    let server = Server::with([page(&["x"], None)]).await;
    let call = client(server.url()).search_agent_statuses();
    let paginator = call.next_token("7").max_results(9).into_paginator();
    let pages = paginator.send().collect::<Vec<_>>().await;
    assert_eq!(pages.len(), 1);
    assert_eq!(bodies(&server), [r#"{"MaxResults":9,"NextToken":"7"}"#]);
}

#[tokio::test]
async fn empty_token_ends_pagination() {
    let server = Server::with([page(&["a"], Some(""))]).await;
    let call = client(server.url()).search_agent_statuses();
    let pages = call.into_paginator().send().collect::<Vec<_>>().await;
    assert_eq!(pages.len(), 1);
    assert_eq!(server.requests().len(), 1);
}

#[tokio::test]
async fn error_ends_the_stream() {
    let failing = || {
        [
            page(&["a"], Some("1")),
            page(&["b"], Some("2")),
            Reply::new(400, r#"{"__type":"InvalidParameterException"}"#),
            page(&["never"], None),
        ]
    };
    let server = Server::with(failing()).await;
    let call = client(server.url()).search_agent_statuses();
    let pages = call.into_paginator().send().collect::<Vec<_>>().await;
    assert_eq!(pages.len(), 3);
    let error = pages[2].as_ref().unwrap_err().as_service_error().unwrap();
    assert!(error.is_invalid_parameter_exception());
    assert_eq!(server.requests().len(), 3);

    let server = Server::with(failing()).await;
    let call = client(server.url()).search_agent_statuses();
    let items = call
        .into_paginator()
        .items()
        .send()
        .collect::<Vec<_>>()
        .await;
    assert_eq!(
        items.iter().map(Result::is_ok).collect::<Vec<_>>(),
        [true, true, false]
    );
    assert_eq!(server.requests().len(), 3);
}

/// Starts a server that always returns the same token, for a limited number of requests.
async fn repeating_token() -> Server {
    let pages = std::iter::repeat_with(|| page(&["a"], Some("again")));
    Server::with(pages.take(20)).await
}

#[tokio::test]
async fn repeated_token_ends_pagination() {
    let server = repeating_token().await;
    let call = client(server.url()).search_agent_statuses();
    let pages = call.into_paginator().send().collect::<Vec<_>>().await;
    assert_eq!(pages.len(), 2);
    assert!(pages.iter().all(Result::is_ok));
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn repeated_token_can_be_followed() {
    let server = repeating_token().await;
    let mut pages = client(server.url())
        .search_agent_statuses()
        .into_paginator()
        .stop_on_duplicate_token(false)
        .send();
    for _ in 0..10 {
        assert!(pages.next().await.unwrap().is_ok());
    }
    drop(pages);
    assert!((10..=11).contains(&server.requests().len()));
}

#[tokio::test]
async fn pages_are_requested_lazily() {
    let server = Server::with(four_pages()).await;
    let call = client(server.url()).search_agent_statuses();
    let mut pages = call.into_paginator().send();
    let wait = || tokio::time::sleep(std::time::Duration::from_millis(50));
    wait().await;
    assert_eq!(server.requests().len(), 0);
    pages.next().await.unwrap().unwrap();
    wait().await;
    assert_eq!(server.requests().len(), 1);
    pages.next().await.unwrap().unwrap();
    drop(pages);
    wait().await;
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn construction_failure_is_the_only_item() {
    let config = connect_slim::Config::builder().behavior_version_latest();
    let client = Client::from_conf(config.build());
    let mut pages = client.search_agent_statuses().into_paginator().send();
    assert!(pages.next().await.unwrap().is_err());
    assert!(pages.next().await.is_none());
}

#[tokio::test]
async fn paginator_is_reported_in_the_user_agent() {
    let server = Server::start(|_| page(&[], None)).await;
    let client = client(server.url());
    client.search_agent_statuses().send().await.unwrap();
    let call = client.search_agent_statuses();
    call.into_paginator().send().collect::<Vec<_>>().await;
    // C: a paginator. The features are the last part of the user agent.
    let has_feature = |request: &Request| {
        let agent = request.header("x-amz-user-agent").to_owned();
        let features = agent.rsplit_once("m/").map(|(_, features)| features);
        features.is_some_and(|features| features.split([',', ' ']).any(|f| f == "C"))
    };
    let reported: Vec<_> = server.requests().iter().map(has_feature).collect();
    assert_eq!(reported, [false, true]);
}
