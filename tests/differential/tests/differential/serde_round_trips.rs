//! Serializes random inputs of our crate with serde: the result equals the request body and can be read back.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::random_messages::check;
use crate::harness::input::{self, Input};
use crate::slim::{build, caller::Caller};
use crate::harness::setup::Setup;

#[test]
fn serialized_inputs_equal_request_bodies() {
    let caller = Caller::new(&Setup::once());
    check(input::input(), |input| {
        let Some(serialized) = serialized(&input) else {
            return;
        };
        for request in caller.call(&input, Vec::new()).requests {
            let sent: Value = serde_json::from_str(&request.body).expect("we send JSON");
            assert_eq!(sent, serialized);
        }
    });
}

/// Serializes the input, unless it can't be built.
fn serialized(input: &Input) -> Option<Value> {
    const BUILT: &str = "inputs have no required fields";
    match input {
        Input::Metrics(input) => {
            let input = build::metrics(input).ok()?;
            Some(round_trip(&input.build().expect(BUILT)))
        }
        Input::Statuses(input) => {
            let input = build::statuses(input).build();
            Some(round_trip(&input.expect(BUILT)))
        }
        Input::Groups(input) => {
            let input = build::groups(input).build();
            Some(round_trip(&input.expect(BUILT)))
        }
    }
}

fn round_trip<T: Serialize + DeserializeOwned + PartialEq + Debug>(input: &T) -> Value {
    let text = serde_json::to_string(input).expect("every input can be written as JSON");
    let read: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(read, *input, "{text}");
    serde_json::from_str(&text).expect("the text is JSON")
}
