//! The trait `httpChecksum`, whose members must be in the input and bound to headers.

use serde_json::{Value, json};
use smithy_slim_codegen::Operations;

use super::{changed, check, errors, members, merge, merged, traits};
use crate::generate_from;

/// Returns a change that gives the operation this trait, and the input members that choose an algorithm and a mode.
fn checksum(checksum: Value) -> Value {
    let header = |target: &str, name: &str| json!({ "target": target, "traits": { "smithy.api#httpHeader": name } });
    let input = json!({
        "Algorithm": header("a#Algorithm", "X-Algorithm"),
        "Mode": header("a#Mode", "X-Mode"),
        "InBody": { "target": "a#Algorithm" },
        "Text": header("smithy.api#String", "X-Text"),
    });
    let shapes = json!({
        "a#Algorithm": { "type": "enum", "members": { "CRC32": { "target": "smithy.api#Unit" } } },
        "a#Mode": { "type": "enum", "members": { "ENABLED": { "target": "smithy.api#Unit" } } },
        "a#Body": { "type": "blob", "traits": { "smithy.api#streaming": {} } },
    });
    merged(
        merged(shapes, members("a#In", input)),
        traits(json!({ "aws.protocols#httpChecksum": checksum })),
    )
}

/// Checks that the operation with this trait has this problem.
fn is_problem(value: Value, problem: &str) {
    let expected = format!("tiny.json: a#ListThings: the `httpChecksum` trait {problem}");
    check(&[(checksum(value), &expected)]);
}

#[test]
fn checksums_of_requests_and_responses_are_supported() {
    for value in [
        json!({ "requestChecksumRequired": true }),
        json!({ "requestAlgorithmMember": "Algorithm" }),
        json!({ "requestValidationModeMember": "Mode", "responseAlgorithms": ["CRC32", "MD5"] }),
    ] {
        check(&[(checksum(value), "no errors")]);
    }
}

#[test]
fn a_checksum_is_of_the_request_or_of_the_response() {
    is_problem(
        json!({}),
        "has a checksum neither for the request nor for the response",
    );
    is_problem(
        json!({ "responseAlgorithms": ["CRC32"] }),
        "has response algorithms, but no validation mode",
    );
    for algorithms in [json!([]), json!(["MD5"])] {
        is_problem(
            json!({ "requestValidationModeMember": "Mode", "responseAlgorithms": algorithms }),
            "has a validation mode, but no supported response algorithm",
        );
    }
}

#[test]
fn members_that_configure_checksums_are_enums_in_headers() {
    for (name, problem) in [
        ("Gone", "which is not a member of In"),
        ("Text", "which is not an enum"),
        ("InBody", "which is not bound to a header"),
    ] {
        is_problem(
            json!({ "requestAlgorithmMember": name }),
            &format!("has a request algorithm `{name}`, {problem}"),
        );
        is_problem(
            json!({ "requestValidationModeMember": name, "responseAlgorithms": ["CRC32"] }),
            &format!("has a validation mode `{name}`, {problem}"),
        );
    }
    is_problem(
        json!({ "requestValidationModeMember": "Algorithm", "responseAlgorithms": ["CRC32"] }),
        "has a validation mode `Algorithm` without the value `ENABLED`",
    );
}

#[test]
fn headers_are_ignored_by_protocols_without_bindings() {
    let changes = merged(
        checksum(json!({ "requestAlgorithmMember": "Algorithm" })),
        json!({ "a#Tiny": { "traits": { "aws.protocols#restJson1": null, "aws.protocols#awsJson1_0": {} } } }),
    );
    check(&[(
        changes,
        "tiny.json: a#ListThings: the `httpChecksum` trait has a request algorithm `Algorithm`, which is not bound to a \
         header",
    )]);
}

#[test]
fn streams_have_no_md5() {
    let stream = json!({ "a#In": { "members": {
        "Body": { "target": "a#Body", "traits": { "smithy.api#httpPayload": {} } },
        "InBody": null,
        "Size": null,
        "Token": { "traits": { "smithy.api#httpQuery": "token" } },
    } } });
    let found = |value: Value| {
        let mut model: Value = serde_json::from_str(&changed(&checksum(value))).expect("a model");
        merge(&mut model["shapes"], &stream);
        errors(&model.to_string(), &["ListThings"])
    };
    assert_eq!(
        found(json!({ "requestChecksumRequired": true })),
        "tiny.json: a#ListThings: unsupported: an MD5 checksum of a body that is a stream"
    );
    assert_eq!(
        found(json!({ "requestAlgorithmMember": "Algorithm", "requestChecksumRequired": true })),
        "no errors"
    );
}

#[test]
fn unsupported_algorithms_are_warnings() {
    let value = json!({
        "requestAlgorithmMember": "Algorithm",
        "requestValidationModeMember": "Mode",
        "responseAlgorithms": ["CRC32", "SHA512"],
    });
    let values =
        json!({ "a#Algorithm": { "members": { "MD5": { "target": "smithy.api#Unit" } } } });
    let model = changed(&merged(checksum(value), values));
    let generated = generate_from("tiny.json", "tiny", &model, Operations::All)
        .unwrap_or_else(|errors| panic!("{errors}"));
    let warnings: Vec<String> = generated.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(
        warnings,
        [
            "tiny.json: the checksum algorithms MD5, SHA512 are unsupported: calls that choose one fail, and responses with \
          one aren't verified"
        ]
    );
}
