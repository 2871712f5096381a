//! What is emitted for rule sets.

use quote::format_ident;
use serde_json::json;

use super::{json, pretty, rules};

/// The rules that most services have; these are Connect's.
#[test]
fn standard_rules() {
    let rules = rules(&json(include_str!("standard.json")));
    insta::assert_snapshot!("standard_params", pretty(rules.emit_params()));
    insta::assert_snapshot!("standard_rules", pretty(rules.emit_rules()));
    let library = rules.emit_library().expect("the rules use the library");
    insta::assert_snapshot!("standard_library", pretty(library));
}

/// Everything that the standard rules lack.
#[test]
fn small_rules() {
    let rules = rules(&json(include_str!("small.json")));
    insta::assert_snapshot!("small_params", pretty(rules.emit_params()));
    insta::assert_snapshot!("small_rules", pretty(rules.emit_rules()));
    let modules: Vec<_> = rules.library_modules().into_iter().collect();
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
    insta::assert_snapshot!(pretty(rules.emit_rules()));
    assert!(pretty(rules.emit_params()).contains("fn from_config(_cfg: &ConfigBag)"));
}

#[test]
fn an_exhausted_tree_does_not_fall_through() {
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
    insta::assert_snapshot!(pretty(rules.emit_rules()));
}

#[test]
fn cases_become_tests() {
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
    let tests = rules
        .emit_tests(&tests, &format_ident!("small"))
        .expect("the cases fit the rules");
    insta::assert_snapshot!(pretty(tests));
}
