//! What is wrong with a model is said in full, with the shape's ID and what to do. Small changes to a good model go in.

mod checksums;
mod messages;
mod names;
mod operations;
mod unsupported;
mod waiters;

use serde_json::{Map, Value, json};
use smithy_slim_codegen::{Model, Operations};

use crate::generate_from;

/// A model of one paginated operation in which everything is right.
fn good() -> Value {
    json!({ "smithy": "2.0", "shapes": {
        "a#Tiny": {
            "type": "service",
            "version": "1",
            "operations": [{ "target": "a#ListThings" }],
            "traits": {
                "aws.api#service": { "sdkId": "Tiny" },
                "aws.auth#sigv4": { "name": "tiny" },
                "aws.protocols#restJson1": {},
            },
        },
        "a#ListThings": {
            "type": "operation",
            "input": { "target": "a#In" },
            "output": { "target": "a#Out" },
            "traits": {
                "smithy.api#http": { "method": "POST", "uri": "/things/{Id}", "code": 200 },
                "smithy.api#paginated": { "inputToken": "Token", "outputToken": "Next", "items": "Things" },
            },
        },
        "a#In": { "type": "structure", "members": {
            "Id": { "target": "smithy.api#String", "traits": { "smithy.api#required": {}, "smithy.api#httpLabel": {} } },
            "Token": { "target": "smithy.api#String" },
            "Size": { "target": "smithy.api#Integer" },
        } },
        "a#Out": { "type": "structure", "members": {
            "Next": { "target": "smithy.api#String" },
            "Things": { "target": "a#Things" },
        } },
        "a#Things": { "type": "list", "member": { "target": "a#Thing" } },
        "a#Thing": { "type": "structure", "members": { "Name": { "target": "smithy.api#String" } } },
    } })
}

/// The good model with `changes` to its shapes laid over it; a null takes something away.
fn changed(changes: &Value) -> String {
    let mut model = good();
    merge(&mut model["shapes"], changes);
    model.to_string()
}

fn merge(base: &mut Value, changes: &Value) {
    let Value::Object(changes) = changes else {
        *base = changes.clone();
        return;
    };
    if !base.is_object() {
        *base = Map::new().into();
    }
    let base = base.as_object_mut().expect("it was just made one");
    for (key, change) in changes {
        if change.is_null() {
            base.remove(key);
        } else {
            merge(base.entry(key).or_insert(Value::Null), change);
        }
    }
}

fn errors(text: &str, operations: &[&str]) -> String {
    let named = operations.iter().map(|name| (*name).to_owned()).collect();
    match generate_from("tiny.json", "tiny", text, Operations::Named(named)) {
        Ok(_) => "no errors".to_owned(),
        Err(errors) => errors.to_string(),
    }
}

#[test]
fn the_base_model_is_good() {
    assert_eq!(errors(&changed(&json!({})), &["ListThings"]), "no errors");
}

/// Checks that each change gives exactly the text beside it.
fn check(cases: &[(Value, &str)]) {
    for (changes, expected) in cases {
        assert_eq!(
            &errors(&changed(changes), &["ListThings"]),
            expected,
            "{changes}"
        );
    }
}

/// A change that gives the input or output these members.
fn members(shape: &str, members: Value) -> Value {
    json!({ shape: { "members": members } })
}

/// A change that gives the operation these traits.
fn traits(traits: Value) -> Value {
    json!({ "a#ListThings": { "traits": traits } })
}

#[test]
fn references() {
    check(&[
        (
            json!({ "a#Thing": null }),
            "tiny.json: a#Things$member: refers to `a#Thing`, which is not in the model; \
             add the shape or correct the reference",
        ),
        (
            json!({ "a#ListThings": { "input": { "target": "a#Things" } } }),
            "tiny.json: a#ListThings: refers to `a#Things` as its input, but it is a list",
        ),
        (
            json!({ "a#ListThings": { "errors": [{ "target": "a#Gone" }] } }),
            "tiny.json: a#ListThings: refers to `a#Gone`, which is not in the model; \
             add the shape or correct the reference",
        ),
        (
            members("a#Thing", json!({ "Name": { "target": "a#ListThings" } })),
            "tiny.json: a#Thing$Name: refers to `a#ListThings` as a member's type, but it is an operation",
        ),
        (
            json!({ "a#Tiny": { "resources": [{ "target": "a#Gone" }] } }),
            "tiny.json: a#Tiny: refers to `a#Gone`, which is not in the model; \
             add the shape or correct the reference",
        ),
    ]);
}

#[test]
fn services_and_protocols() {
    let service = json!({ "type": "service", "version": "1" });
    check(&[
        (
            json!({ "a#Tiny": null }),
            "tiny.json: no service shape found; add one to the model",
        ),
        (
            json!({ "a#Other": service }),
            "tiny.json: 2 services found: `a#Other`, `a#Tiny`; choose one with `--service`",
        ),
        (
            json!({ "a#Tiny": { "traits": { "aws.protocols#restJson1": null } } }),
            "tiny.json: a#Tiny: the service's protocol is not given; \
             the supported protocols are restJson1, restXml, awsJson1_0, awsJson1_1, awsQuery, ec2Query and rpcv2Cbor",
        ),
        (
            json!({ "a#Tiny": { "traits": { "aws.protocols#restJson1": null, "aws.protocols#soap": {} } } }),
            "tiny.json: a#Tiny: the service's protocol is aws.protocols#soap; \
             the supported protocols are restJson1, restXml, awsJson1_0, awsJson1_1, awsQuery, ec2Query and rpcv2Cbor",
        ),
    ]);
}

#[test]
fn choices_of_operations() {
    let text = good().to_string();
    let table: [(&[&str], &str); 4] = [
        (
            &["ListThing"],
            "tiny.json: a#Tiny: the service has no operation `ListThing`; did you mean ListThings?",
        ),
        (
            &["listthings"],
            "tiny.json: a#Tiny: the service has no operation `listthings`; did you mean ListThings?",
        ),
        (
            &["Quux"],
            "tiny.json: a#Tiny: the service has no operation `Quux`",
        ),
        (
            &[],
            "tiny.json: a#Tiny: no operations selected; name some or select all",
        ),
    ];
    for (operations, expected) in table {
        assert_eq!(errors(&text, operations), expected);
    }
}

#[test]
fn pagination() {
    let paginated = |changes: Value| traits(json!({ "smithy.api#paginated": changes }));
    check(&[
        (
            paginated(json!({ "outputToken": "NextToken" })),
            "tiny.json: a#ListThings: output token `NextToken` is not a member of Out",
        ),
        (
            paginated(json!({ "inputToken": null })),
            "tiny.json: a#ListThings: the `paginated` trait has no input token",
        ),
        (
            paginated(json!({ "items": "Next" })),
            "tiny.json: a#ListThings: items `Next` must be a list or a map",
        ),
        (
            paginated(json!({ "items": "Things.Name" })),
            "tiny.json: a#ListThings: items `Things.Name` is not a member of Out",
        ),
        (
            paginated(json!({ "pageSize": "Token" })),
            "tiny.json: a#ListThings: page size `Token` must be a number",
        ),
        (
            paginated(json!({ "inputToken": "Size" })),
            "tiny.json: a#ListThings: input token `Size` and output token `Next` have different types",
        ),
        (
            merged(
                paginated(json!({})),
                json!({
                    "a#Page": { "type": "enum", "members": { "FIRST": { "target": "smithy.api#Unit" } } },
                    "a#Out": { "members": { "Next": { "target": "a#Page" } } },
                }),
            ),
            "tiny.json: a#ListThings: input token `Token` and output token `Next` have different types",
        ),
        (
            merged(
                paginated(json!({})),
                json!({
                    "a#Words": { "type": "list", "member": { "target": "smithy.api#String" } },
                    "a#Bits": { "type": "list", "member": { "target": "smithy.api#Boolean" } },
                    "a#In": { "members": { "Token": { "target": "a#Words" } } },
                    "a#Out": { "members": { "Next": { "target": "a#Bits" } } },
                }),
            ),
            "tiny.json: a#ListThings: input token `Token` and output token `Next` have different types",
        ),
        (
            paginated(json!({ "outputToken": "Things", "inputToken": "Things" })),
            "tiny.json: a#ListThings: input token `Things` is not a member of In",
        ),
    ]);
}

/// Lists of equal items have one type in Rust, and those that contain themselves are refused, not compared for ever.
#[test]
fn tokens_that_are_lists() {
    let tokens = |[input, output]: [Value; 2]| {
        json!({
            "a#A": { "type": "list", "member": input },
            "a#B": { "type": "list", "member": output },
            "a#In": { "members": { "Token": { "target": "a#A" } } },
            "a#Out": { "members": { "Next": { "target": "a#B" } } },
        })
    };
    let target = |id: &str| json!({ "target": id });
    let equal = tokens([target("smithy.api#String"), target("smithy.api#String")]);
    assert_eq!(errors(&changed(&equal), &["ListThings"]), "no errors");
    let endless = errors(
        &changed(&tokens([target("a#A"), target("a#B")])),
        &["ListThings"],
    );
    assert!(endless.contains("a#A"), "{endless}");
}

#[test]
fn bindings() {
    let payload =
        |target: &str| json!({ "target": target, "traits": { "smithy.api#httpPayload": {} } });
    let header =
        |target: &str| json!({ "target": target, "traits": { "smithy.api#httpHeader": "X-A" } });
    check(&[
        (
            traits(json!({ "smithy.api#http": null })),
            "tiny.json: a#ListThings: is missing the required trait `smithy.api#http`",
        ),
        (
            traits(json!({ "smithy.api#http": { "uri": "/{Id}/{Other}" } })),
            "tiny.json: a#ListThings: label `{Other}` of the URI `/{Id}/{Other}` has no member with an httpLabel trait",
        ),
        (
            traits(json!({ "smithy.api#http": { "uri": "/things" } })),
            "tiny.json: a#In$Id: has an httpLabel trait, but the URI `/things` has no such label",
        ),
        (
            members(
                "a#In",
                json!({ "Token": { "traits": { "smithy.api#httpQuery": "t" } }, "Size": payload("smithy.api#Blob"), "More": payload("smithy.api#Blob") }),
            ),
            "tiny.json: a#In$More: is the second member with an httpPayload trait",
        ),
        (
            members("a#In", json!({ "Size": payload("smithy.api#Blob") })),
            "tiny.json: a#In$Token: has no place in the message: the body is `Size`",
        ),
        (
            members("a#In", json!({ "Size": header("a#Thing") })),
            "tiny.json: a#In$Size: targets `a#Thing`, which cannot be sent there",
        ),
        (
            members("a#Out", json!({ "More": header("a#Things") })),
            "tiny.json: a#Out$More: targets `a#Things`, which cannot be sent there",
        ),
    ]);
}

/// A list or map that contains itself has no end; one that is nested deeply has a type that rustc gives up on.
#[test]
fn nested_collections() {
    let list = |target: &str| json!({ "type": "list", "member": { "target": target } });
    let map = |key: &str, target: &str| json!({ "type": "map", "key": { "target": key }, "value": { "target": target } });
    let text = "smithy.api#String";
    check(&[
        (
            json!({ "a#Things": { "member": { "target": "smithy.api#Unit" } } }),
            "tiny.json: a#Things$member: refers to `smithy.api#Unit` as the type of a member, but it is a type without values",
        ),
        (
            json!({ "a#Things": { "member": { "target": "a#Things" } } }),
            "tiny.json: a#Things: contains itself without a structure or union in between",
        ),
        (
            json!({
                "a#Things": { "member": { "target": "a#Names" } },
                "a#Names": map(text, "a#Lists"),
                "a#Lists": list("a#Names"),
            }),
            "tiny.json: a#Lists: contains itself without a structure or union in between\n\
             tiny.json: a#Names: contains itself without a structure or union in between",
        ),
        (
            json!({ "a#Things": { "member": { "target": "a#Names" } }, "a#Names": map("smithy.api#Integer", text) }),
            "tiny.json: a#Names$key: refers to `smithy.api#Integer` as the key of a map, but it is an integer",
        ),
    ]);
    let nested = |levels: usize| {
        let mut changes = Map::new();
        for level in 1..levels {
            let target = if level + 1 == levels {
                text.to_owned()
            } else {
                format!("a#L{:05}", level + 1)
            };
            changes.insert(format!("a#L{level:05}"), list(&target));
        }
        changes.insert(
            "a#Things".to_owned(),
            json!({ "member": { "target": "a#L00001" } }),
        );
        changes.into()
    };
    check(&[(nested(32), "no errors")]);
    let errors = errors(&changed(&nested(10_000)), &["ListThings"]);
    assert_eq!(
        errors,
        "tiny.json: a#L09967: is a list or map that nests 33 lists and maps without a structure or union in between; \
         at most 32 are supported"
    );
}

/// What a payload, a header or a status code can't hold.
#[test]
fn bindings_of_types() {
    let bound = |target: &str, traits: Value| {
        json!({ "Next": { "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": "X-Next" } },
        "Things": { "target": "a#Things", "traits": { "smithy.api#httpHeader": "X-Things" } }, "It": { "target": target, "traits": traits } })
    };
    let names = || json!({ "a#Things": { "member": { "target": "smithy.api#String" } } });
    let with = |mut base: Value, changes: &Value| {
        merge(&mut base, changes);
        base
    };
    let payload = |target: &str| {
        with(
            names(),
            &members(
                "a#Out",
                bound(target, json!({ "smithy.api#httpPayload": {} })),
            ),
        )
    };
    check(&[
        (payload("smithy.api#Document"), "no errors"),
        (
            payload("a#Things"),
            "tiny.json: a#Out$It: refers to `a#Things` as the payload of a message, but it is a list",
        ),
        (
            payload("smithy.api#Timestamp"),
            "tiny.json: a#Out$It: refers to `smithy.api#Timestamp` as the payload of a message, but it is a timestamp",
        ),
        (
            with(
                names(),
                &members(
                    "a#Out",
                    bound(
                        "smithy.api#String",
                        json!({ "smithy.api#httpResponseCode": {} }),
                    ),
                ),
            ),
            "tiny.json: a#Out$It: targets `smithy.api#String`, which cannot be sent there",
        ),
        (
            json!({
                "a#Names": { "type": "list", "member": { "target": "smithy.api#String" }, "traits": { "smithy.api#sparse": {} } },
                "a#Out": { "members": { "Names": { "target": "a#Names", "traits": { "smithy.api#httpHeader": "X-N" } } } },
            }),
            "tiny.json: a#Out$Names: targets `a#Names`, but a header of a response can't have nulls; remove the sparse trait",
        ),
        (
            json!({
                "a#Gone": {
                    "type": "structure",
                    "members": { "It": { "target": "a#Things", "traits": { "smithy.api#httpPayload": {} } } },
                    "traits": { "smithy.api#error": "client" },
                },
                "a#ListThings": { "errors": [{ "target": "a#Gone" }] },
            }),
            "tiny.json: a#Gone$It: refers to `a#Things` as the payload of a message, but it is a list",
        ),
    ]);
}

fn merged(mut base: Value, changes: Value) -> Value {
    merge(&mut base, &changes);
    base
}

#[test]
fn problems_come_together() {
    let changes = json!({
        "a#Thing": null,
        "a#ListThings": { "traits": { "smithy.api#auth": ["smithy.api#httpDigestAuth"] } },
    });
    let expected = "tiny.json: a#Tiny: the service has no operation `Quux`\n\
        tiny.json: a#ListThings: unsupported: the auth scheme smithy.api#httpDigestAuth\n\
        tiny.json: a#Things$member: refers to `a#Thing`, which is not in the model; add the shape or correct the reference";
    assert_eq!(
        errors(&changed(&changes), &["ListThings", "Quux"]),
        expected
    );
}

/// A shape that two operations use is wrong once.
#[test]
fn a_problem_is_reported_once() {
    let changes = json!({
        "a#Tiny": { "operations": [{ "target": "a#ListThings" }, { "target": "a#Again" }] },
        "a#Again": good()["shapes"]["a#ListThings"],
        "a#Thing": null,
    });
    assert_eq!(
        errors(&changed(&changes), &["Again", "ListThings"])
            .lines()
            .count(),
        1
    );
}

#[test]
fn files_that_are_no_models() {
    let truncated = &good().to_string()[..200];
    let table = [
        (
            "",
            "tiny.json: not a Smithy JSON AST: EOF while parsing a value at line 1 column 0",
        ),
        (
            "service A {}",
            "tiny.json: not a Smithy JSON AST: expected value at line 1 column 1",
        ),
        (
            truncated,
            "tiny.json: not a Smithy JSON AST: a#Tiny: EOF while parsing a string at line 1 column 200",
        ),
        (
            r#"{ "smithy": "3.0", "shapes": {} }"#,
            "tiny.json: Smithy version \"3.0\" is not supported; expected \"1.0\" or \"2.0\"",
        ),
        (
            r#"{ "shapes": {} }"#,
            "tiny.json: not a Smithy JSON AST: missing field `smithy` at line 1 column 16",
        ),
        (
            "[]",
            "tiny.json: not a Smithy JSON AST: invalid length 0, expected struct Ast with 3 elements at line 1 column 2",
        ),
        (
            r#"{ "smithy": "2.0", "shapes": { "a#B": { "type": "tuple" } } }"#,
            "tiny.json: a#B: shape type `tuple` is unknown",
        ),
        (
            r#"{ "smithy": "2.0", "shapes": { "a#B": { "type": 1 } } }"#,
            "tiny.json: not a Smithy JSON AST: a#B: invalid type: integer `1`, expected a string at line 1 column 49",
        ),
        (
            r#"{ "smithy": "2.0", "shapes": { "a#B": { "type": "list" } } }"#,
            "tiny.json: a#B: a list needs a `member`",
        ),
    ];
    for (text, expected) in table {
        let read = Model::from_ast("tiny.json", text.as_bytes());
        assert_eq!(read.map(|_| ()).unwrap_err().to_string(), expected);
    }
    let binary = Model::from_ast("tiny.json", b"\xff\x00").map(|_| ());
    assert_eq!(
        binary.unwrap_err().to_string(),
        "tiny.json: not a Smithy JSON AST: expected value at line 1 column 1"
    );
}
