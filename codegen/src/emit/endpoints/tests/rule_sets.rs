//! Tests of rule sets and of test cases.

use quote::format_ident;
use serde_json::json;

use super::{json, pretty, rules};
use crate::emit::endpoints::expr::ident;
use crate::emit::endpoints::{emit_library, emit_params, emit_rules, emit_tests, library_modules};
use crate::endpoints;

/// The rules that most services have; these are Connect's.
#[test]
fn standard_rules() {
    let rules = rules(&json(include_str!("standard.json")));
    insta::assert_snapshot!("standard_params", pretty(emit_params(&rules)));
    insta::assert_snapshot!("standard_rules", pretty(emit_rules(&rules)));
    let library = emit_library(&rules).expect("the rules use the library");
    insta::assert_snapshot!("standard_library", pretty(library));
}

/// Rules with everything that the standard rules don't have.
#[test]
fn small_rules() {
    let rules = rules(&json(include_str!("small.json")));
    insta::assert_snapshot!("small_params", pretty(emit_params(&rules)));
    insta::assert_snapshot!("small_rules", pretty(emit_rules(&rules)));
    let modules: Vec<_> = library_modules(&rules).into_iter().collect();
    assert_eq!(
        modules,
        ["arn", "document", "host", "outcome", "split", "uri_encode"]
    );
}

#[test]
fn rules_without_conditions() {
    let rules = rules(&json!({
        "version": "1.0",
        "parameters": {},
        "rules": [
            {"type": "endpoint", "conditions": [], "endpoint": {"url": "https://example.com"}},
            {"type": "error", "conditions": [], "error": "can't be reached"},
        ],
    }));
    insta::assert_snapshot!(pretty(emit_rules(&rules)));
    assert!(pretty(emit_params(&rules)).contains("fn from_config(_cfg: &ConfigBag)"));
}

#[test]
fn exhausted_tree_does_not_fall_through() {
    let is_set = |name: &str| json!([{"fn": "isSet", "argv": [{"ref": name}]}]);
    let endpoint = |url: &str, name: &str| json!({"type": "endpoint", "conditions": is_set(name), "endpoint": {"url": url}});
    let rules = rules(&json!({
        "version": "1.0",
        "parameters": {"A": {"type": "string"}, "B": {"type": "string"}},
        "rules": [
            {"type": "tree", "conditions": is_set("A"), "rules": [endpoint("https://a", "B")]},
            endpoint("https://b", "B"),
        ],
    }));
    insta::assert_snapshot!(pretty(emit_rules(&rules)));
}

#[test]
fn endpoint_test_cases() {
    let rules = rules(&json(include_str!("small.json")));
    let tests = json!({"version": "1.0", "testCases": [
        {
            "documentation": "Bucket in us-east-1, \"quoted\"",
            "params": {"Accounts": ["1", "2"], "Bucket": "b", "Type": true},
            "expect": {"endpoint": {
                "url": "https://example.com",
                "headers": {"x-account": ["1"]},
                "properties": {"authSchemes": [{"name": "sigv4"}], "weight": 3},
            }},
        },
        {"params": {"Region": "r"}, "expect": {"error": "no"}},
        {"documentation": "Bucket in us east 1 quoted", "expect": {"error": "no"}},
    ]});
    let tests = endpoints::lower_tests(&tests, &rules.parameters).expect("the cases fit the rules");
    insta::assert_snapshot!(pretty(emit_tests(&tests, &format_ident!("small"))));
}

#[test]
fn invalid_test_cases() {
    let rules = rules(&json(include_str!("small.json")));
    let expecting = |expect: serde_json::Value| json!({"testCases": [{"expect": expect}]});
    let endpoint =
        |value| expecting(json!({"endpoint": {"url": "https://a", "properties": {"p": value}}}));
    let setting = |name: &str, value: serde_json::Value| json!({"testCases": [{"documentation": "Title", "params": {name: value}, "expect": {"error": ""}}]});
    let cases = [
        (
            setting("Nobody", json!("a")),
            "case `Title`: there is no parameter `Nobody`",
        ),
        (
            setting("Region", json!(true)),
            "case `Title`: `Region` has a value of another type",
        ),
        (
            endpoint(json!(null)),
            "case `Case 1`: null is not supported in properties",
        ),
        (
            endpoint(json!([1.5])),
            "case `Case 1`: number 1.5 is not supported in properties",
        ),
    ];
    for (tests, message) in cases {
        let error = endpoints::lower_tests(&tests, &rules.parameters).expect_err(message);
        assert_eq!(
            error.to_string(),
            format!("smithy.rules#endpointTests, {message}")
        );
    }
}

#[test]
fn identifiers() {
    assert_eq!(ident("url").to_string(), "url");
    assert_eq!(ident("type").to_string(), "r#type");
}
