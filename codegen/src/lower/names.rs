//! Names in Rust, as the official SDK forms them: words first, then case, then reserved names.
//!
//! Keywords are no concern here: [`RustName::ident`] asks syn.

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::ir::RustName;

/// Words that are cased irregularly and never split.
const WHOLE_WORDS: [&str; 7] = ["ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl"];

/// Names that can't be identifiers, not even raw ones.
const NEVER_IDENTIFIERS: [&str; 5] = ["self", "Self", "super", "crate", "_"];

/// Fields that would hide a method of builders or of errors.
const RESERVED_FIELDS: [&str; 11] = [
    "as_input",
    "build",
    "builder",
    "default",
    "into_paginator",
    "send",
    "send_with",
    "make_operation",
    "presigned",
    "customize",
    "meta",
];

/// Operations whose method would clash with one that every client has.
const RESERVED_OPERATIONS: [&str; 3] = ["config", "from_conf", "new"];

/// The name of a type: `AgentStatusARN` is `AgentStatusArn`.
pub fn type_name(shape: &str) -> RustName {
    let name = words(shape).to_upper_camel_case();
    RustName::new(if name == "Self" {
        "SelfValue".to_owned()
    } else {
        name
    })
}

/// The name of an operation's type, and the beginning of the names of its errors and of its fluent builder: the one
/// type name that keeps the model's case, so that `StartWebRTCContact` takes a `StartWebRtcContactInput`.
pub fn operation_type(shape: &str) -> RustName {
    let mut chars = shape.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    RustName::new(first.into_iter().chain(chars).collect::<String>())
}

/// The name of a module, method or field: `AgentStatusARN` is `agent_status_arn`.
pub fn snake(name: &str) -> RustName {
    let name = words(name).to_snake_case();
    let name = if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("_{name}")
    } else {
        name
    };
    RustName::new(if NEVER_IDENTIFIERS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    })
}

/// The name of an operation's module and of its method of the client.
pub fn operation(name: &str) -> RustName {
    let name = snake(name);
    if RESERVED_OPERATIONS.contains(&name.as_str()) {
        RustName::new(format!("{name}_operation"))
    } else {
        name
    }
}

/// The name of a structure's field, out of the way of the builder's methods.
pub fn field(member: &str) -> RustName {
    let name = snake(member);
    if RESERVED_FIELDS.contains(&name.as_str()) {
        RustName::new(format!("{name}_value"))
    } else {
        name
    }
}

/// The name of a variant of an enum or union, out of the way of `Unknown`.
pub fn variant(member: &str) -> RustName {
    let name = words(member).to_upper_camel_case();
    RustName::new(match name.as_str() {
        "Self" => "SelfValue".to_owned(),
        "SelfValue" => "SelfValue_".to_owned(),
        "Unknown" => "UnknownValue".to_owned(),
        "UnknownValue" => "UnknownValue_".to_owned(),
        _ if name.starts_with(|first: char| first.is_ascii_digit()) => format!("_{name}"),
        _ => name,
    })
}

/// The words of a name, in lower case, with `_` between them.
///
/// heck alone would split `IPv6` and `ARNs`; the official SDK doesn't.
fn words(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let is_lower_case = name.to_lowercase() == name;
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (index, &next) in chars.iter().enumerate() {
        let ends = !word.is_empty() && is_boundary(&chars, index, &word, is_lower_case);
        if ends || !next.is_alphanumeric() {
            words.push(std::mem::take(&mut word));
        }
        if next.is_alphanumeric() {
            word.push(next);
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words.join("_").to_lowercase()
}

/// Whether a new word begins at `index`, after the characters of `word`.
fn is_boundary(chars: &[char], index: usize, word: &str, is_lower_case: bool) -> bool {
    let next = chars[index];
    let last = word
        .chars()
        .next_back()
        .expect("only asked with a word in progress");
    let after = chars.get(index + 1).copied();
    let second_after = chars.get(index + 2).copied();
    if !in_whole_word(word, &chars[index..]) {
        let lower_then_upper =
            next.is_uppercase() && (last.is_lowercase() || last.is_ascii_digit());
        let digit_then_lower = is_lower_case && last.is_ascii_digit() && next.is_lowercase();
        if lower_then_upper || digit_then_lower {
            return true;
        }
    }
    last.is_uppercase() && next.is_uppercase() && ends_acronym(after, second_after)
}

/// Whether `word` and what follows begin one of the words that are never split.
fn in_whole_word(word: &str, rest: &[char]) -> bool {
    let lower = word.to_lowercase();
    let ahead: String = lower
        .chars()
        .chain(rest.iter().take(5).flat_map(|next| next.to_lowercase()))
        .collect();
    WHOLE_WORDS
        .iter()
        .any(|whole| ahead.starts_with(whole) && lower != *whole)
}

/// In `DBProxy` the acronym ends before `P`; in `ARNs`, `ACLs` and `DynamoDBv2` it doesn't end before the last capital.
fn ends_acronym(after: Option<char>, second_after: Option<char>) -> bool {
    match after {
        Some('s') if !second_after.is_some_and(char::is_lowercase) => false,
        Some('v') if second_after.is_some_and(|next| next.is_ascii_digit()) => false,
        Some(after) => after.is_lowercase(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_the_official_sdk() {
        let table = [
            ("AgentStatusARN", "agent_status_arn", "AgentStatusArn"),
            ("DBProxy", "db_proxy", "DbProxy"),
            ("ListARNs", "list_arns", "ListArns"),
            ("IPv6Address", "ipv6_address", "Ipv6Address"),
            ("UseIPv4", "use_ipv4", "UseIpv4"),
            ("DynamoDBv2", "dynamo_dbv2", "DynamoDbv2"),
            ("ACLs", "acls", "Acls"),
            ("IAMUser", "iam_user", "IamUser"),
            ("s3key", "s3_key", "S3Key"),
            ("S3Key", "s3_key", "S3Key"),
            ("POSITION_IN_QUEUE", "position_in_queue", "PositionInQueue"),
            (
                "StartWebRTCContact",
                "start_web_rtc_contact",
                "StartWebRtcContact",
            ),
            ("sizeInMiB", "size_in_mib", "SizeInMib"),
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
    fn reserved_names_make_way() {
        assert_eq!(field("build").as_str(), "build_value");
        assert_eq!(operation("New").as_str(), "new_operation");
        assert_eq!(field("Self").as_str(), "self_");
        assert_eq!(field("type").ident().to_string(), "r#type");
        assert_eq!(variant("UNKNOWN").as_str(), "UnknownValue");
        assert_eq!(variant("self").as_str(), "SelfValue");
        assert_eq!(variant("1x").as_str(), "_1X");
        assert_eq!(type_name("Self").as_str(), "SelfValue");
    }

    #[test]
    fn operations_keep_their_case() {
        assert_eq!(
            operation_type("StartWebRTCContact").as_str(),
            "StartWebRTCContact"
        );
        assert_eq!(operation_type("getThing").as_str(), "GetThing");
    }
}
