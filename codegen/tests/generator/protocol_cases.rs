//! Conformance cases in a model become tests of the crate, which fail with the reason if a case can't be tested.

use std::path::Path;

use serde_json::{Value, json};
use smithy_slim_codegen::{Config, Crate, Errors, Model, Operations, generate};

/// A model of one operation with these cases.
fn model(requests: Value, responses: Value) -> Value {
    json!({ "smithy": "2.0", "shapes": {
        "a#Tiny": {
            "type": "service",
            "version": "1",
            "operations": [{ "target": "a#PutThing" }],
            "traits": {
                "aws.api#service": { "sdkId": "Tiny" },
                "aws.auth#sigv4": { "name": "tiny" },
                "aws.protocols#restJson1": {},
            },
        },
        "a#PutThing": {
            "type": "operation",
            "input": { "target": "a#Thing" },
            "output": { "target": "a#Thing" },
            "traits": {
                "smithy.api#http": { "method": "PUT", "uri": "/thing" },
                "smithy.test#httpRequestTests": requests,
                "smithy.test#httpResponseTests": responses,
            },
        },
        "a#Thing": { "type": "structure", "members": {
            "Name": { "target": "smithy.api#String" },
            "Size": { "target": "smithy.api#Double" },
            "Born": { "target": "smithy.api#Timestamp" },
        } },
    } })
}

fn generate_with(requests: Value, responses: Value, protocol_tests: bool) -> Result<Crate, Errors> {
    let text = model(requests, responses).to_string();
    let mut config = Config::new("tiny", Operations::All);
    config.protocol_tests = protocol_tests;
    generate(&Model::from_ast("tiny.json", text.as_bytes())?, &config)
}

/// A case of a request, with `changes` laid over it.
fn request(changes: &Value) -> Value {
    let mut case = json!({
        "id": "PutsThing",
        "protocol": "aws.protocols#restJson1",
        "method": "PUT",
        "uri": "/thing",
        "params": { "Name": "n" },
    });
    let changes = changes.as_object().cloned().unwrap_or_default();
    case.as_object_mut()
        .expect("a case is an object")
        .extend(changes);
    case
}

fn file<'a>(generated: &'a Crate, path: &str) -> &'a str {
    generated
        .files
        .get(Path::new(path))
        .map_or("", String::as_str)
}

#[test]
fn cases_become_tests() {
    let requests = json!([request(&json!({
        "queryParams": ["a=b"],
        "headers": { "X-A": "b" },
        "forbidHeaders": ["X-B"],
        "body": "{}",
        "bodyMediaType": "application/json",
        "resolvedHost": "example.com",
    }))]);
    let responses = json!([{
        "id": "ReadsThing",
        "protocol": "aws.protocols#restJson1",
        "code": 200,
        "body": "{}",
        "params": { "Size": "-Infinity", "Born": -1.25 },
    }]);
    let generated = generate_with(requests, responses, true).expect("good cases");
    let requests = file(&generated, "tests/protocol_tests/requests.rs");
    for line in [
        "async fn puts_thing() {",
        ".set_name(Some(\"n\".to_owned()))",
        "request.assert_method(\"PUT\");",
        "request.assert_path(\"/thing\");",
        "request.assert_query(&[\"a=b\"]);",
        "request.assert_headers(&[(\"X-A\", \"b\")]);",
        "request.assert_headers_lack(&[\"X-B\"]);",
        "request.assert_host(\"example.com\");",
        "request.assert_body(\"application/json\", \"{}\");",
    ] {
        assert!(requests.contains(line), "{line} is missing in\n{requests}");
    }
    let responses = file(&generated, "tests/protocol_tests/responses.rs");
    for line in [
        "async fn reads_thing() {",
        ".set_size(Some(f64::NEG_INFINITY))",
        "from_secs_f64(-1.25)",
        "assert_same(\"size\", &actual.size, &expected.size);",
    ] {
        assert!(
            responses.contains(line),
            "{line} is missing in\n{responses}"
        );
    }
    assert!(file(&generated, "Cargo.toml").contains("[dev-dependencies]"));
}

#[test]
fn cases_are_left_alone_unless_asked_for() {
    let generated =
        generate_with(json!([request(&json!({}))]), json!([]), false).expect("good cases");
    assert!(
        generated
            .files
            .keys()
            .all(|path| !path.starts_with("tests"))
    );
    assert!(!file(&generated, "Cargo.toml").contains("[dev-dependencies]"));
}

#[test]
fn cases_of_servers_and_other_protocols_are_left_out() {
    let others = [
        json!({ "appliesTo": "server" }),
        json!({ "protocol": "aws.protocols#restXml" }),
    ];
    let cases = others.each_ref().map(request);
    let generated = generate_with(json!(cases), json!([]), true).expect("good cases");
    assert!(!file(&generated, "tests/protocol_tests/requests.rs").contains("puts_thing"));
}

/// Functions that no test calls would be warnings.
#[test]
fn without_cases_of_requests_there_is_no_client() {
    let has_client = |requests: Value| {
        let generated = generate_with(requests, json!([]), true).expect("good cases");
        file(&generated, "tests/protocol_tests/requests.rs").contains("fn client(")
    };
    assert!(has_client(json!([request(&json!({}))])));
    assert!(!has_client(json!([request(
        &json!({ "appliesTo": "server" })
    )])));
}

#[test]
fn what_cant_be_a_test_is_named_and_fails() {
    let cases = [
        (
            json!({ "params": { "Nmae": "n" } }),
            "`a#Thing` has no member `Nmae`",
        ),
        (
            json!({ "params": { "Name": 1 } }),
            "a#Thing$Name: `1` isn't a value of type String",
        ),
        (
            json!({ "params": { "Size": "big" } }),
            "a#Thing$Size: `big` isn't a number",
        ),
        (
            json!({ "params": { "Born": "soon" } }),
            "a#Thing$Born: `soon` isn't a time",
        ),
        (
            json!({ "method": 1 }),
            "invalid type: number, expected a string",
        ),
    ];
    for (changes, reason) in cases {
        let generated = generate_with(json!([request(&changes)]), json!([]), true)
            .expect("one case doesn't stop the others");
        let warnings: Vec<String> = generated.warnings.iter().map(ToString::to_string).collect();
        let reason = format!("protocol test `PutsThing`: {reason}");
        assert_eq!(warnings, [format!("tiny.json: a#PutThing: {reason}")]);
        let tests = file(&generated, "tests/protocol_tests/requests.rs");
        let test = format!("async fn puts_thing() {{\n    panic!({reason:?});");
        assert!(tests.contains(&test), "{test} is missing in\n{tests}");
    }
}

/// The names of the tests of requests with these IDs.
fn test_names(ids: &[&str]) -> Vec<String> {
    let cases: Vec<Value> = ids.iter().map(|id| request(&json!({ "id": id }))).collect();
    let generated = generate_with(json!(cases), json!([]), true).expect("good cases");
    let tests = file(&generated, "tests/protocol_tests/requests.rs");
    let names = tests
        .lines()
        .filter_map(|line| line.strip_prefix("async fn "));
    names
        .filter_map(|line| Some(line.split_once('(')?.0.to_owned()))
        .collect()
}

#[test]
fn every_case_has_a_test_of_its_own() {
    let table: [(&[&str], &[&str]); 4] = [
        (&["PutsThing", "PutsThing"], &["puts_thing", "puts_thing_2"]),
        (&["a_b", "aB", "AB_2"], &["a_b", "a_b_2", "ab_2"]),
        (&["match", "Self", "1st"], &["r#match", "self_", "_1_st"]),
        (
            &["Client", "Response", "client_2"],
            &["client_2", "response_2", "client_2_2"],
        ),
    ];
    for (ids, expected) in table {
        assert_eq!(test_names(ids), expected);
    }
}

#[test]
fn values_may_be_written_in_every_way_that_traits_allow() {
    let params = [
        (
            json!({ "Born": "1985-04-12T23:20:50.52Z" }),
            "from_secs_and_nanos(482196050, 520000000)",
        ),
        (
            json!({ "Born": "Tue, 29 Apr 2014 18:30:38 GMT" }),
            "from_secs_and_nanos(1398796238, 0)",
        ),
        (json!({ "Born": 1.25 }), "from_secs_and_nanos(1, 250000000)"),
        (json!({ "Size": 1 }), "set_size(Some(1.0))"),
        (json!({ "Name": null }), "put_thing().send()"),
    ];
    for (params, expected) in params {
        let case = request(&json!({ "params": params, "vendorParams": { "a": 1 } }));
        let generated = generate_with(json!([case]), json!([]), true).expect("good cases");
        let tests = file(&generated, "tests/protocol_tests/requests.rs");
        assert!(
            tests
                .replace(char::is_whitespace, "")
                .contains(&expected.replace(' ', "")),
            "{expected} is missing in\n{tests}"
        );
    }
}
