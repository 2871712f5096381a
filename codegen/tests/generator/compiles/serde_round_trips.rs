//! Compiled against the crate of the fixture `serde_keys`, whose members have one name in several places of the message.

use fixture_serde_keys::operation::put_hook::{PutHookInput, PutHookOutput};
use serde_json::{Value, json};

#[test]
fn members_of_one_json_name_are_read_back() {
    let input = PutHookInput::builder()
        .verb("label")
        .target_verb("body")
        .other_verb("other")
        .page(1)
        .build()
        .expect("the label is set");
    let json = json!({"verb": "body", "verb_": "other", "verb__": "label", "page": 1});
    assert_eq!(value(&serde_json::to_string(&input)), json);
    assert_eq!(serde_json::from_value::<PutHookInput>(json).ok(), Some(input));

    let output = PutHookOutput::builder().tag("header").body_tag("body");
    let output = output.build();
    let json = json!({"tag": "body", "tag_": "header"});
    assert_eq!(value(&serde_json::to_string(&output)), json);
    assert_eq!(serde_json::from_value::<PutHookOutput>(json).ok(), Some(output));
}

/// Parses JSON, in which no key is there twice.
fn value(json: &Result<String, serde_json::Error>) -> Value {
    let json = json.as_ref().expect("it can be serialized");
    let value: Value = serde_json::from_str(json).expect("it is JSON");
    assert_eq!(value.to_string().len(), json.len(), "{json}");
    value
}
