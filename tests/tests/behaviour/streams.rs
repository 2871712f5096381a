//! Tests of paginators as streams of `futures`.

use connect_slim::operation::search_agent_statuses::paginator::SearchAgentStatusesPaginator;
use connect_slim_tests::client::client;
use connect_slim_tests::server::{Reply, Server};
use futures_util::{FutureExt, Stream, StreamExt, TryStreamExt};

/// Creates a page of two agent statuses with a token.
fn page(number: usize) -> Reply {
    Reply::ok(format!(
        r#"{{"AgentStatuses":[{{"Name":"{number}a"}},{{"Name":"{number}b"}}],"NextToken":"{number}"}}"#
    ))
}

/// Creates two pages with a token and one without.
fn three_pages() -> [Reply; 3] {
    let last = Reply::ok(r#"{"AgentStatuses":[{"Name":"3a"}]}"#);
    [page(1), page(2), last]
}

fn paginator(server: &Server) -> SearchAgentStatusesPaginator {
    let call = client(server.url()).search_agent_statuses();
    call.instance_id("i").into_paginator()
}

/// Returns the names of the items as a stream.
fn names(server: &Server) -> impl Stream<Item = Result<String, String>> + Unpin + use<> {
    let items = paginator(server).items().stream();
    items
        .map_ok(|status| status.name.unwrap())
        .map_err(|error| connect_slim::Error::from(error).to_string())
}

#[tokio::test]
async fn pages_and_items_are_collected() {
    let server = Server::with(three_pages()).await;
    let pages: Vec<_> = paginator(&server).stream().try_collect().await.unwrap();
    let sizes: Vec<_> = pages
        .iter()
        .map(|page| page.agent_statuses().len())
        .collect();
    assert_eq!(sizes, [2, 2, 1]);
    let tokens = [
        r#"{"InstanceId":"i"}"#,
        r#"{"InstanceId":"i","NextToken":"1"}"#,
        r#"{"InstanceId":"i","NextToken":"2"}"#,
    ];
    let bodies: Vec<_> = server.requests().into_iter().map(|r| r.body).collect();
    assert_eq!(bodies, tokens);

    let server = Server::with(three_pages()).await;
    let names: Vec<_> = names(&server).try_collect().await.unwrap();
    assert_eq!(names, ["1a", "1b", "2a", "2b", "3a"]);
}

#[tokio::test]
async fn streams_request_pages_lazily() {
    let server = Server::with(three_pages()).await;
    let mut items = names(&server);
    settle().await;
    assert_eq!(server.requests().len(), 0);
    for (item, requests) in [("1a", 1), ("1b", 1), ("2a", 2)] {
        assert_eq!(items.next().await.unwrap().unwrap(), item);
        settle().await;
        assert_eq!(server.requests().len(), requests, "{item}");
    }
    drop(items);
    settle().await;
    assert_eq!(server.requests().len(), 2, "nobody wants the third page");
}

/// Waits long enough for a request that must not be sent.
async fn settle() {
    tokio::time::sleep(std::time::Duration::from_millis(30)).await;
}

#[tokio::test]
async fn take_requests_only_needed_pages() {
    let server = Server::with(three_pages()).await;
    let first: Vec<_> = names(&server).take(3).try_collect().await.unwrap();
    assert_eq!(first, ["1a", "1b", "2a"]);
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn dropping_a_page_future_is_safe() {
    let server = Server::with(three_pages()).await;
    let mut pages = paginator(&server).stream();
    assert!(pages.next().now_or_never().is_none());
    drop(pages);
    // The client can still be used for other calls.
    let names: Vec<_> = names(&server).take(1).try_collect().await.unwrap();
    assert_eq!(names.len(), 1);
}

#[tokio::test]
async fn error_is_the_last_item() {
    let failing = || {
        let error = r#"{"__type":"ThrottlingException","Message":"slowly"}"#;
        [page(1), Reply::new(400, error), page(3)]
    };
    let server = Server::with(failing()).await;
    let items: Vec<_> = names(&server).collect().await;
    let text = "ThrottlingException: slowly (request ID: request-1)";
    assert_eq!(
        items,
        [Ok("1a".into()), Ok("1b".into()), Err(text.to_owned())]
    );
    assert_eq!(server.requests().len(), 2);

    let server = Server::with(failing()).await;
    let mut pages = paginator(&server).stream();
    assert!(pages.next().await.unwrap().is_ok());
    let error = pages.next().await.unwrap().unwrap_err();
    assert!(error.into_service_error().is_throttling_exception());
    assert!(pages.next().await.is_none());
    assert!(pages.next().await.is_none(), "ended streams stay ended");
    assert_eq!(server.requests().len(), 2);
}

#[tokio::test]
async fn repeated_token_ends_the_stream_by_default() {
    for (stop, pages) in [(true, 2), (false, 7)] {
        let server = Server::start(|_| page(1)).await;
        let stream = paginator(&server).stop_on_duplicate_token(stop).stream();
        assert_eq!(stream.take(7).count().await, pages, "{stop}");
        assert_eq!(server.requests().len(), pages);
    }
}

#[tokio::test]
async fn items_can_be_processed_concurrently() {
    let server = Server::with(three_pages()).await;
    let doubled = names(&server)
        .map_ok(async |name| Ok(name.repeat(2)))
        .try_buffered(4);
    let doubled: Vec<_> = doubled.try_collect().await.unwrap();
    assert_eq!(doubled, ["1a1a", "1b1b", "2a2a", "2b2b", "3a3a"]);
}

#[tokio::test]
async fn streams_can_run_in_parallel_tasks() {
    let server = Server::start(|request| match request.body.contains("NextToken") {
        false => page(1),
        true => Reply::ok(r#"{"UserHierarchyGroups":[{"Name":"3a"}]}"#),
    })
    .await;
    let statuses = tokio::spawn(paginator(&server).items().stream().count());
    let groups = client(server.url()).search_user_hierarchy_groups();
    let groups = tokio::spawn(groups.into_paginator().items().stream().count());
    assert_eq!((statuses.await.unwrap(), groups.await.unwrap()), (2, 1));
}
