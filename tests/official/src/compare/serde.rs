//! Random inputs as serde values of ours: they are written as they are sent, and read as they were.

use std::fmt::Debug;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::wire::check;
use crate::input::{self, Input};
use crate::ours::{build, wire::Caller};
use crate::setup::Setup;

#[test]
fn inputs() {
    let caller = Caller::new(&Setup::once());
    check(input::input(), |input| {
        let Some(written) = written(&input) else {
            return;
        };
        for request in caller.call(&input, Vec::new()).requests {
            let sent: Value = serde_json::from_str(&request.body).expect("we send JSON");
            assert_eq!(sent, written);
        }
    });
}

/// What serde writes, unless the input can't be built.
fn written(input: &Input) -> Option<Value> {
    const BUILT: &str = "no field is required";
    match input {
        Input::Metrics(input) => {
            let input = build::metrics(input).ok()?;
            Some(there_and_back(&input.build().expect(BUILT)))
        }
        Input::Statuses(input) => {
            let input = build::statuses(input).build();
            Some(there_and_back(&input.expect(BUILT)))
        }
        Input::Groups(input) => {
            let input = build::groups(input).build();
            Some(there_and_back(&input.expect(BUILT)))
        }
    }
}

fn there_and_back<T: Serialize + DeserializeOwned + PartialEq + Debug>(input: &T) -> Value {
    let text = serde_json::to_string(input).expect("an input has no values that JSON hasn't");
    let read: T = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_eq!(read, *input, "{text}");
    serde_json::from_str(&text).expect("it was read before")
}
