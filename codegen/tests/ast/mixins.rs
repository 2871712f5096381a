//! Mixins and `apply` statements, as `smithy ast` writes them.

use serde_json::{Value, json};
use smithy_slim_codegen::model::{Model, Operation, ShapeId, ShapeKind};

use super::{ast, member_names, read, shape, with_shapes};

/// A shape of this type with the mixin trait and more fields.
fn mixin(r#type: &str, fields: Value) -> Value {
    let mut shape = with_mixins(r#type, &[], fields);
    shape["traits"]["smithy.api#mixin"] = json!({});
    shape
}

fn with_mixins(r#type: &str, mixins: &[&str], mut fields: Value) -> Value {
    fields["type"] = json!(r#type);
    let mixins = mixins.iter().map(|name| reference(name));
    fields["mixins"] = mixins.collect();
    fields
}

fn reference(name: &str) -> Value {
    json!({ "target": format!("example#{name}") })
}

fn string(traits: Value) -> Value {
    json!({ "target": "smithy.api#String", "traits": traits })
}

fn required() -> Value {
    json!({ "smithy.api#required": {} })
}

fn docs(text: &str) -> Value {
    json!({ "smithy.api#documentation": text })
}

fn documentation<'a>(model: &'a Model, name: &str, member: Option<&str>) -> Option<&'a str> {
    let shape = shape(model, name);
    let traits = match member {
        None => &shape.traits,
        Some(name) => {
            let mut members = shape.members().into_iter();
            let member = members.find(|member| member.name == name);
            &member.unwrap_or_else(|| panic!("no member {name}")).traits
        }
    };
    traits.documentation.as_deref()
}

#[test]
fn members_of_mixins_come_first_in_the_order_of_the_mixins() {
    let model = with_shapes(json!({
        "Paginated": mixin("structure", json!({ "members": { "nextToken": string(json!({})), "pageSize": string(json!({})) } })),
        "Filtered": mixin("structure", json!({ "members": { "nameFilter": string(json!({})) } })),
        "Input": with_mixins("structure", &["Paginated", "Filtered"], json!({ "members": { "size": string(json!({})) } })),
    }));
    let expected = ["nextToken", "pageSize", "nameFilter", "size"];
    assert_eq!(member_names(&model, "Input"), expected);
}

#[test]
fn a_statement_about_a_mixed_in_member_holds_for_all_users_of_the_shape() {
    let model = with_shapes(json!({
        "ShopKey": mixin("structure", json!({ "members": { "shopId": string(json!({})) } })),
        "ItemPath": {
            "type": "structure",
            "members": { "itemId": string(required()) },
            "traits": { "smithy.api#mixin": {} },
            "mixins": [reference("ShopKey")],
        },
        "ItemPath$shopId": { "type": "apply", "traits": { "smithy.api#httpLabel": {}, "smithy.api#required": {} } },
        "Input": with_mixins("structure", &["ItemPath"], json!({})),
        "Output": with_mixins("structure", &["ShopKey"], json!({})),
    }));
    let labels = |name| {
        let members = shape(&model, name).members().into_iter();
        let members = members.filter(|member| member.traits.http_label.is_some());
        members
            .map(|member| member.name.as_str())
            .collect::<Vec<_>>()
    };
    assert_eq!(member_names(&model, "Input"), ["shopId", "itemId"]);
    assert_eq!(labels("Input"), ["shopId"]);
    assert!(labels("Output").is_empty() && labels("ShopKey").is_empty());
}

#[test]
fn a_member_that_is_defined_again_keeps_its_place_and_merges_its_traits() {
    let model = with_shapes(json!({
        "A1": mixin("structure", json!({ "members": { "a": string(docs("Generic.")), "b": string(json!({})) } })),
        "A2": mixin("structure", json!({ "members": { "c": string(json!({})), "a": string(required()) } })),
        "Mixed": with_mixins("structure", &["A1", "A2"], json!({ "members": { "d": string(json!({})), "a": string(docs("Specific.")) } })),
    }));
    assert_eq!(member_names(&model, "Mixed"), ["a", "b", "c", "d"]);
    assert_eq!(documentation(&model, "Mixed", Some("a")), Some("Specific."));
    assert_eq!(documentation(&model, "A1", Some("a")), Some("Generic."));
    assert!(
        shape(&model, "Mixed").members()[0]
            .traits
            .required
            .is_some()
    );
}

#[test]
fn traits_of_later_mixins_and_of_the_shape_itself_win() {
    let model = with_shapes(json!({
        "A": mixin("string", json!({ "traits": { "smithy.api#documentation": "A", "smithy.api#pattern": "a" } })),
        "B": mixin("string", json!({ "traits": { "smithy.api#documentation": "B", "smithy.api#sensitive": {} } })),
        "C": with_mixins("string", &["A", "B"], json!({})),
        "D": with_mixins("string", &["B", "A"], json!({ "traits": docs("D") })),
    }));
    assert_eq!(documentation(&model, "C", None), Some("B"));
    assert_eq!(documentation(&model, "D", None), Some("D"));
    for name in ["C", "D"] {
        let traits = &shape(&model, name).traits;
        assert_eq!(traits.pattern.as_deref(), Some("a"));
        assert!(traits.sensitive.is_some());
        assert!(!traits.other.contains_key("smithy.api#mixin"));
    }
}

#[test]
fn local_traits_stay_with_the_mixin() {
    let local = [
        "smithy.api#documentation",
        "smithy.api#deprecated",
        "example#custom",
    ];
    let model = with_shapes(json!({
        "Base": {
            "type": "structure",
            "traits": {
                "smithy.api#mixin": { "localTraits": local },
                "smithy.api#documentation": "For the model's authors.",
                "smithy.api#deprecated": {},
                "smithy.api#sensitive": {},
                "example#custom": {},
            },
        },
        "Middle": with_mixins("structure", &["Base"], json!({ "traits": { "smithy.api#mixin": {} } })),
        "Item": with_mixins("structure", &["Middle"], json!({})),
    }));
    let traits = &shape(&model, "Item").traits;
    assert!(
        traits.documentation.is_none() && traits.deprecated.is_none() && traits.other.is_empty()
    );
    assert!(traits.sensitive.is_some());
    assert!(shape(&model, "Base").traits.deprecated.is_some());
}

#[test]
fn lists_maps_unions_and_enums_can_use_mixins() {
    let unit = |value: &str| json!({ "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": value } });
    let model = with_shapes(json!({
        "AnyList": mixin("list", json!({ "member": string(json!({})) })),
        "Names": with_mixins("list", &["AnyList"], json!({ "traits": { "smithy.api#sparse": {} } })),
        "Names$member": { "type": "apply", "traits": docs("A name.") },
        "AnyMap": mixin("map", json!({ "key": string(json!({})), "value": string(json!({})) })),
        "Tags": with_mixins("map", &["AnyMap"], json!({ "value": string(docs("A value.")) })),
        "AnyUnion": mixin("union", json!({ "members": { "S": string(json!({})) } })),
        "Choice": with_mixins("union", &["AnyUnion"], json!({ "members": { "N": string(json!({})) } })),
        "AnyEnum": mixin("enum", json!({ "members": { "A": unit("a") } })),
        "Kind": with_mixins("enum", &["AnyEnum"], json!({ "members": { "B": unit("b") } })),
        "OldEnum": mixin("string", json!({ "traits": { "smithy.api#enum": [{ "value": "x", "name": "X" }] } })),
        "OldKind": with_mixins("string", &["OldEnum"], json!({})),
    }));
    assert_eq!(
        documentation(&model, "Names", Some("member")),
        Some("A name.")
    );
    assert!(shape(&model, "Names").traits.sparse.is_some());
    assert!(shape(&model, "AnyList").traits.sparse.is_none());
    assert_eq!(member_names(&model, "Tags"), ["key", "value"]);
    assert_eq!(
        documentation(&model, "Tags", Some("value")),
        Some("A value.")
    );
    assert_eq!(member_names(&model, "Choice"), ["S", "N"]);
    assert_eq!(member_names(&model, "Kind"), ["A", "B"]);
    assert_eq!(member_names(&model, "OldKind"), ["X"]);
}

#[test]
fn operations_get_the_errors_of_their_mixins() {
    let error = || json!({ "type": "structure", "traits": { "smithy.api#error": "client" } });
    let model = with_shapes(json!({
        "Validated": mixin("operation", json!({ "errors": [reference("Invalid"), reference("Busy")] })),
        "Get": with_mixins("operation", &["Validated"], json!({
            "input": reference("In"), "errors": [reference("Busy"), reference("Gone")],
        })),
        "In": { "type": "structure" }, "Invalid": error(), "Busy": error(), "Gone": error(),
    }));
    let ShapeKind::Operation(Operation {
        input,
        output,
        errors,
    }) = &shape(&model, "Get").kind
    else {
        panic!("Get is no operation");
    };
    assert_eq!((input.name(), output.name()), ("In", "Unit"));
    let errors: Vec<&str> = errors.iter().map(ShapeId::name).collect();
    assert_eq!(errors, ["Invalid", "Busy", "Gone"]);
}

#[test]
fn services_get_the_properties_of_their_mixins_and_mixins_are_no_services() {
    let model = with_shapes(json!({
        "A": mixin("service", json!({
            "version": "A", "operations": [reference("OpA")], "errors": [reference("Busy")],
            "rename": { "example#X": "XA", "example#Y": "YA" },
        })),
        "C": with_mixins("service", &["A"], json!({
            "version": "C", "operations": [reference("OpC")], "resources": [reference("R")],
            "rename": { "example#Y": "YC" },
        })),
        "D": with_mixins("service", &["A"], json!({})),
        "R": with_mixins("resource", &["Readable"], json!({ "operations": [reference("OpC")] })),
        "Readable": mixin("resource", json!({ "read": reference("OpA") })),
        "OpA": { "type": "operation" }, "OpC": { "type": "operation" },
        "Busy": { "type": "structure", "traits": { "smithy.api#error": "server" } },
    }));
    let services: Vec<_> = model
        .services()
        .map(|(id, _, service)| (id.name(), service))
        .collect();
    let [("C", c), ("D", d)] = services.as_slice() else {
        panic!("{services:?}");
    };
    let names = |ids: &[ShapeId]| {
        ids.iter()
            .map(|id| id.name().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!((c.version.as_str(), d.version.as_str()), ("C", "A"));
    assert_eq!(names(&c.operations), ["OpA", "OpC"]);
    assert_eq!(names(&c.errors), ["Busy"]);
    let renamed: Vec<&str> = c.rename.values().map(String::as_str).collect();
    assert_eq!(renamed, ["XA", "YC"]);
    let ShapeKind::Resource(resource) = &shape(&model, "R").kind else {
        panic!("R is no resource");
    };
    assert_eq!(names(&resource.operations), ["OpA", "OpC"]);
}

#[test]
fn invalid_mixins_are_reported_with_the_shape() {
    let structure = |mixins: &[&str]| with_mixins("structure", mixins, json!({}));
    let cases = [
        (
            json!({ "A": structure(&["B"]), "B": structure(&["A"]) }),
            "example#A: its mixins form a cycle",
        ),
        (
            json!({ "A": structure(&["A"]) }),
            "example#A: its mixins form a cycle",
        ),
        (
            json!({ "A": structure(&["B"]) }),
            "example#A: the mixin `example#B` is not in the model",
        ),
        (
            json!({ "A": structure(&["B"]), "B": mixin("union", json!({})) }),
            "example#A: is of type `structure` and cannot use the mixin `example#B`, which is of type `union`",
        ),
        (
            json!({
                "A": mixin("structure", json!({ "members": { "x": string(json!({})) } })),
                "B": mixin("structure", json!({ "members": { "x": { "target": "smithy.api#Integer" } } })),
                "C": structure(&["A", "B"]),
            }),
            "example#C$x: has several targets among the shape and its mixins",
        ),
    ];
    for (shapes, message) in cases {
        let errors = read(&ast("2.0", shapes)).expect_err(message).to_string();
        assert_eq!(errors, format!("models/tiny.json: {message}"));
    }
}

#[test]
fn a_long_chain_of_mixins_can_be_read() {
    let length = 5_000;
    let mut shapes = serde_json::Map::new();
    for index in 0..length {
        let next = format!("S{}", index + 1);
        let name = format!("S{index}");
        shapes.insert(name, with_mixins("structure", &[&next], json!({})));
    }
    let last = mixin(
        "structure",
        json!({ "members": { "a": string(json!({})) } }),
    );
    shapes.insert(format!("S{length}"), last);
    let model = with_shapes(Value::Object(shapes));
    assert_eq!(member_names(&model, "S0"), ["a"]);
}

#[test]
fn apply_statements_have_targets() {
    let apply = || json!({ "type": "apply", "traits": docs("Nowhere.") });
    let thing = || json!({ "type": "structure", "members": { "x": string(json!({})) } });
    let cases = [
        (json!({ "Gone": apply() }), "example#Gone"),
        (json!({ "Gone$x": apply() }), "example#Gone$x"),
        (
            json!({ "Thing": thing(), "Thing$y": apply() }),
            "example#Thing$y",
        ),
    ];
    for (shapes, target) in cases {
        let errors = read(&ast("2.0", shapes)).expect_err(target).to_string();
        let message =
            "has an `apply` statement, but is not in the model; add it or remove the statement";
        assert_eq!(errors, format!("models/tiny.json: {target}: {message}"));
    }
}
