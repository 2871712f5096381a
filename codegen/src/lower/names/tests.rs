use std::collections::BTreeSet;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

#[test]
fn words_are_those_of_the_official_sdk() {
    let table = [
        ("AgentStatusARN", "agent_status_arn", "AgentStatusArn"),
        ("DBProxy", "db_proxy", "DbProxy"),
        ("ListARNs", "list_arns", "ListArNs"),
        ("IPv6Address", "ipv6_address", "IPv6Address"),
        ("UseIPv4", "use_ipv4", "UseIPv4"),
        ("DynamoDBv2", "dynamo_dbv2", "DynamoDBv2"),
        ("ACLs", "acls", "AcLs"),
        ("ACLsUpdateStatus", "acls_update_status", "AcLsUpdateStatus"),
        ("MSKAsSource", "mskas_source", "MskAsSource"),
        (
            "SigV4Authorization",
            "sigv4_authorization",
            "SigV4Authorization",
        ),
        ("IAMUser", "iam_user", "IamUser"),
        ("s3key", "s3_key", "S3key"),
        ("nodejs20x", "nodejs20_x", "Nodejs20x"),
        ("c5_2xlarge", "c5_2_xlarge", "C52xlarge"),
        ("S3Key", "s3_key", "S3Key"),
        ("POSITION_IN_QUEUE", "position_in_queue", "PositionInQueue"),
        (
            "StartWebRTCContact",
            "start_web_rtc_contact",
            "StartWebRtcContact",
        ),
        ("sizeInMiB", "size_in_mib", "SizeInMiB"),
        ("_3DModel", "_3_d_model", "_3DModel"),
        ("_404NotFound", "_404_not_found", "_404NotFound"),
    ];
    for (name, snake_case, camel_case) in table {
        assert_eq!(
            (snake(name).as_str(), type_name(name).as_str()),
            (snake_case, camel_case),
            "{name}"
        );
    }
}

#[test]
fn reserved_names_are_changed() {
    assert_eq!(field("build").as_str(), "build_value");
    assert_eq!(operation("New").as_str(), "new_operation");
    assert_eq!(operation("Mod").as_str(), "mod_operation");
    assert_eq!(operation("LPT1").as_str(), "lpt1_operation");
    assert_eq!(waiter("Con").as_str(), "con_waiter");
    assert_eq!(waiter("Connected").as_str(), "connected");
    assert_eq!(field("Self").as_str(), "self_");
    assert_eq!(field("type").ident().to_string(), "r#type");
    assert_eq!(field("Gen").ident().to_string(), "r#gen");
    assert_eq!(variant("UNKNOWN").as_str(), "UnknownValue");
    assert_eq!(variant("self").as_str(), "SelfValue");
    assert_eq!(variant("1x").as_str(), "_1x");
    assert_eq!(type_name("Self").as_str(), "SelfValue");
    assert_eq!(error_type("Unhandled").as_str(), "UnhandledError");
}

#[test]
fn signs_and_other_letters_are_spelled_out() {
    assert_eq!(variant("<=").as_str(), "LessEqual");
    assert_eq!(variant("").as_str(), "Empty");
    assert_eq!(variant("größe").as_str(), "GrU00f6U00dfE");
    assert_eq!(snake("_").as_str(), "underscore");
    assert_eq!(snake("日本").as_str(), "u65_e5_u672_c");
}

#[test]
fn values_that_differ_in_signs_or_case_get_distinct_names() {
    let values = ["+1", "-1", "1", "A", "a", "a+", "Unknown", "unknown"];
    assert_eq!(
        distinct(&values),
        [
            "_1",
            "Minus1",
            "_1_2",
            "A",
            "A2",
            "APlus",
            "UnknownValue",
            "UnknownValue2"
        ]
    );
}

fn distinct<S: AsRef<str>>(values: &[S]) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for value in values {
        let name = distinct_variant(value.as_ref(), |name| taken.contains(name));
        names.push(name.to_string());
        taken.insert(name);
    }
    names
}

#[test]
fn operations_keep_their_case() {
    assert_eq!(
        operation_type("StartWebRTCContact").as_str(),
        "StartWebRTCContact"
    );
    assert_eq!(operation_type("getThing").as_str(), "GetThing");
    assert_eq!(operation_type("Get__Item").as_str(), "GetItem");
    assert_eq!(operation_type("self").as_str(), "SelfValue");
}

#[test]
fn prefixes_keep_names_in_snake_case() {
    assert_eq!(snake("_404").prefixed("is_").to_string(), "is_404");
    assert_eq!(snake("type").prefixed("set_").to_string(), "set_type");
}

/// Checks that rustc takes the name as it is written in code, without a warning about its case.
fn check(name: &RustName, is_type: bool) {
    let ident = name.ident();
    let text = ident.to_string();
    syn::parse_str::<syn::Ident>(&text).unwrap_or_else(|error| panic!("{text}: {error}"));
    assert_ne!(text, "gen", "reserved since edition 2024");
    assert!(text.is_ascii());
    let bare = text.trim_start_matches("r#").trim_matches('_');
    assert!(!bare.contains("__"), "{text}");
    if is_type {
        let mut pairs = bare.as_bytes().windows(2);
        assert!(
            !bare.starts_with(|first: char| first.is_lowercase()),
            "{text}"
        );
        assert!(
            !pairs.any(|pair| pair.contains(&b'_') && pair.iter().any(u8::is_ascii_alphabetic)),
            "{text}"
        );
    } else {
        assert!(!bare.contains(char::is_uppercase), "{text}");
    }
}

/// Words that are keywords, or that this module changes.
const KEYWORDS: &[&str] = &[
    "as",
    "async",
    "await",
    "become",
    "box",
    "break",
    "const",
    "continue",
    "crate",
    "do",
    "dyn",
    "else",
    "enum",
    "extern",
    "false",
    "final",
    "fn",
    "for",
    "gen",
    "Gen",
    "if",
    "impl",
    "in",
    "let",
    "loop",
    "macro",
    "match",
    "mod",
    "move",
    "mut",
    "override",
    "priv",
    "pub",
    "ref",
    "return",
    "self",
    "Self",
    "SELF",
    "static",
    "struct",
    "super",
    "trait",
    "true",
    "try",
    "type",
    "typeof",
    "union",
    "unsafe",
    "unsized",
    "use",
    "virtual",
    "where",
    "while",
    "yield",
    "Unknown",
    "Unhandled",
    "new",
    "build",
];

/// Identifiers by the grammar of Smithy, among them all keywords and reserved names of Rust.
fn identifiers() -> impl Strategy<Value = String> {
    prop_oneof![
        "_{0,3}[A-Za-z][A-Za-z0-9_]{0,12}",
        "_{1,3}[0-9][A-Za-z0-9_]{0,12}",
        prop::sample::select(KEYWORDS).prop_map(str::to_owned),
        prop::sample::select(KEYWORDS).prop_map(|word| format!("_{word}")),
    ]
}

/// Values of enums: any text, among them those that consist of signs.
fn values() -> impl Strategy<Value = String> {
    prop_oneof![identifiers(), "[ -~]{0,6}", "\\PC{0,4}", any::<String>()]
}

proptest! {
    #[test]
    fn every_identifier_becomes_a_name(text in identifiers()) {
        check(&type_name(&text), true);
        check(&error_type(&text), true);
        check(&operation_type(&text), true);
        check(&variant(&text), true);
        check(&snake(&text), false);
        check(&operation(&text), false);
        check(&field(&text), false);
        let prefixed = [snake(&text).prefixed("set_"), snake(variant(&text).as_str()).prefixed("as_")];
        for name in prefixed {
            check(&RustName::new(name.to_string()), false);
        }
    }

    #[test]
    fn every_value_becomes_a_name(text in values()) {
        check(&variant(&text), true);
        check(&field(&text), false);
    }

    #[test]
    fn names_of_values_are_distinct(texts in vec(values(), 0..12)) {
        let names = distinct(&texts);
        let distinct: BTreeSet<&String> = names.iter().collect();
        prop_assert_eq!(distinct.len(), names.len());
        for name in names {
            check(&RustName::new(name), true);
        }
    }
}
