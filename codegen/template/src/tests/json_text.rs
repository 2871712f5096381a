//! Random JSON, mostly such as the sample shapes expect, and random damage to it.

use proptest::{collection::vec, prelude::*, sample::select};

/// A body for the sample shape; every tenth member or so has a value of another kind, or a name of none.
pub(super) fn body() -> impl Strategy<Value = String> {
    (object(member(3)), spaces()).prop_map(|(object, space)| space.to_owned() + &object + space)
}

/// A body after some bytes of it have been replaced, inserted, doubled or cut off.
pub(super) fn damaged(body: impl Strategy<Value = String>) -> impl Strategy<Value = Vec<u8>> {
    let damage = (any::<prop::sample::Index>(), 0..8_u8, any::<u8>(), select(FRAGMENTS));
    (body, vec(damage, 1..3)).prop_map(|(body, damages)| {
        let mut body = body.into_bytes();
        for (index, kind, byte, fragment) in damages {
            let at = index.index(body.len() + 1);
            match kind {
                0 => body.truncate(at),
                1 => body.insert(at, byte),
                2 => body.extend_from_within(at..),
                3 => body.truncate(body.len().saturating_sub(1)),
                4 if at < body.len() => body[at] = byte,
                5 if at < body.len() => drop(body.remove(at)),
                _ => drop(body.splice(at..at, fragment.bytes())),
            }
        }
        body
    })
}

/// Tokens in no order.
pub(super) fn soup() -> impl Strategy<Value = String> {
    vec(select(FRAGMENTS), 0..12).prop_map(|fragments| fragments.concat())
}

/// A body of an error response.
pub(super) fn error_body() -> impl Strategy<Value = String> {
    let key = select(&["code", "__type", "message", "Message", "errorMessage", "c\\u006fde", "other"][..]);
    let member = (key, prop_oneof![4 => string(), 1 => scalar(), 1 => object(member(1))])
        .prop_map(|(key, value)| format!("\"{key}\":{value}"));
    prop_oneof![8 => object(member.boxed()), 1 => scalar(), 1 => soup()]
}

const FRAGMENTS: &[&str] = &[
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    " ",
    "\n",
    "null",
    "true",
    "false",
    "nul",
    "tru",
    "1",
    "-",
    "0",
    "1.5",
    "e5",
    "-0",
    "\"a\"",
    "\"Arn\":",
    "\"Arn\":\"x\",",
    "\"Arn\":null,",
    "\"Order\":1,",
    "\"Metric\":{\"Number\":1}",
    "\"\\u00\"",
    "\\ud800",
    "\u{feff}",
    "\u{1}",
    "é",
    "+",
    "/",
    "''",
    "NaN",
    "\"Groups\":[{}]",
];

pub(super) const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "1",
    "-1",
    "127",
    "128",
    "-128",
    "-129",
    "32767",
    "32768",
    "2147483647",
    "2147483648",
    "-2147483648",
    "-2147483649",
    "999999999999999999",
    "1000000000000000000",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "18446744073709551615",
    "18446744073709551616",
    "-18446744073709551616",
    "1.0",
    "1e3",
    "1E+2",
    "1e-2",
    "-0.0",
    "0.1",
    "3.4028236e38",
    "1e39",
    "1e308",
    "1e309",
    "-1e309",
    "5e-324",
    "1e-400",
    "007",
    "-007",
    "1.",
    "-.5",
    ".5",
    "1.2.3",
    "1e5e5",
    "1e",
    "1e+",
    "-",
    "--1",
    "-+5",
    "+5",
    "1+2",
    "1-",
    "0x1",
    "1_0",
    "1f",
    "9223372036854775808.0",
    "1737036926.918",
    "1737036926.9999999999",
    "253402300800",
    "-62135596801",
    "1e18",
    "9007199254740993",
    "\"NaN\"",
    "\"Infinity\"",
    "\"-Infinity\"",
    "\"inf\"",
    "\"nan\"",
    "\"1e999\"",
    "\"1\"",
    "\"\\u004eaN\"",
    "1null",
    "1\"",
    "1}",
    "2147483647.0",
    "2147483648.0",
    "1.5",
];

pub(super) const PIECES: &[&str] = &[
    "a",
    "b c",
    "eight by",
    "a longer piece of plain text, of some bytes",
    "é",
    "😀",
    "\u{7f}",
    "/",
    "\\n",
    "\\t",
    "\\\"",
    "\\\\",
    "\\/",
    "\\b\\f\\r",
    "\\u0041",
    "\\u00e9",
    "\\uD83D\\uDE00",
    "\\u0000",
    "{",
    "}",
    "[",
    ",",
    ":",
];

pub(super) const BAD_PIECES: &[&str] = &[
    "\\x",
    "\\u12",
    "\\u12g4",
    "\\u+123",
    "\\ud83d",
    "\\ud83dx",
    "\\ud83d\\n",
    "\\ud83d\\u0041",
    "\\ude00",
    "\\ud83d\\ue000",
    "\u{1}",
    "\n",
    "\\\u{1}",
    "\\\u{e9}",
    "\\ud83d\\ud83d",
    "\\U0041",
    "\\u\"",
];

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
    let piece = prop_oneof![60 => select(PIECES), 1 => select(BAD_PIECES)];
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
