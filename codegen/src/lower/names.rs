//! Names in Rust, as the official SDK forms them: words first, then case, then reserved names.
//!
//! Every function returns a valid identifier for every text, also for `_404`, `<=` and the empty string. Keywords need no
//! change: [`RustName::ident`] makes raw identifiers of them. That names are unique in their scope is checked by
//! `passes::names`.

mod words;

use heck::{ToSnakeCase, ToUpperCamelCase};

use crate::ir::RustName;

use self::words::{Case, words};

/// Names that can't be identifiers, not even raw ones.
const NEVER_IDENTIFIERS: [&str; 3] = ["self", "super", "crate"];

/// Fields that would hide a method of builders or of errors.
const RESERVED_FIELDS: [&str; 12] = [
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
    "retryable_error_kind",
];

/// Modules can't have files with these names: `mod.rs` is the file of the directory, and Windows has devices with the others.
const NEVER_FILES: [&str; 23] = [
    "mod", "aux", "con", "nul", "prn", "com1", "com2", "com3", "com4", "com5", "com6", "com7",
    "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// Operations whose method would clash with a method of every client.
const RESERVED_OPERATIONS: [&str; 3] = ["config", "from_conf", "new"];

/// Returns the name of a type: `AgentStatusARN` is `AgentStatusArn`.
pub fn type_name(shape: &str) -> RustName {
    let name = camel(shape);
    RustName::new(if name == "Self" {
        "SelfValue".to_owned()
    } else {
        name
    })
}

/// Returns the name of an error's type, which is also a variant of the error enums: these have a variant `Unhandled`.
pub fn error_type(shape: &str) -> RustName {
    let name = type_name(shape);
    if name.as_str() == "Unhandled" {
        RustName::new("UnhandledError")
    } else {
        name
    }
}

/// Returns the name of an operation's type, and the beginning of the names of its errors and of its fluent builder.
///
/// It is the one type name that keeps the model's case, so that `StartWebRTCContact` takes a `StartWebRtcContactInput`.
/// A name with underscores, which no AWS service has, gets the case of the other types.
pub fn operation_type(shape: &str) -> RustName {
    let keeps_case = shape.starts_with(|first: char| first.is_ascii_alphabetic())
        && shape.chars().all(|next| next.is_ascii_alphanumeric());
    let name = capitalized(shape);
    if keeps_case && name != "Self" {
        RustName::new(name)
    } else {
        type_name(shape)
    }
}

fn capitalized(name: &str) -> String {
    let mut chars = name.chars();
    let first = chars.next().map(|first| first.to_ascii_uppercase());
    first.into_iter().chain(chars).collect()
}

/// Returns the name of a module, method or field: `AgentStatusARN` is `agent_status_arn`.
pub fn snake(name: &str) -> RustName {
    let name = identifier(words(name, Case::Snake).to_snake_case());
    RustName::new(if NEVER_IDENTIFIERS.contains(&name.as_str()) {
        format!("{name}_")
    } else {
        name
    })
}

/// Whether a module with this name can be in a file.
pub fn can_be_file(module: &RustName) -> bool {
    !NEVER_FILES.contains(&module.as_str())
}

/// Returns the name of an operation's module and of its method of the client.
pub fn operation(name: &str) -> RustName {
    let name = snake(name);
    if RESERVED_OPERATIONS.contains(&name.as_str()) || !can_be_file(&name) {
        RustName::new(format!("{name}_operation"))
    } else {
        name
    }
}

/// Returns the name of a waiter's module.
pub fn waiter(name: &str) -> RustName {
    let name = snake(name);
    if can_be_file(&name) {
        name
    } else {
        RustName::new(format!("{name}_waiter"))
    }
}

/// Returns the name of a structure's field. It differs from the names of the builder's methods.
pub fn field(member: &str) -> RustName {
    let name = snake(member);
    if RESERVED_FIELDS.contains(&name.as_str()) {
        RustName::new(format!("{name}_value"))
    } else {
        name
    }
}

/// Returns the name of a variant of an enum or union. It differs from `Unknown`, which every enum and union has.
pub fn variant(member: &str) -> RustName {
    reserved_variant(camel(member))
}

fn reserved_variant(name: String) -> RustName {
    RustName::new(match name.as_str() {
        "Self" => "SelfValue".to_owned(),
        "SelfValue" => "SelfValue_".to_owned(),
        "Unknown" => "UnknownValue".to_owned(),
        "UnknownValue" => "UnknownValue_".to_owned(),
        _ => name,
    })
}

/// Returns the name of an enum's variant that differs from the names in `taken`.
///
/// An enum's values can differ in case or in signs alone, and the model has no other name for them. Official crates have
/// no such enum, so these names are ours: signs spelled out, then a number.
pub fn distinct_variant(member: &str, is_taken: impl Fn(&RustName) -> bool) -> RustName {
    let plain = variant(member);
    let spelled = reserved_variant(camel(&crate::signs::spelled_out(member)));
    let separator = if plain.as_str().ends_with(|last: char| last.is_ascii_digit()) {
        "_"
    } else {
        ""
    };
    let numbered = (2..).map(|number| RustName::new(format!("{plain}{separator}{number}")));
    let mut candidates = [plain.clone(), spelled].into_iter().chain(numbered);
    candidates
        .find(|name| !is_taken(name))
        .expect("there are more numbers than names")
}

fn camel(name: &str) -> String {
    identifier(words(name, Case::Camel).to_upper_camel_case())
}

/// A name can begin with `_`, but not with a digit.
fn identifier(name: String) -> String {
    if name.starts_with(|first: char| first.is_ascii_digit()) {
        format!("_{name}")
    } else {
        name
    }
}

#[cfg(test)]
mod tests;
