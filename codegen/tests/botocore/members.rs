//! Members: HTTP bindings, names on the wire, and traits that botocore has at the member.

use serde_json::{Value, json};
use smithy_slim_codegen::model::traits::{TimestampFormat, Traits};
use smithy_slim_codegen::model::{Member, Model, ShapeKind};

use super::{member, read, service, shape, with_shapes};

fn model(protocol: &str, entry: Value) -> Model {
    let holder = json!({ "type": "structure", "members": { "Value": entry } });
    let shapes = json!({
        "Holder": holder,
        "Text": { "type": "string" },
        "Bytes": { "type": "blob" },
        "Flat": { "type": "list", "flattened": true, "member": { "shape": "Text", "locationName": "item" } },
        "Map": { "type": "map", "key": { "shape": "Text" }, "value": { "shape": "Text" } },
    });
    read(&service(protocol, json!({}), shapes))
}

/// The one member of a structure in a service of this protocol.
fn value(protocol: &str, entry: Value) -> Member {
    member(&model(protocol, entry), "Holder", "Value").clone()
}

#[test]
fn http_bindings() {
    type Check = fn(&Traits) -> bool;
    let cases: [(Value, Check); 9] = [
        (json!({ "location": "uri", "locationName": "value" }), |t| {
            t.http_label.is_some()
        }),
        (
            json!({ "location": "querystring", "locationName": "v" }),
            |t| t.http_query.as_deref() == Some("v"),
        ),
        (json!({ "location": "querystring" }), |t| {
            t.http_query.as_deref() == Some("Value")
        }),
        (json!({ "shape": "Map", "location": "querystring" }), |t| {
            t.http_query_params.is_some() && t.http_query.is_none()
        }),
        (
            json!({ "location": "header", "locationName": "x-v" }),
            |t| t.http_header.as_deref() == Some("x-v"),
        ),
        (
            json!({ "shape": "Map", "location": "headers", "locationName": "x-" }),
            |t| t.http_prefix_headers.as_deref() == Some("x-"),
        ),
        (json!({ "shape": "Map", "location": "headers" }), |t| {
            t.http_prefix_headers.as_deref() == Some("")
        }),
        (json!({ "location": "statusCode" }), |t| {
            t.http_response_code.is_some()
        }),
        (json!({}), |t| t.ids().next().is_none()),
    ];
    for (mut entry, check) in cases {
        if entry.get("shape").is_none() {
            entry["shape"] = json!("Text");
        }
        let member = value("rest-json", entry.clone());
        assert!(check(&member.traits), "{entry}: {:?}", member.traits);
        assert!(
            member.traits.json_name.is_none(),
            "{entry}: a bound member has no name in the body"
        );
    }
}

#[test]
fn names_in_bodies() {
    let name = |protocol, name: &str| {
        let traits = value(protocol, json!({ "shape": "Text", "locationName": name })).traits;
        (traits.json_name, traits.xml_name)
    };
    assert_eq!(name("rest-json", "value"), (Some("value".to_owned()), None));
    assert_eq!(name("rest-json", "Value"), (None, None));
    assert_eq!(name("rest-xml", "value"), (None, Some("value".to_owned())));
    assert_eq!(name("query", "value"), (None, Some("value".to_owned())));
    let model = model("rest-json", json!({ "shape": "Flat" }));
    assert!(member(&model, "Flat", "member").traits.json_name.is_none());
}

#[test]
fn bindings_mean_nothing_in_other_protocols() {
    let member = value(
        "json",
        json!({ "shape": "Text", "location": "header", "locationName": "x-v" }),
    );
    assert!(member.traits.http_header.is_none());
}

#[test]
fn payload_and_required() {
    let model = with_shapes(json!({
        "Holder": {
            "type": "structure",
            "members": { "A": { "shape": "Bytes", "locationName": "body" }, "B": { "shape": "Bytes" } },
            "payload": "A",
            "required": ["B"],
        },
        "Bytes": { "type": "blob" },
    }));
    let traits = |name| &member(&model, "Holder", name).traits;
    assert!(traits("A").http_payload.is_some() && traits("A").required.is_none());
    assert!(
        traits("A").json_name.is_none(),
        "the whole body has no name"
    );
    assert!(traits("B").http_payload.is_none() && traits("B").required.is_some());
}

#[test]
fn traits_of_members() {
    let entry = json!({
        "shape": "Flat",
        "documentation": "<p>Text.</p>",
        "idempotencyToken": true,
        "hostLabel": true,
        "contextParam": { "name": "Bucket" },
        "timestampFormat": "iso8601",
        "deprecated": true,
        "eventpayload": true,
        "queryName": "Q",
    });
    let traits = value("rest-json", entry).traits;
    assert_eq!(traits.documentation.as_deref(), Some("<p>Text.</p>"));
    assert!(traits.idempotency_token.is_some() && traits.host_label.is_some());
    assert_eq!(
        traits.context_param.map(|param| param.name).as_deref(),
        Some("Bucket")
    );
    assert_eq!(traits.timestamp_format, Some(TimestampFormat::DateTime));
    assert!(traits.deprecated.is_some());
    let other: Vec<&str> = traits.other.keys().map(String::as_str).collect();
    assert_eq!(other, ["smithy.api#eventPayload"]);
    assert_eq!(traits.ec2_query_name.as_deref(), Some("Q"));
    assert!(traits.xml_flattened.is_some());
}

#[test]
fn a_json_value_targets_a_string_of_that_media_type() {
    let entry =
        json!({ "shape": "Text", "jsonvalue": true, "location": "header", "locationName": "x-v" });
    let model = model("rest-json", entry);
    let target = &member(&model, "Holder", "Value").target;
    assert_eq!(target.name(), "TextJson");
    assert_eq!(
        shape(&model, "TextJson").traits.media_type.as_deref(),
        Some("application/json")
    );
    assert!(
        shape(&model, "Text").traits.media_type.is_none(),
        "other members target it, too"
    );
}

#[test]
fn a_streaming_member_targets_a_streaming_blob() {
    let model = model("rest-json", json!({ "shape": "Bytes", "streaming": true }));
    let target = shape(&model, member(&model, "Holder", "Value").target.name());
    assert!(matches!(target.kind, ShapeKind::Simple(_)) && target.traits.streaming.is_some());
    assert!(
        shape(&model, "Bytes").traits.streaming.is_none(),
        "other members target it, too"
    );
}
