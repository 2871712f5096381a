//! Generates random response bodies from the shapes of the model, and damages some of them.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::strategy::Union;
use serde_json::Value;

use json_text_cases::{FRAGMENTS, INVALID_PIECES, NUMBERS, PIECES, damage, damaged};

/// The model that `connect-slim` is generated from.
pub(crate) static MODEL: LazyLock<Value> = LazyLock::new(|| {
    let model = include_str!("../../../../../models/connect.json");
    serde_json::from_str(model).expect("the model is JSON")
});

/// Returns the shape ID of a name.
pub(crate) fn shape_id(name: &str) -> String {
    format!("com.amazonaws.connect#{name}")
}

/// Generates bodies for a structure of the model. About one member in eight has another type.
pub(crate) fn body(shape: &str) -> BoxedStrategy<Vec<u8>> {
    let text = (
        space(),
        structure(&MODEL["shapes"][shape_id(shape)]),
        space(),
    )
        .prop_map(|(before, body, after)| [before, &body, after].concat());
    let intact = text.prop_map(String::into_bytes).boxed();
    let damaged = (intact.clone(), vec(damage(), 1..3))
        .prop_map(|(body, damages)| damages.into_iter().fold(body, damaged));
    let foreign = prop_oneof![
        anything(),
        vec(select(FRAGMENTS), 0..8).prop_map(|all| all.concat())
    ]
    .prop_map(String::into_bytes);
    let marked = intact
        .clone()
        .prop_map(|body| [b"\xef\xbb\xbf", &body[..]].concat());
    prop_oneof![10 => intact, 6 => damaged, 2 => foreign, 1 => marked].boxed()
}

/// Generates bodies of a modeled error, with a code and a message.
pub(crate) fn error_body(shape: &str) -> BoxedStrategy<Vec<u8>> {
    let structure = MODEL["shapes"][shape_id(shape)].clone();
    let code = (select(CODE_KEYS), code());
    let code = code.prop_map(|(key, code)| format!("\"{key}\":\"{code}\""));
    let message = (select(MESSAGE_KEYS), right_or_wrong(string()));
    let message = message.prop_map(|(key, value)| format!("\"{key}\":{value}"));
    let extra = Union::new_weighted(vec![(4, code.boxed()), (1, message.boxed())]);
    let members = members(&structure);
    let member = prop_oneof![1 => members, 4 => extra];
    let intact = object(member.boxed(), 5)
        .prop_map(String::into_bytes)
        .boxed();
    let damaged = (intact.clone(), damage()).prop_map(|(body, damage)| damaged(body, damage));
    prop_oneof![8 => intact, 2 => damaged, 1 => body("AgentStatus")].boxed()
}

/// Generates error codes as in bodies and headers.
pub(crate) fn code() -> impl Strategy<Value = String> {
    let code = prop_oneof![9 => select(CODES).prop_map(String::from), 1 => "[A-Za-z]{0,12}"];
    (
        select(&["", "", "com.amazonaws.connect#"][..]),
        code,
        select(&["", "", ":http://a/#b"][..]),
    )
        .prop_map(|(before, code, after)| format!("{before}{code}{after}"))
}

/// Codes of modeled errors, of unknown errors, and of errors that the runtime retries.
const CODES: &[&str] = &[
    "AccessDeniedException",
    "InternalServiceException",
    "InvalidParameterException",
    "InvalidRequestException",
    "ResourceNotFoundException",
    "ThrottlingException",
    "SlowDown",
    "",
];

const CODE_KEYS: &[&str] = &["__type", "code", "Code", "c\\u006fde"];
const MESSAGE_KEYS: &[&str] = &[
    "message",
    "Message",
    "errorMessage",
    "MESSAGE",
    "Mess\\u0061ge",
];

/// Generates a value of a shape.
fn value(target: &str) -> BoxedStrategy<String> {
    let shape = &MODEL["shapes"][target];
    let target_of = |part: &str| {
        shape[part]["target"]
            .as_str()
            .unwrap_or_default()
            .to_owned()
    };
    match shape["type"].as_str() {
        Some("structure") => structure(shape),
        Some("union") => object(members(shape), 2),
        Some("list") => array(right_or_wrong(value(&target_of("member")))),
        Some("map") => {
            let value = right_or_wrong(value(&target_of("value")));
            object(
                (string(), value)
                    .prop_map(|(key, value)| format!("{key}:{value}"))
                    .boxed(),
                2,
            )
        }
        Some("enum") => prop_oneof![3 => enum_name(shape), 1 => string()].boxed(),
        Some("integer" | "long" | "double" | "timestamp") => number(),
        // Shapes of the prelude aren't in the model; only strings occur.
        Some("string") | None => string(),
        Some(other) => panic!("{target}: no bodies for the type {other} yet"),
    }
}

/// Generates members in model order with some missing, or in any order with some repeated.
fn structure(shape: &Value) -> BoxedStrategy<String> {
    let in_order: Vec<_> = entries(shape)
        .into_iter()
        .map(|entry| prop::option::weighted(0.8, entry))
        .collect();
    let in_order = (in_order, space()).prop_map(|(members, space)| {
        let members: Vec<_> = members.into_iter().flatten().collect();
        format!("{{{space}{}}}", members.join(","))
    });
    prop_oneof![2 => in_order, 1 => object(members(shape), 6)].boxed()
}

fn members(shape: &Value) -> BoxedStrategy<String> {
    let mut all: Vec<_> = entries(shape).into_iter().map(|entry| (2, entry)).collect();
    let unknown = (select(UNKNOWN_KEYS), anything());
    let unknown = unknown.prop_map(|(key, value)| format!("\"{key}\":{value}"));
    all.push((1, unknown.boxed()));
    Union::new_weighted(all).boxed()
}

fn entries(shape: &Value) -> Vec<BoxedStrategy<String>> {
    let members = shape["members"].as_object().into_iter().flatten();
    let entry = |(name, member): (&String, &Value)| {
        let target = member["target"].as_str().unwrap_or_default();
        let value = right_or_wrong(value(target));
        (spelled(name), space(), value)
            .prop_map(|(name, space, value)| format!("\"{name}\"{space}:{space}{value}"))
            .boxed()
    };
    members.map(entry).collect()
}

/// Generates a key, sometimes with its first letter escaped.
fn spelled(name: &str) -> impl Strategy<Value = String> + use<> {
    let escaped = format!("\\u{:04x}{}", name.as_bytes()[0], &name[1..]);
    prop_oneof![15 => Just(name.to_owned()), 1 => Just(escaped)]
}

fn enum_name(shape: &Value) -> BoxedStrategy<String> {
    let members = shape["members"].as_object().into_iter().flatten();
    let names: Vec<_> = members.map(|(name, _)| format!("\"{name}\"")).collect();
    select(names).boxed()
}

fn right_or_wrong(right: BoxedStrategy<String>) -> BoxedStrategy<String> {
    prop_oneof![30 => right, 2 => Just("null".to_owned()), 1 => anything()].boxed()
}

fn anything() -> BoxedStrategy<String> {
    let leaf = prop_oneof![
        number(),
        string(),
        select(&["null", "true", "false", "{}", "[]", ""][..]).prop_map(String::from),
        (0..60_usize).prop_map(|depth| "[".repeat(depth) + &"]".repeat(depth)),
        (0..60_usize).prop_map(|depth| "{\"a\":".repeat(depth) + "1" + &"}".repeat(depth)),
    ];
    let in_array = array(leaf.clone().boxed());
    let entry = leaf.clone().prop_map(|value| format!("\"Number\":{value}"));
    prop_oneof![4 => leaf, 1 => in_array, 1 => object(entry.boxed(), 2)].boxed()
}

fn array(item: BoxedStrategy<String>) -> BoxedStrategy<String> {
    (vec(item, 0..3), space())
        .prop_map(|(items, space)| format!("[{space}{}{space}]", items.join(",")))
        .boxed()
}

fn object(member: BoxedStrategy<String>, most: usize) -> BoxedStrategy<String> {
    (vec(member, 0..=most), space())
        .prop_map(|(members, space)| format!("{{{}{space}}}", members.join(&format!("{space},"))))
        .boxed()
}

fn string() -> BoxedStrategy<String> {
    let piece = prop_oneof![40 => select(PIECES), 1 => select(INVALID_PIECES)];
    vec(piece, 0..4)
        .prop_map(|pieces| format!("\"{}\"", pieces.concat()))
        .boxed()
}

/// Generates numbers: small and large ones, fractions, times.
fn number() -> BoxedStrategy<String> {
    prop_oneof![
        4 => (-1000..1000_i32).prop_map(|number| number.to_string()),
        1 => any::<i64>().prop_map(|number| number.to_string()),
        1 => any::<f64>().prop_map(|number| format!("{number:e}")),
        3 => (0..4_000_000_000_u32, 0..1000).prop_map(|(seconds, millis)| format!("{seconds}.{millis:03}")),
        1 => "-?[0-9]{0,25}(\\.[0-9]{0,12})?([eE][+-]?[0-9]{0,3})?",
        2 => select(NUMBERS).prop_map(String::from),
    ]
    .boxed()
}

fn space() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![6 => Just(""), 1 => select(&[" ", "\n\t", "\r\n  "][..])]
}

const UNKNOWN_KEYS: &[&str] = &[
    "Unknown",
    "name",
    "__type",
    "",
    "Unkn\\u006fwn",
    "Unkn\\xown",
];
