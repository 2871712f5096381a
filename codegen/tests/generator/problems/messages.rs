//! Names and texts that a message can't contain, and values that have no place in it.

use serde_json::{Value, json};

use super::{changed, check, errors, members, merged, traits};
use crate::generate_from;
use smithy_slim_codegen::Operations;

/// Returns a change that gives the service another protocol.
fn protocol(id: &str) -> Value {
    json!({ "a#Tiny": {
        "version": "2020-01-01",
        "traits": { "aws.protocols#restJson1": null, id: {} },
    } })
}

/// Returns a change that gives the input a string member `Added` with this trait.
fn added(id: &str, value: &str) -> Value {
    let member = json!({ "target": "smithy.api#String", "traits": { id: value } });
    members("a#In", json!({ "Added": member }))
}

#[test]
fn names_that_json_escapes_are_unsupported() {
    for (name, shown) in [
        ("a\"b", r#""a\"b""#),
        ("a\\b", r#""a\\b""#),
        ("a\nb", r#""a\nb""#),
        ("\u{1}", r#""\u{1}""#),
    ] {
        let expected = format!(
            "tiny.json: a#In$Added: unsupported: the JSON name {shown}, which must be escaped"
        );
        let changes = added("smithy.api#jsonName", name);
        assert_eq!(errors(&changed(&changes), &["ListThings"]), expected);
    }
    for name in ["größe", "a b", "a/b", "'", "", "\u{7f}"] {
        check(&[(added("smithy.api#jsonName", name), "no errors")]);
    }
    // The protocol ignores the trait.
    let ignored = added("smithy.api#jsonName", "a\"b");
    check(&[(
        merged(protocol("aws.protocols#awsJson1_1"), ignored),
        "no errors",
    )]);
}

#[test]
fn names_of_members_are_names_in_the_protocol() {
    let member = || members("a#In", json!({ "a\"b": { "target": "smithy.api#String" } }));
    let json = "tiny.json: a#In$a\"b: unsupported: the JSON name \"a\\\"b\", which must be escaped";
    let xml = "tiny.json: a#In$a\"b: \"a\\\"b\" is not a name in XML";
    check(&[
        (member(), json),
        (merged(protocol("aws.protocols#awsJson1_0"), member()), json),
        (merged(protocol("aws.protocols#restXml"), member()), xml),
        (merged(protocol("aws.protocols#awsQuery"), member()), xml),
        (merged(protocol("aws.protocols#ec2Query"), member()), xml),
        (
            merged(protocol("smithy.protocols#rpcv2Cbor"), member()),
            "no errors",
        ),
    ]);
}

#[test]
fn names_in_xml() {
    let rest_xml = |changes| merged(protocol("aws.protocols#restXml"), changes);
    for name in ["a b", "1a", "a>", "", "a:b:c", ":a", "a/", "a xmlns=\"b\""] {
        let expected = format!("tiny.json: a#In$Added: {name:?} is not a name in XML");
        check(&[(rest_xml(added("smithy.api#xmlName", name)), &expected)]);
    }
    for name in ["größe", "xsi:type", "a-b.c", "_1"] {
        check(&[(rest_xml(added("smithy.api#xmlName", name)), "no errors")]);
    }
    let namespace = json!({ "smithy.api#xmlNamespace": { "uri": "https://a", "prefix": "a b" } });
    check(&[
        (
            rest_xml(json!({ "a#Thing": { "traits": namespace } })),
            "tiny.json: a#Thing: \"a b\" is not a name in XML",
        ),
        (
            rest_xml(
                json!({ "a#Things": { "member": { "traits": { "smithy.api#xmlName": "<" } } } }),
            ),
            "tiny.json: a#Things$member: \"<\" is not a name in XML",
        ),
    ]);
}

#[test]
fn names_of_headers() {
    for name in ["", "a b", "a:", "größe", "a\r\nb"] {
        let expected =
            format!("tiny.json: a#In$Added: {name:?} is not the name of a header in HTTP");
        check(&[(added("smithy.api#httpHeader", name), &expected)]);
    }
    let prefix = |prefix| {
        let lookup = json!({ "type": "map", "key": { "target": "smithy.api#String" }, "value": { "target": "smithy.api#String" } });
        let member =
            json!({ "target": "a#Lookup", "traits": { "smithy.api#httpPrefixHeaders": prefix } });
        merged(
            json!({ "a#Lookup": lookup }),
            members("a#In", json!({ "Added": member })),
        )
    };
    check(&[
        (added("smithy.api#httpHeader", "x-a_b"), "no errors"),
        (prefix(""), "no errors"),
        (prefix("x-"), "no errors"),
        (
            prefix("x y"),
            "tiny.json: a#In$Added: \"x y\" is not the name of a header in HTTP",
        ),
        // RPC protocols ignore the trait.
        (
            merged(
                protocol("aws.protocols#awsJson1_1"),
                added("smithy.api#httpHeader", "a b"),
            ),
            "no errors",
        ),
    ]);
}

/// A member of the input with the trait `binding` that targets a map of `value`.
fn bound_map(binding: &str, value: &str) -> Value {
    let list = |traits: Value| json!({ "type": "list", "member": { "target": "smithy.api#String" }, "traits": traits });
    let (key, value) = (
        json!({ "target": "smithy.api#String" }),
        json!({ "target": value }),
    );
    let shapes = json!({
        "a#Names": list(json!({})),
        "a#Sparse": list(json!({ "smithy.api#sparse": {} })),
        "a#Lookup": { "type": "map", "key": key, "value": value },
    });
    let trait_value = if binding.ends_with("Headers") {
        json!("x-")
    } else {
        json!({})
    };
    let member = json!({ "target": "a#Lookup", "traits": { binding: trait_value } });
    merged(shapes, members("a#In", json!({ "Added": member })))
}

#[test]
fn maps_of_headers_and_query_parameters_hold_strings() {
    let (headers, query) = ("smithy.api#httpPrefixHeaders", "smithy.api#httpQueryParams");
    let wrong = "tiny.json: a#In$Added: targets `a#Lookup`, which cannot be sent there";
    let table = [
        (headers, "smithy.api#String", "no errors"),
        (headers, "smithy.api#Integer", wrong),
        (headers, "a#Names", wrong),
        (query, "smithy.api#String", "no errors"),
        (query, "smithy.api#Integer", wrong),
        (query, "a#Names", "no errors"),
        (query, "a#Sparse", wrong),
        (query, "a#Things", wrong),
    ];
    for (binding, value, expected) in table {
        check(&[(bound_map(binding, value), expected)]);
    }
    let sparse = json!({ "a#Lookup": { "traits": { "smithy.api#sparse": {} } } });
    for binding in [headers, query] {
        let map = bound_map(binding, "smithy.api#String");
        check(&[(merged(map, sparse.clone()), wrong)]);
    }
}

/// Only one of the places would be used.
#[test]
fn members_are_bound_to_one_place() {
    let bound = json!({ "Size": { "traits": { "smithy.api#httpQuery": "q", "smithy.api#httpHeader": "h" } } });
    check(&[(
        members("a#In", bound),
        "tiny.json: a#In$Size: has several HTTP binding traits; keep one of them",
    )]);
}

/// Such a value would be missing in the type.
#[test]
fn values_of_enums_are_strings() {
    let model = |value: Value| {
        let traits = json!({ "smithy.api#enumValue": value });
        let member = json!({ "target": "smithy.api#Unit", "traits": traits });
        merged(
            json!({ "a#Kind": { "type": "enum", "members": { "A": member } } }),
            members("a#Thing", json!({ "Kind": { "target": "a#Kind" } })),
        )
    };
    check(&[
        (model(json!("a")), "no errors"),
        (
            model(json!(5)),
            "tiny.json: a#Kind$A: the value 5 of an enum is not a string",
        ),
        (
            model(json!(["a"])),
            "tiny.json: a#Kind$A: the value [\"a\"] of an enum is not a string",
        ),
    ]);
}

#[test]
fn idempotency_tokens() {
    let token =
        |target: &str| json!({ "target": target, "traits": { "smithy.api#idempotencyToken": {} } });
    let string = token("smithy.api#String");
    check(&[
        (
            members("a#In", json!({ "Token": token("smithy.api#Integer") })),
            "tiny.json: a#In$Token: unsupported: an idempotency token (smithy.api#idempotencyToken) that isn't a string",
        ),
        (
            members("a#In", json!({ "Token": string, "Token2": string })),
            "tiny.json: a#In$Token2: unsupported: a second idempotency token (smithy.api#idempotencyToken)",
        ),
        (members("a#In", json!({ "Token": string })), "no errors"),
    ]);
}

#[test]
fn media_types() {
    check(&[
        (
            added("smithy.api#mediaType", "application/vnd.x+json; v=1"),
            "no errors",
        ),
        (
            added("smithy.api#mediaType", "text/plain\r\n"),
            "tiny.json: a#In$Added: \"text/plain\\r\\n\" is not a media type",
        ),
    ]);
}

#[test]
fn methods_and_uris() {
    let http = |method: &str, uri: &str| {
        traits(json!({ "smithy.api#http": { "method": method, "uri": uri, "code": 200 } }))
    };
    for method in ["", "PO ST", "GET\n", "größe"] {
        let expected = format!("tiny.json: a#ListThings: {method:?} is not a method of HTTP");
        check(&[(http(method, "/{Id}"), &expected)]);
    }
    for uri in [
        "/a b/{Id}",
        "/{Id}/ä",
        "/{Id}#a",
        "/{Id}?a=\"",
        "/{Id}/%2",
        "/{Id}?a={Id}",
        "/{Id}/{Id",
    ] {
        let expected = format!(
            "tiny.json: a#ListThings: the URI {uri:?} contains characters that must be percent-encoded"
        );
        check(&[(http("POST", uri), &expected)]);
    }
    check(&[
        (
            http("POST", "a/{Id}"),
            "tiny.json: a#ListThings: the URI \"a/{Id}\" does not begin with `/`",
        ),
        (http("PURGE", "/a%20b/(c)/{Id}?d=%C3%A4&e"), "no errors"),
        (
            traits(json!({ "smithy.api#endpoint": { "hostPrefix": "a b." } })),
            "tiny.json: a#ListThings: the host prefix \"a b.\" contains characters other than letters, digits, `-` and `.`",
        ),
        (
            traits(json!({ "smithy.api#endpoint": { "hostPrefix": "a-1." } })),
            "no errors",
        ),
    ]);
}

#[test]
fn unions_and_enums_are_not_empty() {
    let target = |shape: Value| {
        merged(
            json!({ "a#Empty": shape }),
            members("a#In", json!({ "Added": { "target": "a#Empty" } })),
        )
    };
    check(&[
        (
            target(json!({ "type": "union", "members": {} })),
            "tiny.json: a#Empty: has no members; add at least one, or remove the references to the shape",
        ),
        (
            target(json!({ "type": "enum", "members": {} })),
            "tiny.json: a#Empty: has no values; add at least one, or remove the references to the shape",
        ),
        (
            target(json!({ "type": "string", "traits": { "smithy.api#enum": [] } })),
            "tiny.json: a#Empty: has no values; add at least one, or remove the references to the shape",
        ),
        (
            target(json!({ "type": "structure", "members": {} })),
            "no errors",
        ),
    ]);
}

/// Returns a change that adds a stream, and this member and this trait to a structure.
fn stream(shape: &str, member_traits: Value) -> Value {
    merged(
        json!({ "a#Stream": { "type": "blob", "traits": { "smithy.api#streaming": {} } } }),
        members(
            shape,
            json!({ "Added": { "target": "a#Stream", "traits": member_traits } }),
        ),
    )
}

#[test]
fn streams_are_bodies() {
    let payload = || json!({ "smithy.api#httpPayload": {} });
    let misplaced = |id: &str| {
        format!(
            "tiny.json: {id}: unsupported: a stream that is not the body of a request or response"
        )
    };
    let alone = || {
        json!({
            "a#In": { "members": { "Token": null, "Size": null } },
            "a#ListThings": { "traits": { "smithy.api#paginated": null } },
        })
    };
    let error = json!({
        "a#ListThings": { "errors": [{ "target": "a#Bad" }] },
        "a#Bad": { "type": "structure", "members": {}, "traits": { "smithy.api#error": "client" } },
    });
    let itself = members("a#Out", json!({ "Itself": { "target": "a#In" } }));
    check(&[
        (merged(alone(), stream("a#In", payload())), "no errors"),
        (stream("a#In", json!({})), &misplaced("a#In$Added")),
        (stream("a#Out", json!({})), &misplaced("a#Out$Added")),
        (stream("a#Thing", json!({})), &misplaced("a#Thing$Added")),
        (stream("a#Thing", payload()), &misplaced("a#Thing$Added")),
        (
            merged(error, stream("a#Bad", payload())),
            &misplaced("a#Bad$Added"),
        ),
        (
            merged(merged(alone(), stream("a#In", payload())), itself),
            &misplaced("a#In$Added"),
        ),
        (
            json!({
                "a#Stream": { "type": "blob", "traits": { "smithy.api#streaming": {} } },
                "a#Things": { "member": { "target": "a#Stream" } },
            }),
            &misplaced("a#Things$member"),
        ),
        (
            merged(
                merged(alone(), stream("a#In", payload())),
                json!({ "a#Stream": { "type": "string" } }),
            ),
            "tiny.json: a#Stream: unsupported: a stream (smithy.api#streaming) on a shape of type string",
        ),
    ]);
}

/// The generated crate must not import what it doesn't use.
#[test]
fn streams_without_members_import_no_members() {
    let payload = || json!({ "smithy.api#httpPayload": {} });
    let codec = |changes: &Value| {
        let generated = generate_from("tiny.json", "tiny", &changed(changes), Operations::All);
        let generated = generated.unwrap_or_else(|errors| panic!("{errors}"));
        generated.files[std::path::Path::new("src/codec.rs")].clone()
    };
    let bare = json!({
        "a#ListThings": { "traits": { "smithy.api#paginated": null } },
        "a#In": { "members": { "Token": null, "Size": null } },
        "a#Out": { "members": { "Next": null, "Things": null } },
    });
    let input = merged(bare, stream("a#In", payload()));
    assert!(codec(&input).contains("pub(crate) use crate::json::{Members, name};"));
    let both = merged(input, stream("a#Out", payload()));
    assert!(codec(&both).contains("pub(crate) use crate::json::name;"));
}

/// With serde, a member outside the body must not replace one in the body.
#[test]
fn members_with_the_same_name_in_the_message_have_different_keys_in_serde() {
    let text = |traits: Value| json!({ "target": "smithy.api#String", "traits": traits });
    let input = json!({
        "verb": text(json!({ "smithy.api#httpHeader": "x-verb" })),
        "targetVerb": text(json!({ "smithy.api#jsonName": "verb" })),
    });
    let model = changed(&members("a#In", input));
    let generated = generate_from("tiny.json", "tiny", &model, Operations::All);
    let generated = generated.unwrap_or_else(|errors| panic!("{errors}"));
    let file = &generated.files[std::path::Path::new("src/operation/list_things/wire.rs")];
    let (_, list) = file.split_once("MEMBERS").expect("the input has members");
    let (list, _) = list.split_once("];").expect("the list ends");
    let keys: Vec<&str> = list.split("key!(\"").skip(1).collect();
    let keys: Vec<&str> = keys
        .iter()
        .filter_map(|key| Some(key.split_once('"')?.0))
        .collect();
    assert_eq!(keys, ["Id", "Token", "Size", "verb_", "verb"]);
}
