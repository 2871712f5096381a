//! Data shapes: kinds, constraints, errors, enums.

use serde_json::{Value, json};
use smithy_slim_codegen::model::traits::{ErrorKind, TimestampFormat};
use smithy_slim_codegen::model::{ShapeKind, SimpleKind};

use super::{service, shape, with_shapes};

#[test]
fn simple_types() {
    let cases = [
        ("blob", SimpleKind::Blob),
        ("boolean", SimpleKind::Boolean),
        ("byte", SimpleKind::Byte),
        ("character", SimpleKind::String),
        ("double", SimpleKind::Double),
        ("float", SimpleKind::Float),
        ("integer", SimpleKind::Integer),
        ("long", SimpleKind::Long),
        ("short", SimpleKind::Short),
        ("string", SimpleKind::String),
        ("timestamp", SimpleKind::Timestamp),
    ];
    for (r#type, expected) in cases {
        let model = with_shapes(json!({ "A": { "type": r#type } }));
        match shape(&model, "A").kind {
            ShapeKind::Simple(kind) => assert_eq!(kind, expected),
            ref other => panic!("{type} is {other:?}"),
        }
    }
}

#[test]
fn structures_of_a_special_kind() {
    let member = json!({ "text": { "shape": "A" } });
    let model = with_shapes(json!({
        "A": { "type": "structure", "members": {} },
        "Document": { "type": "structure", "document": true, "members": {} },
        "Choice": { "type": "structure", "union": true, "members": member },
        "Events": { "type": "structure", "eventstream": true, "members": member },
        "Secret": { "type": "structure", "sensitive": true, "members": member },
    }));
    assert!(matches!(
        shape(&model, "Document").kind,
        ShapeKind::Simple(SimpleKind::Document)
    ));
    assert!(
        matches!(&shape(&model, "Choice").kind, ShapeKind::Union(members) if members.len() == 1)
    );
    let events = shape(&model, "Events");
    assert!(matches!(events.kind, ShapeKind::Union(_)) && events.traits.streaming.is_some());
    let secret = shape(&model, "Secret");
    assert!(matches!(secret.kind, ShapeKind::Structure(_)) && secret.traits.sensitive.is_some());
}

#[test]
fn constraints_and_formats() {
    let model = with_shapes(json!({
        "Text": { "type": "string", "min": 1, "max": 8, "pattern": "a+" },
        "Number": { "type": "float", "max": 1.5 },
        "Items": { "type": "list", "max": 3, "sparse": true, "member": { "shape": "Text" } },
        "Time": { "type": "timestamp", "timestampFormat": "rfc822" },
        "Stream": { "type": "blob", "streaming": true, "requiresLength": true },
    }));
    let text = &shape(&model, "Text").traits;
    let length = text.length.as_ref().expect("bounds");
    assert_eq!(
        (length.min.clone(), length.max.clone()),
        (Some(1.into()), Some(8.into()))
    );
    assert_eq!(text.pattern.as_deref(), Some("a+"));
    assert!(text.range.is_none());
    let number = &shape(&model, "Number").traits;
    assert!(
        number
            .range
            .as_ref()
            .is_some_and(|range| range.min.is_none())
            && number.length.is_none()
    );
    let items = &shape(&model, "Items").traits;
    assert!(items.length.is_some() && items.sparse.is_some());
    assert_eq!(
        shape(&model, "Time").traits.timestamp_format,
        Some(TimestampFormat::HttpDate)
    );
    let stream = &shape(&model, "Stream").traits;
    assert!(stream.streaming.is_some() && stream.requires_length.is_some());
}

#[test]
fn errors_have_a_kind_and_a_status() {
    use ErrorKind::{Client, Server};
    let cases: [(Value, ErrorKind, Option<u16>); 6] = [
        (json!({ "exception": true }), Client, None),
        (json!({ "exception": true, "fault": true }), Server, None),
        (
            json!({ "error": { "httpStatusCode": 404 } }),
            Client,
            Some(404),
        ),
        (
            json!({ "exception": true, "error": { "httpStatusCode": 503 } }),
            Server,
            Some(503),
        ),
        (
            json!({ "error": { "httpStatusCode": 500, "senderFault": true } }),
            Client,
            Some(500),
        ),
        (
            json!({ "error": { "httpStatusCode": 400, "senderFault": false } }),
            Server,
            Some(400),
        ),
    ];
    for (mut entry, kind, status) in cases {
        entry["type"] = json!("structure");
        let model = with_shapes(json!({ "Oops": entry }));
        let traits = &shape(&model, "Oops").traits;
        assert_eq!(
            (traits.error, traits.http_error),
            (Some(kind), status),
            "{entry}"
        );
    }
}

#[test]
fn errors_may_be_described_where_they_are_listed() {
    let http = json!({ "method": "GET", "requestUri": "/" });
    let error = json!({ "shape": "Oops", "error": { "httpStatusCode": 500 }, "exception": true, "fault": true });
    let model = super::read(&service(
        "rest-json",
        json!({ "Get": { "http": http, "errors": [error] } }),
        json!({ "Oops": { "type": "structure", "members": {} } }),
    ));
    let traits = &shape(&model, "Oops").traits;
    assert_eq!(
        (traits.error, traits.http_error),
        (Some(ErrorKind::Server), Some(500))
    );
}

#[test]
fn retries_and_query_codes_of_errors() {
    let model = with_shapes(json!({ "Slow": {
        "type": "structure",
        "exception": true,
        "retryable": { "throttling": true },
        "error": { "httpStatusCode": 429, "code": "TooFast" },
    } }));
    let traits = &shape(&model, "Slow").traits;
    assert!(
        traits
            .retryable
            .is_some_and(|retryable| retryable.throttling)
    );
    let query_error = traits.aws_query_error.as_ref().expect("a code");
    assert_eq!(query_error.code, "TooFast");
    assert_eq!(query_error.http_response_code, Some(429));
}

#[test]
fn enum_constants_without_names_are_named_after_their_values() {
    let cases = [
        ("CREATE_TASK", "CREATE_TASK"),
        ("OnCaseCreate", "OnCaseCreate"),
        ("ar-AE", "ar_AE"),
        ("t2.micro", "t2_micro"),
        ("application/json", "application_json"),
        ("s3:ObjectCreated:*", "s3_ObjectCreated_"),
        ("Windows (Amazon VPC)", "Windows_Amazon_VPC_"),
        ("0.5", "_0_5"),
        ("*Other", "_Other"),
        ("a__b", "a__b"),
        ("日本1", "_1"),
        ("", "empty"),
        ("*", "asterisk"),
        ("<=", "less_equal"),
        ("__", "underscore_underscore"),
        ("é", "u00e9"),
    ];
    let values: Vec<&str> = cases.iter().map(|(value, _)| *value).collect();
    let model = with_shapes(json!({ "A": { "type": "string", "enum": values } }));
    let members = shape(&model, "A").members();
    for (member, (value, name)) in members.iter().zip(cases) {
        assert_eq!(
            (member.name.as_str(), &member.traits.enum_value),
            (name, &Some(json!(value)))
        );
    }
    assert_eq!(members.len(), cases.len());
}

#[test]
fn strings_without_enum_values_are_plain_strings() {
    let model = with_shapes(json!({ "A": { "type": "string", "enum": [] } }));
    let kind = &shape(&model, "A").kind;
    assert!(
        matches!(kind, ShapeKind::Simple(SimpleKind::String)),
        "{kind:?}"
    );
}

#[test]
fn made_up_names_of_constants_are_unique() {
    let model =
        with_shapes(json!({ "A": { "type": "string", "enum": ["a-b", "a.b", "a_b_2", "a_b"] } }));
    let names: Vec<&str> = shape(&model, "A")
        .members()
        .iter()
        .map(|member| member.name.as_str())
        .collect();
    assert_eq!(names, ["a_b_3", "a_b_4", "a_b_2", "a_b"]);
}

#[test]
fn deprecations_carry_their_words() {
    let model = with_shapes(json!({ "A": {
        "type": "string",
        "deprecated": true,
        "deprecatedMessage": "Use B.",
        "deprecatedSince": "2024-01-01",
        "documentation": "<p>A.</p>",
        "novelty": 1,
    } }));
    let traits = &shape(&model, "A").traits;
    let deprecated = traits.deprecated.as_ref().expect("it is deprecated");
    assert_eq!(deprecated.message.as_deref(), Some("Use B."));
    assert_eq!(deprecated.since.as_deref(), Some("2024-01-01"));
    assert_eq!(traits.documentation.as_deref(), Some("<p>A.</p>"));
    assert_eq!(
        traits.other.keys().collect::<Vec<_>>(),
        ["botocore#novelty"],
        "unknown keys are kept"
    );
}
