//! Which members of structures can be absent, and which have a default.

use serde_json::{Value, json};
use smithy_slim_codegen::model::traits::Traits;
use smithy_slim_codegen::model::{Model, ShapeKind};

use super::{member, operation, shape, with_service_id, with_shapes};

fn holder(members: Value, required: Value) -> Value {
    json!({ "type": "structure", "members": members, "required": required })
}

/// Returns the traits of the member `Value` of the structure `Holder`.
fn value(model: &Model) -> &Traits {
    &member(model, "Holder", "Value").traits
}

#[test]
fn a_service_without_facts_has_no_defaults() {
    for target in ["Integer", "integer", "Count", "NullableCount"] {
        for required in [json!([]), json!(["Value"])] {
            let model = with_shapes(json!({
                "Holder": holder(json!({ "Value": { "shape": target } }), required.clone()),
                target: { "type": "integer" },
            }));
            let traits = value(&model);
            assert_eq!(traits.default, None, "{target}");
            assert_eq!(shape(&model, target).traits.default, None, "{target}");
            assert_eq!(
                traits.required.is_some(),
                required == json!(["Value"]),
                "{target}"
            );
            assert!(traits.client_optional.is_none(), "{target}");
        }
    }
}

#[test]
fn known_zeros_are_defaults_of_the_member_and_of_its_target() {
    // In the table, the API Gateway has zeros for `Boolean`, `Double`, `Integer` and `Long`.
    let default = |target: &str, r#type: &str, key: &str| {
        let model = with_service_id(
            "API Gateway",
            json!({}),
            json!({
                "Holder": holder(json!({ "Value": { "shape": target, key: true } }), json!([])),
                target: { "type": r#type },
            }),
        );
        let of_target = shape(&model, target).traits.default.clone();
        (value(&model).default.clone(), of_target)
    };
    let zero = |zero: Value| Some(zero);
    let cases = [
        (
            "Boolean",
            "boolean",
            "-",
            (zero(json!(false)), zero(json!(false))),
        ),
        ("Integer", "integer", "-", (zero(json!(0)), zero(json!(0)))),
        ("Integer", "integer", "box", (None, zero(json!(0)))),
        ("NullableInteger", "integer", "-", (None, None)),
        ("Integer", "string", "-", (None, None)),
    ];
    for (target, r#type, key, expected) in cases {
        assert_eq!(
            default(target, r#type, key),
            expected,
            "{target} {type} {key}"
        );
    }
}

#[test]
fn a_boxed_shape_has_no_default() {
    let model = with_service_id(
        "API Gateway",
        json!({}),
        json!({
            "Holder": holder(json!({ "Value": { "shape": "Integer" } }), json!([])),
            "Integer": { "type": "integer", "box": true },
        }),
    );
    assert_eq!(value(&model).default, None);
    assert_eq!(shape(&model, "Integer").traits.default, None);
}

#[test]
fn only_members_of_structures_have_defaults() {
    let value = json!({ "shape": "Integer" });
    let shapes = json!({
        "Integer": { "type": "integer" },
        "Choice": { "type": "structure", "union": true, "members": { "value": value } },
        "Numbers": { "type": "list", "member": value },
    });
    let model = with_service_id("API Gateway", json!({}), shapes);
    for (shape, name) in [("Choice", "value"), ("Numbers", "member")] {
        assert_eq!(member(&model, shape, name).traits.default, None, "{shape}");
    }
}

#[test]
fn required_members_are_client_optional_in_some_services() {
    // Batch is in the table, and so is DataExchange, whose names suggest otherwise.
    let cases = [
        ("Batch", "String", true),
        ("Tiny", "__string", true),
        ("DataExchange", "__string", false),
        ("Tiny", "String", false),
    ];
    for (service, target, expected) in cases {
        let shapes = json!({
            "Holder": holder(json!({ "Value": { "shape": target }, "Other": { "shape": target } }), json!(["Value"])),
            target: { "type": "string" },
        });
        let model = with_service_id(service, json!({}), shapes);
        let traits = value(&model);
        assert!(traits.required.is_some(), "{service}");
        assert_eq!(
            traits.client_optional.is_some(),
            expected,
            "{service} {target}"
        );
        let other = &member(&model, "Holder", "Other").traits;
        assert!(
            other.required.is_none() && other.client_optional.is_none(),
            "{service}"
        );
    }
}

#[test]
fn known_unions_are_unions() {
    let shapes = json!({
        "AttributeValue": { "type": "structure", "members": { "S": { "shape": "String" } } },
        "String": { "type": "string" },
    });
    let kind = |service| {
        let model = with_service_id(service, json!({}), shapes.clone());
        shape(&model, "AttributeValue").kind.clone()
    };
    assert!(matches!(kind("DynamoDB"), ShapeKind::Union(_)));
    assert!(matches!(kind("Tiny"), ShapeKind::Structure(_)));
}

#[test]
fn slashes_that_only_botocore_has_are_removed_from_uris() {
    let operations = json!({
        "List": { "name": "List", "http": { "method": "GET", "requestUri": "/functions/" } },
        "Root": { "name": "Root", "http": { "method": "GET", "requestUri": "/" } },
    });
    let uri = |service, name| {
        let model = with_service_id(service, operations.clone(), json!({}));
        let (_, traits) = operation(&model, name);
        traits.http.as_ref().map(|http| http.uri.clone())
    };
    assert_eq!(uri("Lambda", "List").as_deref(), Some("/functions"));
    assert_eq!(uri("Lambda", "Root").as_deref(), Some("/"));
    assert_eq!(uri("Tiny", "List").as_deref(), Some("/functions/"));
}
