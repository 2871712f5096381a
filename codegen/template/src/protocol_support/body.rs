//! Compares bodies by what they mean, as far as their media type says.

use aws_smithy_types::base64;
use serde_json::Value;

use super::{cbor, tree};

/// Fails if a body isn't the one expected. A case has bytes that aren't text in base64.
pub(crate) fn assert_same(media_type: &str, actual: &[u8], expected: &str) {
    let media_type = media_type.split(';').next().unwrap_or_default().trim_end();
    let text = String::from_utf8_lossy(actual);
    match media_type {
        _ if expected.is_empty() => assert_eq!(text, expected),
        "application/cbor" => assert_same_cbor(actual, expected),
        "application/x-www-form-urlencoded" => {
            let (actual, expected) = (tree::of_form(&text), tree::of_form(expected));
            assert!(actual.is_same(&expected), "{actual:#?} isn't {expected:#?}");
        }
        _ if media_type.ends_with("json") => assert_same_json(&text, expected),
        _ if media_type.ends_with("xml") => {
            let (actual, expected) = (tree::of_xml(&text), tree::of_xml(expected));
            assert!(actual.is_same(&expected), "{actual:#?} isn't {expected:#?}");
        }
        _ if base64::decode(expected).ok().as_deref() == Some(actual) => {}
        _ => assert_eq!(text, expected),
    }
}

fn assert_same_cbor(actual: &[u8], expected: &str) {
    let expected = base64::decode(expected).expect("a body in base64");
    let (actual, expected) = (cbor::decode(actual), cbor::decode(&expected));
    assert!(actual.is_same(&expected), "{actual:#?} isn't {expected:#?}");
}

fn assert_same_json(actual: &str, expected: &str) {
    let parse = |text: &str| serde_json::from_str::<Value>(text).expect("JSON");
    let (actual, expected) = (parse(actual), parse(expected));
    assert!(same_json(&actual, &expected), "{actual:#} isn't {expected:#}");
}

/// Whether values are the same; numbers are if their values are, as `1` and `1.0`.
fn same_json(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Number(a), Value::Number(b)) => a == b || a.as_f64() == b.as_f64(),
        (Value::Array(a), Value::Array(b)) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_json(a, b))
        }
        (Value::Object(a), Value::Object(b)) => {
            let same = |(key, a)| b.get(key).is_some_and(|b| same_json(a, b));
            a.len() == b.len() && a.iter().all(same)
        }
        (a, b) => a == b,
    }
}
