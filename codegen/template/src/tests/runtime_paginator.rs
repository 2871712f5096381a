//! Paging: which requests are made, and when it ends.

use super::runtime_support::{Replay, block_on};
use crate::error::SdkError;

const A: &str = r#"{"Things":[{"Name":"a"}],"NextToken":"t1"}"#;
const B: &str = r#"{"Things":[{"Name":"b"},{"Name":"c"}],"NextToken":"t2"}"#;
const LAST: &str = r#"{"Things":[{"Name":"d"}]}"#;

#[test]
fn pages_follow_tokens() {
    let end_by_empty_token = r#"{"Things":[],"NextToken":""}"#;
    for last in [LAST, end_by_empty_token] {
        let replay = Replay::new([(200, A), (200, B), (200, last)]);
        let call = replay.client().list_things().thing_id("1");
        let pages = call.into_paginator().page_size(7).send();
        let pages = block_on(pages.try_collect()).unwrap();
        assert_eq!(pages.len(), 3);
        let first = r#"{"MaxResults":7}"#;
        let second = r#"{"MaxResults":7,"NextToken":"t1"}"#;
        let third = r#"{"MaxResults":7,"NextToken":"t2"}"#;
        assert_eq!(replay.bodies(), [first, second, third]);
    }
}

#[test]
fn items_are_those_of_all_pages() {
    let replay = Replay::new([(200, A), (200, B), (200, LAST)]);
    let items = replay.client().list_things().thing_id("1");
    let items = block_on(items.into_paginator().items().send().try_collect()).unwrap();
    let names: Vec<_> = items.iter().map(crate::types::Thing::name).collect();
    assert_eq!(names, ["a", "b", "c", "d"]);
}

#[test]
fn pages_are_requested_when_asked_for() {
    let replay = Replay::new([(200, A), (200, B)]);
    let mut pages = replay.client().list_things().thing_id("1").into_paginator().send();
    assert_eq!(replay.requests().len(), 0);
    block_on(pages.next()).unwrap().unwrap();
    assert_eq!(replay.requests().len(), 1);
}

#[test]
fn a_repeated_token_ends_unless_wanted() {
    let responses = || [(200, A), (200, A), (200, LAST)];
    let count = |stop: bool| {
        let replay = Replay::new(responses());
        let call = replay.client().list_things().thing_id("1");
        let pages = call.into_paginator().stop_on_duplicate_token(stop).send();
        block_on(pages.try_collect()).unwrap().len()
    };
    assert_eq!(count(true), 2);
    assert_eq!(count(false), 3);
}

#[test]
fn an_error_is_the_last_page() {
    let not_found = r#"{"__type":"ThingNotFoundException"}"#;
    let replay = Replay::new([(200, A), (404, not_found), (200, LAST)]);
    let call = replay.client().list_things().thing_id("1");
    let pages: Vec<_> = block_on(call.into_paginator().send().collect());
    assert_eq!(pages.len(), 2);
    assert!(pages[0].is_ok());
    let error = pages[1].as_ref().unwrap_err().as_service_error().unwrap();
    assert!(error.is_thing_not_found_exception());
}

#[test]
fn an_input_which_cannot_be_sent_is_the_only_page() {
    let replay = Replay::new([]);
    let pages = replay.client().list_things().into_paginator().send();
    let pages: Vec<_> = block_on(pages.collect());
    assert!(matches!(pages.as_slice(), [Err(SdkError::ConstructionFailure(_))]));
}

#[test]
fn a_paginator_is_told_to_aws() {
    let user_agent_of = |paginated: bool| {
        let replay = Replay::new([(200, LAST)]);
        let call = replay.client().list_things().thing_id("1");
        match paginated {
            true => drop(block_on(call.into_paginator().send().try_collect()).unwrap()),
            false => drop(block_on(call.send()).unwrap()),
        }
        let request = replay.requests().remove(0);
        let user_agent = request.headers().get("x-amz-user-agent").unwrap();
        let metrics = user_agent.split(' ').find(|part| part.starts_with("m/"));
        let metrics = metrics.expect("metrics are sent").trim_start_matches("m/");
        metrics.split(',').map(str::to_owned).collect::<Vec<_>>()
    };
    // `C` is the paginator, `E` the standard retry mode.
    assert!(user_agent_of(true).contains(&"C".to_owned()));
    assert!(!user_agent_of(false).contains(&"C".to_owned()));
    assert!(user_agent_of(false).contains(&"E".to_owned()));
}

#[cfg(feature = "stream")]
#[test]
fn streams_can_be_sent_moved_and_kept() {
    fn is<S: futures_core::Stream + Send + Unpin + 'static>(_: S) {}
    let client = Replay::new([]).client();
    is(client.list_things().into_paginator().stream());
    is(client.list_things().into_paginator().items().stream());
}
