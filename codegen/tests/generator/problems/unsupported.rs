//! What isn't supported, and what happens to operations that need it.

use serde_json::{Value, json};
use smithy_slim_codegen::Operations;

use super::{changed, check, errors, merge, merged, traits};
use crate::generate_from;

const EVENT_STREAM: &str =
    "tiny.json: a#Events: unsupported: an event stream (smithy.api#streaming on a union)";
const LEFT_OUT: &str = "tiny.json: a#ListThings: skipped: \
    `a#Events`: unsupported: an event stream (smithy.api#streaming on a union)";

#[test]
fn unsupported_traits() {
    check(&[
        (
            traits(json!({ "smithy.api#auth": ["smithy.api#httpDigestAuth"] })),
            "tiny.json: a#ListThings: unsupported: the auth scheme smithy.api#httpDigestAuth",
        ),
        (event_stream(), EVENT_STREAM),
    ]);
}

/// Returns a change that makes an operation require a discovered endpoint, which `a#Find` returns.
fn discovered_endpoint(find: Value, output: Value, endpoint: Value) -> Value {
    json!({
        "a#Tiny": {
            "operations": [{ "target": "a#ListThings" }, { "target": "a#Find" }],
            "traits": { "aws.api#clientEndpointDiscovery": { "operation": "a#Find" } },
        },
        "a#ListThings": { "traits": { "aws.api#clientDiscoveredEndpoint": { "required": true } } },
        "a#Find": find,
        "a#FindOutput": { "type": "structure", "members": output },
        "a#Endpoints": { "type": "list", "member": { "target": "a#Endpoint" } },
        "a#Endpoint": { "type": "structure", "members": endpoint },
    })
}

#[test]
fn discovered_endpoints() {
    let operation = json!({
        "type": "operation",
        "output": { "target": "a#FindOutput" },
        "traits": { "smithy.api#http": { "method": "POST", "uri": "/find" } },
    });
    let find = || operation.clone();
    let output = || json!({ "Endpoints": { "target": "a#Endpoints" } });
    let endpoint = || {
        let required = json!({ "smithy.api#required": {} });
        json!({
            "Address": { "target": "smithy.api#String", "traits": required },
            "CachePeriodInMinutes": { "target": "smithy.api#Long", "traits": required },
        })
    };
    let mut optional = endpoint();
    optional["Address"]["traits"] = json!({});
    let mut with_input = find();
    with_input["input"] = json!({ "target": "a#Thing" });
    let other = "tiny.json: a#Find: unsupported: endpoint discovery by an operation that has an input, or whose output \
                 doesn't have a list `Endpoints` of structures with the required members `Address` and \
                 `CachePeriodInMinutes`";
    let mut without_trait = discovered_endpoint(find(), output(), endpoint());
    without_trait["a#Tiny"]["traits"] = json!({});
    check(&[
        (
            discovered_endpoint(find(), output(), endpoint()),
            "no errors",
        ),
        (discovered_endpoint(find(), json!({}), endpoint()), other),
        (discovered_endpoint(find(), output(), optional), other),
        (discovered_endpoint(with_input, output(), endpoint()), other),
        (
            discovered_endpoint(Value::Null, output(), endpoint()),
            "tiny.json: a#Tiny: refers to `a#Find`, which is not in the model; add the shape or correct the reference",
        ),
        (
            without_trait,
            "tiny.json: a#Tiny: is missing the required trait `aws.api#clientEndpointDiscovery`",
        ),
        (
            traits(json!({ "aws.api#clientDiscoveredEndpoint": { "required": false } })),
            "no errors",
        ),
    ]);
}

/// Returns a change that gives the service this protocol, and the input a member with this target.
fn in_protocol(protocol: &str, target: &str) -> Value {
    json!({
        "a#Tiny": { "traits": { "aws.protocols#restJson1": null, protocol: {} } },
        "a#In": { "members": { "added": { "target": target } } },
        "a#Lookup": {
            "type": "map",
            "key": { "target": "smithy.api#String" },
            "value": { "target": "smithy.api#String" },
        },
        "a#Gaps": {
            "type": "list",
            "member": { "target": "smithy.api#String" },
            "traits": { "smithy.api#sparse": {} },
        },
    })
}

#[test]
fn what_a_protocol_cannot_express_is_unsupported() {
    let unsupported = |protocol: &str, target: &str, what: &str| {
        let expected = match what {
            "" => "no errors".to_owned(),
            what => format!(
                "tiny.json: a#In$added: unsupported: {what} (the protocol `{protocol}` has none)"
            ),
        };
        let errors = errors(&changed(&in_protocol(protocol, target)), &["ListThings"]);
        assert_eq!(errors, expected, "{protocol} {target}");
    };
    for protocol in [
        "aws.protocols#restXml",
        "aws.protocols#awsQuery",
        "aws.protocols#ec2Query",
    ] {
        unsupported(protocol, "smithy.api#Document", "a document");
        unsupported(protocol, "a#Gaps", "a list or map that contains nulls");
        unsupported(protocol, "smithy.api#BigInteger", "");
    }
    let cbor = "smithy.protocols#rpcv2Cbor";
    unsupported(cbor, "smithy.api#Document", "a document");
    unsupported(
        cbor,
        "smithy.api#BigInteger",
        "a number of any size in CBOR",
    );
    unsupported(cbor, "a#Gaps", "");
    unsupported("aws.protocols#ec2Query", "a#Lookup", "a map in a request");
    unsupported("aws.protocols#awsQuery", "a#Lookup", "");
    unsupported("aws.protocols#awsJson1_1", "smithy.api#Document", "");
}

/// Without an `auth` trait, the traits of the service determine the auth schemes.
#[test]
fn unsupported_auth_schemes_of_the_service() {
    check(&[
        (
            service_auth(json!({ "smithy.api#httpDigestAuth": {} })),
            "tiny.json: a#ListThings: unsupported: the auth scheme smithy.api#httpDigestAuth",
        ),
        (
            service_auth(
                json!({ "smithy.api#httpDigestAuth": {}, "aws.auth#cognitoUserPools": {} }),
            ),
            "tiny.json: a#ListThings: unsupported: the choice of auth schemes aws.auth#cognitoUserPools, smithy.api#httpDigestAuth",
        ),
        (
            merged(
                service_auth(json!({ "a#secret": {} })),
                json!({ "a#secret": {
                    "type": "structure",
                    "traits": { "smithy.api#trait": {}, "smithy.api#authDefinition": {} },
                } }),
            ),
            "tiny.json: a#ListThings: unsupported: the auth scheme a#secret",
        ),
    ]);
}

/// One supported scheme is enough, and `optionalAuth` makes any operation callable.
#[test]
fn supported_auth_schemes() {
    let digest = || service_auth(json!({ "smithy.api#httpDigestAuth": {} }));
    for changes in [
        service_auth(json!({})),
        service_auth(
            json!({ "aws.auth#sigv4": { "name": "tiny" }, "smithy.api#httpDigestAuth": {} }),
        ),
        merged(digest(), traits(json!({ "smithy.api#auth": [] }))),
        merged(
            digest(),
            traits(json!({ "smithy.api#auth": ["aws.auth#sigv4"] })),
        ),
        merged(digest(), traits(json!({ "smithy.api#optionalAuth": {} }))),
    ] {
        assert_eq!(
            errors(&changed(&changes), &["ListThings"]),
            "no errors",
            "{changes}"
        );
    }
}

/// Changes that give the service these auth schemes instead of its own.
fn service_auth(schemes: Value) -> Value {
    let mut traits = json!({ "aws.auth#sigv4": null });
    merge(&mut traits, &schemes);
    json!({ "a#Tiny": { "traits": traits } })
}

fn event_stream() -> Value {
    json!({
        "a#Events": { "type": "union", "members": { "Thing": { "target": "a#Thing" } }, "traits": { "smithy.api#streaming": {} } },
        "a#Out": { "members": { "Events": { "target": "a#Events" } } },
    })
}

/// With all operations asked for, one that isn't supported is skipped; if nothing is left, that is an error.
#[test]
fn unsupported_operations_are_skipped() {
    let mut changes = event_stream();
    let other = json!({ "a#Tiny": { "operations": [{ "target": "a#ListThings" }, { "target": "a#Other" }] },
        "a#Other": { "type": "operation", "traits": { "smithy.api#http": { "method": "POST", "uri": "/" } } } });
    let alone = generate_from("tiny.json", "tiny", &changed(&changes), Operations::All);
    let expected =
        format!("tiny.json: a#Tiny: none of the service's operations is supported\n{LEFT_OUT}");
    assert_eq!(alone.expect_err("nothing is left").to_string(), expected);

    merge(&mut changes, &other);
    let generated = generate_from("tiny.json", "tiny", &changed(&changes), Operations::All)
        .unwrap_or_else(|errors| panic!("{errors}"));
    let warnings: Vec<String> = generated.warnings.iter().map(ToString::to_string).collect();
    assert_eq!(warnings, [LEFT_OUT]);
    let has = |path: &str| generated.files.contains_key(std::path::Path::new(path));
    assert!(has("src/operation/other.rs") && !has("src/operation/list_things.rs"));
}
