//! Names that clash or aren't valid, and defaults that don't fit.

use serde_json::{Value, json};

use super::{changed, check, errors, members};

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

/// File systems allow 255 bytes.
#[test]
fn names_that_are_too_long_for_files() {
    let structure = |name: &str| {
        let id = format!("a#{name}");
        let member = json!({ "Long": { "target": id } });
        changed(&json!({
            "a#Thing": { "members": member },
            id: { "type": "structure" },
        }))
    };
    let operation = |name: &str| {
        let id = format!("a#{name}");
        let http = json!({ "smithy.api#http": { "method": "POST", "uri": "/long" } });
        changed(&json!({
            "a#Tiny": { "operations": [{ "target": id }] },
            id: { "type": "operation", "traits": http },
        }))
    };
    let (fits, long) = (
        format!("A{}", "a".repeat(250)),
        format!("A{}", "a".repeat(251)),
    );
    let expected = format!(
        "tiny.json: a#{long}: has a name of 252 bytes in Rust, which is too long for the name of a file; \
         rename it in the model"
    );
    assert_eq!(errors(&structure(&long), &["ListThings"]), expected);
    assert_eq!(errors(&operation(&long), &[&long]), expected);
    assert_eq!(errors(&structure(&fits), &["ListThings"]), "no errors");
    assert_eq!(errors(&operation(&fits), &[&fits]), "no errors");
}
