//! Strings with the `enum` trait.

use serde_json::{Value, json};
use smithy_slim_codegen::model::ShapeKind;

use super::{ast, member_names, read, shape, with_shapes};

fn string_with(definitions: Value) -> Value {
    json!({ "type": "string", "traits": { "smithy.api#enum": definitions } })
}

#[test]
fn a_string_with_the_enum_trait_is_an_enum_in_every_version() {
    for version in ["1.0", "2", "2.0"] {
        let on_and_off =
            json!([{ "value": "on", "name": "ON" }, { "value": "off", "name": "OFF" }]);
        let model = read(&ast(version, json!({ "State": string_with(on_and_off) })));
        let model = model.unwrap_or_else(|errors| panic!("{errors}"));
        let state = shape(&model, "State");
        assert!(matches!(state.kind, ShapeKind::Enum(_)), "{version}");
        assert!(state.traits.enum_definition.is_none(), "{version}");
        let members = state.members().into_iter();
        let values: Vec<_> = members
            .map(|member| (member.name.as_str(), member.traits.enum_value.clone()))
            .collect();
        let expected = [("ON", Some(json!("on"))), ("OFF", Some(json!("off")))];
        assert_eq!(values, expected, "{version}");
    }
}

#[test]
fn the_enum_trait_can_come_from_an_apply_statement() {
    let text = r#"{ "smithy": "2.0", "shapes": {
        "example#Kind": { "type": "apply", "traits": { "smithy.api#enum": [{ "value": "a", "name": "A" }] } },
        "example#Kind": { "type": "string" }
    } }"#;
    let model = read(text).unwrap_or_else(|errors| panic!("{errors}"));
    assert_eq!(member_names(&model, "Kind"), ["A"]);
}

#[test]
fn documentation_deprecation_and_tags_of_a_value_are_kept() {
    let model = with_shapes(json!({ "State": string_with(json!([
        { "value": "on", "name": "ON", "documentation": "<p>Running.</p>" },
        { "value": "off", "name": "OFF", "deprecated": true, "tags": ["old"] },
    ])) }));
    let members = shape(&model, "State").members();
    let [on, off] = members.as_slice() else {
        panic!("{members:?}");
    };
    assert_eq!(on.traits.documentation.as_deref(), Some("<p>Running.</p>"));
    assert!(on.traits.deprecated.is_none() && on.traits.other.is_empty());
    assert!(off.traits.deprecated.is_some());
    assert_eq!(off.traits.other["smithy.api#tags"], json!(["old"]));
}

#[test]
fn values_without_names_get_names_that_stay_when_values_are_added() {
    let values = |values: &[&str]| {
        let definitions = values.iter().map(|value| json!({ "value": value }));
        string_with(definitions.collect())
    };
    let model = with_shapes(json!({
        "Unit": values(&["Meters", "Feet"]),
        "Operator": values(&["<", "<=", "", "x-y"]),
        "LaterOperator": values(&["!", "<", "<=", "", "x-y", "x.y", "x_y_2"]),
    }));
    assert_eq!(member_names(&model, "Unit"), ["Meters", "Feet"]);
    assert_eq!(
        member_names(&model, "Operator"),
        ["less", "less_equal", "empty", "x_y"]
    );
    assert_eq!(
        member_names(&model, "LaterOperator"),
        [
            "exclamation",
            "less",
            "less_equal",
            "empty",
            "x_y",
            "x_y_3",
            "x_y_2"
        ]
    );
}

#[test]
fn a_set_is_a_list_with_unique_items() {
    let model = with_shapes(json!({
        "Tags": { "type": "set", "member": { "target": "smithy.api#String" } },
        "Names": { "type": "list", "member": { "target": "smithy.api#String" } },
    }));
    let is_unique = |name| {
        let shape = shape(&model, name);
        assert!(matches!(shape.kind, ShapeKind::List(_)), "{name}");
        shape.traits.unique_items.is_some()
    };
    assert!(is_unique("Tags") && !is_unique("Names"));
}
