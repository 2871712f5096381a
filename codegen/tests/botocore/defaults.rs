//! Which numbers and booleans are taken to have a default.

use serde_json::{Value, json};

use super::{member, with_shapes};

/// The default of a member that targets a shape of this name.
fn default(target: &str, shape: Value, member_keys: Value, required: bool) -> Option<Value> {
    let mut entry = member_keys;
    entry["shape"] = json!(target);
    let required = if required {
        json!(["Value"])
    } else {
        json!([])
    };
    let holder =
        json!({ "type": "structure", "members": { "Value": entry }, "required": required });
    let model = with_shapes(json!({ "Holder": holder, target: shape }));
    member(&model, "Holder", "Value").traits.default.clone()
}

#[test]
fn follow_from_box_name_and_required() {
    let integer = || json!({ "type": "integer" });
    let boxed = || json!({ "type": "integer", "box": true });
    let boolean = || json!({ "type": "boolean" });
    let none = || json!({});
    let cases = [
        (
            "a name of its own",
            default("Count", integer(), none(), false),
            None,
        ),
        (
            "required",
            default("Count", integer(), none(), true),
            Some(json!(0)),
        ),
        (
            "required boolean",
            default("Locked", boolean(), none(), true),
            Some(json!(false)),
        ),
        (
            "named after its type",
            default("Integer", integer(), none(), false),
            Some(json!(0)),
        ),
        (
            "boolean named after its type",
            default("Boolean", boolean(), none(), false),
            Some(json!(false)),
        ),
        (
            "Smithy's own type",
            default("integer", integer(), none(), false),
            None,
        ),
        (
            "boxed shape",
            default("Integer", boxed(), none(), true),
            None,
        ),
        (
            "boxed member",
            default("Integer", integer(), json!({ "box": true }), true),
            None,
        ),
        (
            "nullable",
            default("NullableCount", integer(), none(), true),
            None,
        ),
        (
            "a string",
            default("String", json!({ "type": "string" }), none(), true),
            None,
        ),
        (
            "a timestamp",
            default("Timestamp", json!({ "type": "timestamp" }), none(), true),
            None,
        ),
    ];
    for (case, found, expected) in cases {
        assert_eq!(found, expected, "{case}");
    }
}

#[test]
fn are_for_structures_only() {
    let value = json!({ "shape": "Integer" });
    let model = with_shapes(json!({
        "Integer": { "type": "integer" },
        "Choice": { "type": "structure", "union": true, "members": { "value": value } },
        "Numbers": { "type": "list", "member": value },
    }));
    for (shape, name) in [("Choice", "value"), ("Numbers", "member")] {
        assert_eq!(member(&model, shape, name).traits.default, None, "{shape}");
    }
}
