//! Model files are known by their content; what isn't one is refused with a word on what it looks like.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Value, json};
use smithy_slim_codegen::model::{Model, ModelFiles, Part};

use super::{files, operation, read, service};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes).expect("a Vec takes everything");
    encoder.finish().expect("a Vec takes everything")
}

fn tiny() -> Value {
    service(
        "rest-json",
        json!({}),
        json!({ "Name": { "type": "string" } }),
    )
}

fn error(main: &[u8]) -> String {
    let files = ModelFiles {
        source: "models/some.json".to_owned(),
        main: main.to_vec(),
        ..ModelFiles::default()
    };
    Model::read(&files)
        .expect_err("it isn't a model")
        .to_string()
}

#[test]
fn both_formats_are_read_packed_or_not() {
    let ast = json!({ "smithy": "2.0", "shapes": { "a#Name": { "type": "string" } } });
    for (main, name) in [(tiny(), "com.amazonaws.tiny#Name"), (ast, "a#Name")] {
        let plain = main.to_string().into_bytes();
        for bytes in [gzip(&plain), plain] {
            let files = ModelFiles {
                main: bytes,
                ..files(&main)
            };
            let model = Model::read(&files).unwrap_or_else(|errors| panic!("{errors}"));
            assert!(model.shapes.keys().any(|id| id.as_str() == name), "{name}");
        }
    }
}

#[test]
fn other_files_are_told_apart() {
    let cases: [(&[u8], &str); 26] = [
        (b"", "the file is empty"),
        (b" \n", "the file is empty"),
        (b"[1, 2]", "looks like a JSON array"),
        (b"<!doctype html>", "looks like HTML or XML"),
        (b"$version: \"2\"", "looks like Smithy's IDL"),
        (b"PK\x03\x04", "looks like a zip file"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"\xef\xbb\xbf{}", "an empty JSON object"),
        (
            b"\xff\xfe\x00",
            "looks like UTF-16 that is damaged or cut off",
        ),
        (b"\xff\xfe{\x00}\x00", "an empty JSON object"),
        (b"\xff\xd8\xff\xe0", "is not text in UTF-8 or UTF-16"),
        (b"42", "is JSON, but not an object"),
        (b"null", "is JSON, but not an object"),
        (b"nothing", "looks like Smithy's IDL"),
        (b"forty-two", "is not JSON"),
        (b"{}", "an empty JSON object"),
        (b"{\"smithy\": \"2.0\", \"sha", "JSON that is cut off"),
        (b"{\"smithy\" \"2.0\"}", "not valid JSON"),
        (
            b"{\"smithy\": \"3.0\"}",
            "Smithy version \"3.0\" is not supported",
        ),
        (b"{\"smithy\": {}}", "not a Smithy JSON AST"),
        (b"{\"pagination\": {}}", "looks like botocore's paginators"),
        (
            b"{\"version\": \"1.0\", \"parameters\": {}, \"rules\": []}",
            "looks like an endpoint rule set",
        ),
        (
            b"{\"version\": 2, \"waiters\": {}}",
            "looks like botocore's waiters",
        ),
        (
            b"{\"openapi\": \"3.0.0\"}",
            "looks like an OpenAPI description",
        ),
        (b"{\"merge\": {}}", "sdk-extras"),
        (
            b"{\"name\": \"x\", \"age\": 1}",
            "a JSON object with the keys age, name",
        ),
    ];
    for (main, expected) in cases {
        let error = error(main);
        assert!(error.starts_with("models/some.json: "), "{error}");
        assert!(
            error.contains(expected),
            "{error} should contain {expected}"
        );
    }
}

#[test]
fn models_can_have_byte_order_marks_and_be_in_utf_16() {
    let marked = format!("\u{feff}{}", tiny());
    let utf_16: Vec<u8> = marked.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for main in [
        gzip(marked.as_bytes()),
        marked.into_bytes(),
        gzip(&utf_16),
        utf_16,
    ] {
        let rules = "\u{feff}{ \"parameters\": {}, \"rules\": [] }";
        let files = ModelFiles {
            main,
            endpoint_rules: Some(rules.into()),
            ..files(&tiny())
        };
        let model = Model::read(&files).unwrap_or_else(|errors| panic!("{errors}"));
        let (_, service, _) = model.services().next().expect("a service");
        assert!(service.traits.endpoint_rule_set.is_some());
    }
}

#[test]
fn damaged_archives_are_refused() {
    let packed = gzip(tiny().to_string().as_bytes());
    let mut damaged = packed.clone();
    damaged[20] ^= 0xff;
    for main in [
        &packed[..packed.len() / 2],
        &packed[..2],
        &damaged,
        b"\x1f\x8bgarbage",
    ] {
        let error = error(main);
        assert!(
            error.contains("a gzip file that is damaged or cut off"),
            "{error}"
        );
    }
    let error = error(&gzip(b"[]"));
    assert!(error.contains("looks like a JSON array"), "{error}");
}

#[test]
fn errors_say_which_part_of_a_service_model_is_wrong() {
    let shapes = |shapes| service("rest-json", json!({}), shapes).to_string();
    let mut version = tiny();
    version["version"] = json!("1.0");
    let cases = [
        (
            version.to_string(),
            "botocore service model of version \"1.0\"; expected \"2.0\"",
        ),
        (
            shapes(json!({ "A": { "members": 1 } })),
            "not a botocore service model: A: invalid type",
        ),
        (
            shapes(json!({ "A": { "type": "tuple" } })),
            "com.amazonaws.tiny#A: shape type `tuple` is unknown",
        ),
        (
            shapes(json!({ "A": { "type": "list" } })),
            "com.amazonaws.tiny#A: a list needs a `member`",
        ),
        (
            shapes(json!({ "A": { "type": "map" } })),
            "com.amazonaws.tiny#A: a map needs a `key`",
        ),
        (
            shapes(json!({ "A": { "type": "timestamp", "timestampFormat": "julian" } })),
            "com.amazonaws.tiny#A: timestamp format `julian` is unknown",
        ),
        (
            shapes(
                json!({ "A": { "type": "structure", "members": { "b": { "shape": "A", "location": "moon" } } } }),
            ),
            "com.amazonaws.tiny#A: member `b`: location `moon` is unknown",
        ),
    ];
    for (main, expected) in cases {
        let error = error(main.as_bytes());
        assert!(
            error.contains(expected),
            "{error} should contain {expected}"
        );
    }
}

#[test]
fn all_broken_shapes_are_reported() {
    let shapes = json!({ "A": { "type": "tuple" }, "B": { "type": "list" } });
    let files = files(&service("rest-json", json!({}), shapes));
    let errors = Model::read(&files).expect_err("two shapes are broken");
    assert_eq!(errors.problems().len(), 2, "{errors}");
}

#[test]
fn files_beside_the_model_are_read_and_named() {
    let operations = json!({ "List": { "http": { "method": "GET", "requestUri": "/" } } });
    let paginators =
        json!({ "pagination": { "List": { "input_token": "in", "output_token": "out" } } });
    let rules = json!({ "version": "1.0", "parameters": {}, "rules": [] });
    let good = ModelFiles {
        paginators: Some(gzip(paginators.to_string().as_bytes())),
        endpoint_rules: Some(gzip(rules.to_string().as_bytes())),
        ..files(&service("rest-json", operations, json!({})))
    };
    let model = Model::read(&good).unwrap_or_else(|errors| panic!("{errors}"));
    let (_, traits) = operation(&model, "List");
    assert!(traits.paginated.is_some());
    let (_, service, _) = model.services().next().expect("a service");
    assert_eq!(service.traits.endpoint_rule_set, Some(rules));

    let bad_paginators = ModelFiles {
        paginators: Some(b"{}".to_vec()),
        ..good.clone()
    };
    let bad_rules = ModelFiles {
        endpoint_rules: Some(b"{}".to_vec()),
        ..good
    };
    let cases = [
        (
            bad_paginators,
            "models/paginators-1.json: not botocore's paginators",
        ),
        (
            bad_rules,
            "models/endpoint-rule-set-1.json: not an endpoint rule set",
        ),
    ];
    for (files, expected) in cases {
        let error = Model::read(&files)
            .expect_err("a part is broken")
            .to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn a_model_needs_nothing_beside_it() {
    let model = read(&tiny());
    let (_, service, _) = model.services().next().expect("a service");
    assert!(service.traits.endpoint_rule_set.is_none());
    assert_eq!(Part::Service.file_names()[0], "service-2.json");
}
