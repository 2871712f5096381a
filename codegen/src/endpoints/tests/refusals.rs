//! Unsupported and malformed traits are refused with an error that contains the place.

use serde_json::{Value, json};

use crate::endpoints::{self, EndpointTraits};

fn refusal(rule_set: &Value) -> String {
    let traits = EndpointTraits {
        rule_set: Some(rule_set),
        ..EndpointTraits::default()
    };
    endpoints::lower(traits)
        .expect_err("the rule set is refused")
        .to_string()
}

/// A rule set with one condition and one URL.
fn rule_set(condition: Value, url: &str) -> Value {
    json!({
        "version": "1.0",
        "parameters": {
            "Region": {"type": "string", "required": true},
            "Bucket": {"type": "string"},
            "List": {"type": "stringArray", "required": true},
        },
        "rules": [{"type": "endpoint", "conditions": [condition], "endpoint": {"url": url}}],
    })
}

#[test]
fn invalid_conditions() {
    let cases = [
        (
            json!({"fn": "aws.unheardOf", "argv": []}),
            "rules[0].conditions[0]: function `aws.unheardOf` is not supported",
        ),
        (
            json!({"fn": "substring", "argv": [{"ref": "Region"}, -1, 2, false]}),
            "rules[0].conditions[0]: `substring` takes a string, two positions and a boolean",
        ),
        (
            json!({"fn": "stringEquals", "argv": [{"ref": "Region"}, true]}),
            "rules[0].conditions[0]: `stringEquals` takes two strings",
        ),
        (
            json!({"fn": "isSet", "argv": [{"ref": "Nobody"}]}),
            "rules[0].conditions[0]: `Nobody` is neither a parameter nor a variable in scope",
        ),
        (
            json!({"fn": "getAttr", "argv": [{"fn": "aws.partition", "argv": ["x"]}, "colour"]}),
            "rules[0].conditions[0]: there is no attribute `colour`",
        ),
        (
            json!({"fn": "ite", "argv": [true, "a", 1]}),
            "rules[0].conditions[0]: `ite` takes a boolean and two values of the same type",
        ),
    ];
    for (condition, message) in cases {
        assert_eq!(
            refusal(&rule_set(condition, "https://example.com")),
            message
        );
    }
}

#[test]
fn invalid_urls() {
    let cases = [
        ("https://{Region", "`https://{Region` has unbalanced braces"),
        ("https://Region}", "`https://Region}` has unbalanced braces"),
        (
            "https://{Nobody}",
            "`Nobody` is neither a parameter nor a variable in scope",
        ),
        ("https://{Bucket}", "the value can be unset here"),
        (
            "https://{List}",
            "`https://{List}` contains a value of type Strings",
        ),
        ("{List}", "`{List}` contains a value of type Strings"),
    ];
    for (url, message) in cases {
        let rules = rule_set(json!({"fn": "isSet", "argv": [{"ref": "Region"}]}), url);
        assert_eq!(refusal(&rules), format!("rules[0].endpoint.url: {message}"));
    }
}

#[test]
fn invalid_declarations() {
    let with = |version: &str, parameter: Value| json!({"version": version, "parameters": {"P": parameter}, "rules": []});
    let cases = [
        (
            with("2.0", json!({"type": "string"})),
            "version `2.0` of endpoint rules is not supported; known are 1.0 to 1.3",
        ),
        (
            with("1.0", json!({"type": "integer"})),
            "parameter `P`: type `integer` is not supported",
        ),
        (
            with("1.0", json!({"type": "string", "default": true})),
            "parameter `P`: the default has another type",
        ),
        (
            with(
                "1.0",
                json!({"type": "string", "required": true, "builtIn": "AWS::Moon"}),
            ),
            "parameter `P`: built-in `AWS::Moon` is required, but not supported",
        ),
    ];
    for (rule_set, message) in cases {
        assert_eq!(refusal(&rule_set), message);
    }
    let none = endpoints::lower(EndpointTraits::default()).expect_err("there are no rules");
    assert!(none.to_string().contains("smithy.rules#endpointBdd"));
}

#[test]
fn settings_of_the_client_are_parameters_of_the_rules() {
    let rules = json!({"version": "1.0", "parameters": {"P": {"type": "string"}}, "rules": []});
    let lower = |settings: Value| {
        let traits = EndpointTraits {
            rule_set: Some(&rules),
            client_context_params: Some(&settings),
            ..EndpointTraits::default()
        };
        endpoints::lower(traits)
            .map(drop)
            .map_err(|error| error.to_string())
    };
    assert_eq!(lower(json!({"P": {"type": "string"}})), Ok(()));
    let cases = [
        (
            json!({"P": {"type": "boolean"}}),
            "parameter `P`: the client's setting has another type",
        ),
        (
            json!({"Q": {"type": "string"}}),
            "parameter `Q`: it is a setting of the client, but the rules have no such parameter",
        ),
    ];
    for (settings, message) in cases {
        assert_eq!(lower(settings), Err(message.to_owned()));
    }
}

#[test]
fn unknown_built_in_with_a_default_is_accepted() {
    let rules = json!({
        "version": "1.0",
        "parameters": {"P": {"type": "boolean", "required": true, "default": false, "builtIn": "AWS::STS::UseGlobalEndpoint"}},
        "rules": [],
    });
    let traits = EndpointTraits {
        rule_set: Some(&rules),
        ..EndpointTraits::default()
    };
    endpoints::lower(traits).expect("the parameter has a default");
}
