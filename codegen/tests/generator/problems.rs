//! What is wrong with a model is said in full, with the shape's ID and what to do. Small changes to a good model go in.

mod checksums;
mod messages;
mod operations;
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
            paginated(json!({ "outputToken": "Things", "inputToken": "Things" })),
            "tiny.json: a#ListThings: input token `Things` is not a member of In",
        ),
    ]);
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

#[test]
fn names_and_defaults() {
    let number = |default: Value| {
        members(
            "a#Thing",
            json!({ "Count": { "target": "smithy.api#Byte", "traits": { "smithy.api#default": default } } }),
        )
    };
    check(&[
        (
            json!({
                "b#Thing": { "type": "structure", "members": {} },
                "a#Out": { "members": { "Other": { "target": "b#Thing" } } },
            }),
            "tiny.json: b#Thing: maps to the same Rust name `Thing` as `a#Thing`; \
             rename one of them in the service's `rename` map",
        ),
        (
            members(
                "a#Thing",
                json!({ "name": { "target": "smithy.api#String" } }),
            ),
            "tiny.json: a#Thing$name: maps to the same Rust name `name` as `a#Thing$Name`; rename one of them in the model",
        ),
        (
            members(
                "a#Thing",
                json!({ "SetName": { "target": "smithy.api#String" } }),
            ),
            "tiny.json: a#Thing$SetName: maps to the same Rust name `set_name` as `a#Thing$Name`; \
             rename one of them in the model",
        ),
        (
            number(json!("one")),
            "tiny.json: a#Thing$Count: the default value \"one\" does not fit the member's type",
        ),
        (
            number(json!(1000)),
            "tiny.json: a#Thing$Count: the default value 1000 does not fit the member's type",
        ),
    ]);
}

/// Two operations would overwrite each other's files.
#[test]
fn operations_with_one_module() {
    let operation = |uri: &str| json!({ "type": "operation", "traits": { "smithy.api#http": { "method": "POST", "uri": uri } } });
    let twins = |names: [&str; 2]| {
        let [a, b] = names.map(|name| format!("a#{name}"));
        json!({
            "a#Tiny": { "operations": [{ "target": a }, { "target": b }] },
            a: operation("/a"),
            b: operation("/b"),
        })
    };
    let cases = [
        (
            ["ListItems", "List_Items"],
            "a#List_Items: maps to the same Rust name `ListItems` as the operation `a#ListItems`",
        ),
        (
            ["New", "NewOperation"],
            "a#NewOperation: maps to the same Rust name `new_operation` as the operation `a#New`",
        ),
        (
            ["GetV12", "GetV1_2"],
            "a#GetV1_2: maps to the same Rust name `GetV12` as the operation `a#GetV12`",
        ),
    ];
    for (names, expected) in cases {
        let hint = "; choose only one of them, or rename one in the model";
        assert_eq!(
            errors(&changed(&twins(names)), &names),
            format!("tiny.json: {expected}{hint}")
        );
        assert_eq!(errors(&changed(&twins(names)), &names[..1]), "no errors");
    }
}

/// Only one of two members with one name could be read, and only one of two equal values.
#[test]
fn names_in_messages() {
    let named = |name: &str| json!({ "target": "smithy.api#String", "traits": { "smithy.api#jsonName": name } });
    let header = |name: &str| json!({ "target": "smithy.api#String", "traits": { "smithy.api#httpHeader": name } });
    let value = |value: &str| json!({ "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": value } });
    check(&[
        (
            members("a#Thing", json!({ "Other": named("Name") })),
            "tiny.json: a#Thing$Other: has the same name `Name` in the message as `a#Thing$Name`; \
             change one of the two in the model",
        ),
        (
            members("a#In", json!({ "A": header("X-A"), "B": header("x-a") })),
            "tiny.json: a#In$B: has the same name `x-a:` in the message as `a#In$A`; change one of the two in the model",
        ),
        (
            json!({
                "a#Kind": { "type": "enum", "members": { "A": value("x"), "B": value("x") } },
                "a#Thing": { "members": { "Kind": { "target": "a#Kind" } } },
            }),
            "tiny.json: a#Kind: has the value `x` more than once; remove one of the two in the model",
        ),
    ]);
}

/// The names of types differ, the names of their files don't; nor do the methods of two variants.
#[test]
fn names_of_files_and_methods() {
    let choice = |members: Value| {
        json!({
            "a#Choice": { "type": "union", "members": members },
            "a#Thing": { "members": { "Choice": { "target": "a#Choice" } } },
        })
    };
    check(&[
        (
            json!({
                "a#A_b": { "type": "structure" },
                "a#Ab": { "type": "structure" },
                "a#Thing": { "members": { "A": { "target": "a#A_b" }, "B": { "target": "a#Ab" } } },
            }),
            "tiny.json: a#Ab: maps to the same Rust name `ab` as `a#A_b`; rename one of them in the service's `rename` map",
        ),
        (
            choice(
                json!({ "A_b": { "target": "smithy.api#String" }, "Ab": { "target": "smithy.api#String" } }),
            ),
            "tiny.json: a#Choice$Ab: maps to the same Rust name `as_ab` as `a#Choice$A_b`; rename one of them in the model",
        ),
    ]);
}

#[test]
fn names_of_endpoint_parameters() {
    let rules = |parameters: Value| {
        json!({
            "a#Tiny": { "traits": { "smithy.rules#endpointRuleSet": {
                "version": "1.0",
                "parameters": parameters,
                "rules": [{ "type": "error", "conditions": [], "error": "none" }],
            } } },
        })
    };
    let text = || json!({ "type": "String", "required": false });
    check(&[
        (
            rules(json!({ "FooBar": text(), "foo_bar": text() })),
            "tiny.json: a#Tiny: endpoint rules: parameter `foo_bar`: maps to the same Rust name `foo_bar` as `FooBar`; \
             rename it in the model",
        ),
        (
            rules(json!({ "FromConfig": text() })),
            "tiny.json: a#Tiny: endpoint rules: parameter `FromConfig`: maps to the same Rust name `from_config` as \
             `from_config`; rename it in the model",
        ),
        (
            json!({ "a#Tiny": { "traits": { "smithy.rules#clientContextParams": { "RetryConfig": { "type": "string" } } } } }),
            "tiny.json: a#Tiny: endpoint rules: parameter `RetryConfig`: the method `retry_config` of `config::Builder` \
             exists already; rename the parameter in the model",
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

/// Defaults that no literal of the member's type can be: a crate with them would not compile, or panic in use.
#[test]
fn defaults_out_of_range() {
    let model = |target: &str, default: &str| {
        let text = changed(&members(
            "a#Thing",
            json!({ "It": { "target": target, "traits": { "smithy.api#default": "DEFAULT" } } }),
        ));
        errors(&text.replace("\"DEFAULT\"", default), &["ListThings"])
    };
    let wrong = [
        ("smithy.api#Float", "1e39"),
        ("smithy.api#Float", "3.4028236e38"),
        ("smithy.api#Integer", "2147483648"),
        ("smithy.api#Long", "9223372036854775808"),
        ("smithy.api#BigInteger", "1.5"),
        ("smithy.api#BigInteger", "true"),
        ("smithy.api#Timestamp", "\"yesterday\""),
        ("smithy.api#Blob", "\"no Base64!\""),
    ];
    for (target, default) in wrong {
        let found = model(target, default);
        assert!(
            found.starts_with("tiny.json: a#Thing$It: ")
                && found.ends_with(" does not fit the member's type"),
            "{target} {default}: {found}"
        );
    }
    let right = [
        ("smithy.api#Float", "3.4028235e38"),
        ("smithy.api#Timestamp", "\"Wed, 01 Jan 2020 00:00:01 GMT\""),
        ("smithy.api#Double", "-1.7e308"),
        ("smithy.api#Long", "-9223372036854775808"),
        ("smithy.api#BigInteger", "-123456789012345678901234567890"),
        ("smithy.api#BigDecimal", "1e-7"),
    ];
    for (target, default) in right {
        assert_eq!(model(target, default), "no errors", "{target} {default}");
    }
}

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

fn merged(mut base: Value, changes: Value) -> Value {
    merge(&mut base, &changes);
    base
}

const EVENT_STREAM: &str =
    "tiny.json: a#Events: unsupported: an event stream (smithy.api#streaming on a union)";
const LEFT_OUT: &str = "tiny.json: a#ListThings: skipped: \
    `a#Events`: unsupported: an event stream (smithy.api#streaming on a union)";

fn event_stream() -> Value {
    json!({
        "a#Events": { "type": "union", "members": { "Thing": { "target": "a#Thing" } }, "traits": { "smithy.api#streaming": {} } },
        "a#Out": { "members": { "Events": { "target": "a#Events" } } },
    })
}

/// With all operations asked for, one that isn't supported is left out; if nothing is left, that is an error.
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
