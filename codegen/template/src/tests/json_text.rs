//! Random JSON, mostly such as the sample shapes expect, and random damage to it.

use json_text_cases::{FRAGMENTS, INVALID_PIECES, NUMBERS, PIECES, damage};
use proptest::{collection::vec, prelude::*, sample::select};

/// A body for the sample shape; every tenth member or so has a value of another kind, or a name of none.
pub(super) fn body() -> impl Strategy<Value = String> {
    (object(member(3)), spaces()).prop_map(|(object, space)| space.to_owned() + &object + space)
}

/// A body after some bytes of it have been replaced, inserted, repeated or removed.
pub(super) fn damaged(body: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<u8>> {
    (body.prop_map(String::into_bytes), vec(damage(), 1..3))
        .prop_map(|(body, damages)| damages.into_iter().fold(body, json_text_cases::damaged))
}

/// Tokens in random order.
pub(super) fn random_tokens() -> impl Strategy<Value = String> {
    vec(select(FRAGMENTS), 0..12).prop_map(|fragments| fragments.concat())
}

/// A body of an error response.
pub(super) fn error_body() -> impl Strategy<Value = String> {
    let key = select(&["code", "__type", "message", "Message", "errorMessage", "c\\u006fde", "other"][..]);
    let member = (key, prop_oneof![4 => string(), 1 => scalar(), 1 => object(member(1))])
        .prop_map(|(key, value)| format!("\"{key}\":{value}"));
    prop_oneof![8 => object(member.boxed()), 1 => scalar(), 1 => random_tokens()]
}

pub(super) const TIMES: &[&str] = &[
    "\"1985-04-12T23:20:50.52Z\"",
    "\"1985-04-12T23:20:50.52+01:00\"",
    "\"1985-04-12\"",
    "\"Tue, 29 Apr 2014 18:30:38 GMT\"",
    "\"Tue, 29 Apr 2014 18:30:38.123 GMT\"",
    "\"\\u0031985-04-12T23:20:50Z\"",
    "\"\"",
    "\"0000-00-00T00:00:00Z\"",
];

pub(super) const BLOBS: &[&str] =
    &["\"aGVsbG8=\"", "\"aGVsbG8\"", "\"\"", "\"aGVsbG8\\/\"", "\"aGVs\\u0062G8=\"", "\"a===\""];

fn member(depth: u32) -> BoxedStrategy<String> {
    let inner = match depth {
        0 => scalar().boxed(),
        _ => object(member(depth - 1)).boxed(),
    };
    let any_value =
        prop_oneof![4 => scalar(), 1 => array(scalar()), 1 => object(entry(&["Arn", "x"], scalar()))].boxed();
    let metric = object(
        prop_oneof![
            3 => entry(&["Number"], number()),
            3 => entry(&["Label"], string()),
            2 => entry(&["Group"], inner.clone()),
            2 => entry(&["Label", "__type", "Other", "Oth\\xer", "Number"], null()),
            1 => entry(&["__type", "Other", "Oth\\xer"], any_value.clone()),
        ]
        .boxed(),
    );
    prop_oneof![
        4 => entry(&["Arn", "Kind", "Ar\\u006e"], string()),
        6 => entry(&["Tiny", "Small", "Order", "Total", "Ratio", "Weight", "Modified"], number()),
        1 => entry(&["Active"], select(&["true", "false", "truex", "1"][..]).prop_map(String::from).boxed()),
        1 => entry(&["Data"], select(BLOBS).prop_map(String::from).boxed()),
        2 => entry(&["Created", "Expires"], select(TIMES).prop_map(String::from).boxed()),
        2 => entry(&["Extra", "Unknown", "arn", "Unkn\\xown"], any_value.clone()),
        2 => entry(&["Tags"], object(entry(&["a", "b", "\\u0061"], string_or_null()))),
        2 => entry(&["Groups"], array(inner)),
        1 => entry(&["Levels"], array(prop_oneof![number(), null()].boxed())),
        1 => entry(&["ByKind"], object(entry(&["CUSTOM", "x"], array(string_or_null())))),
        1 => entry(&["Sparse"], object(entry(&["a", "b"], prop_oneof![number(), null()].boxed()))),
        3 => entry(&["Metric"], metric),
        1 => entry(&["Arn", "Order", "Active", "Extra", "Tags", "Groups", "Metric", "Modified"], null()),
        1 => entry(&["Arn", "Order", "Active", "Extra", "Tags", "Groups", "Metric", "Levels"], any_value),
    ]
    .boxed()
}

fn entry(keys: &'static [&'static str], value: BoxedStrategy<String>) -> BoxedStrategy<String> {
    (select(keys), spaces(), value)
        .prop_map(|(key, space, value)| format!("\"{key}\"{space}:{space}{value}"))
        .boxed()
}

fn object(member: BoxedStrategy<String>) -> BoxedStrategy<String> {
    (vec(member, 0..4), spaces())
        .prop_map(|(members, space)| {
            format!("{{{space}{}{space}}}", members.join(&format!("{space},{space}")))
        })
        .boxed()
}

fn array(item: BoxedStrategy<String>) -> BoxedStrategy<String> {
    (vec(item, 0..4), spaces())
        .prop_map(|(items, space)| format!("[{space}{}{space}]", items.join(&format!("{space},{space}"))))
        .boxed()
}

fn scalar() -> BoxedStrategy<String> {
    prop_oneof![number(), string_or_null(), select(&["true", "false"][..]).prop_map(String::from)].boxed()
}

fn number() -> BoxedStrategy<String> {
    prop_oneof![
        4 => (-1000..1000_i32).prop_map(|number| number.to_string()),
        1 => any::<i64>().prop_map(|number| number.to_string()),
        1 => any::<f64>().prop_map(|number| format!("{number:e}")),
        1 => (0..4_000_000_000_u32, 0..1000).prop_map(|(seconds, millis)| format!("{seconds}.{millis:03}")),
        1 => "-?[0-9]{0,25}(\\.[0-9]{0,12})?([eE][+-]?[0-9]{0,3})?",
        2 => select(NUMBERS).prop_map(String::from),
    ]
    .boxed()
}

fn string() -> BoxedStrategy<String> {
    let piece = prop_oneof![60 => select(PIECES), 1 => select(INVALID_PIECES)];
    vec(piece, 0..6).prop_map(|pieces| format!("\"{}\"", pieces.concat())).boxed()
}

fn string_or_null() -> BoxedStrategy<String> {
    prop_oneof![4 => string(), 1 => null()].boxed()
}

fn null() -> BoxedStrategy<String> {
    Just("null".to_owned()).boxed()
}

fn spaces() -> impl Strategy<Value = &'static str> + Clone {
    prop_oneof![4 => Just(""), 1 => select(&[" ", "\n\t", "\r\n  "][..])]
}
