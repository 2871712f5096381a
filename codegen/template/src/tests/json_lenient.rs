//! Tests of the feature `lenient`: `cargo test -p smithy-slim-template --features lenient json`.

use aws_smithy_types::{BigDecimal, BigInteger, DateTime};

use super::json_sample::{Group, Kind, Metric, read};
use crate::json::JsonReader;

/// Reads the value as the member of the sample shape.
fn member(name: &str, value: &str) -> Group {
    let body = format!("{{\"{name}\": {value}, \"Total\": 7}}");
    let group = read(&body).expect(&body);
    assert_eq!(group.total, Some(7), "what follows is read: {body}");
    group
}

fn times(name: &str, value: &str) -> [Option<DateTime>; 3] {
    let Group { modified, created, expires, .. } = member(name, value);
    [modified, created, expires]
}

#[test]
fn timestamps_are_read_in_any_format() {
    let second = DateTime::from_secs(1_795_610_126);
    let fraction = DateTime::from_secs_and_nanos(1_795_610_126, 500_000_000);
    let cases = [
        ("1795610126", second),
        ("1795610126.5", fraction),
        ("\"1795610126\"", second),
        ("\"1795610126.5\"", fraction),
        ("\"1.795610126e9\"", second),
        ("\"2026-11-25T12:35:26Z\"", second),
        ("\"2026-11-25T12:35:26.500000+00:00\"", fraction),
        ("\"2026-11-25T14:35:26+02:00\"", second),
        ("\"2026-11-25T11:05:26-01:30\"", second),
        ("\"2026-11-25T12:35:26.5\"", fraction),
        ("\"2026-11-25 12:35:26\"", second),
        ("\"2026-11-25 12:35:26.500000\"", fraction),
        ("\"2026-11-25 14:35:26+02:00\"", second),
        ("\"2026-11-25T14:35:26\\u002b02:00\"", second),
        ("\"Wed, 25 Nov 2026 12:35:26 GMT\"", second),
    ];
    for (value, expected) in cases {
        assert_eq!(times("Modified", value), [Some(expected), None, None], "{value}");
        assert_eq!(times("Created", value), [None, Some(expected), None], "{value}");
        assert_eq!(times("Expires", value), [None, None, Some(expected)], "{value}");
    }
}

#[test]
fn other_values_are_rejected_as_timestamps() {
    let values = [
        "\"\"",
        "\"now\"",
        "\"NaN\"",
        "\"Infinity\"",
        "\"25/11/2026, 10:55:37\"",
        "\"2026-11-25\"",
        "\"2026-11-25_12:35:26\"",
        "\"2026-13-25T12:35:26\"",
        "\"2026-11-2é 12:35:26\"",
        "1e400",
        "true",
        "[]",
    ];
    for name in ["Modified", "Created", "Expires"] {
        for value in values {
            let body = format!("{{\"{name}\":{value}}}");
            read(&body).expect_err(&body);
        }
        assert_eq!(times(name, "null"), [None; 3]);
    }
}

#[test]
fn numbers_are_read_from_text() {
    assert_eq!(member("Tiny", "\"-128\"").tiny, Some(-128));
    assert_eq!(member("Small", "\"\\u0031\"").small, Some(1));
    assert_eq!(member("Order", "\"2000\"").order, Some(2000));
    assert_eq!(member("Sparse", "{\"a\":\"9223372036854775807\"}").sparse.unwrap()["a"], Some(i64::MAX));
    assert_eq!(member("Ratio", "\"1.5\"").ratio, Some(1.5_f32.to_bits()));
    assert_eq!(member("Weight", "\"-2e-3\"").weight, Some((-2e-3_f64).to_bits()));
    assert_eq!(member("Weight", "\"-Infinity\"").weight, Some(f64::NEG_INFINITY.to_bits()));
    let integer: BigInteger = "123456789012345678901234567890".parse().expect("digits");
    let json = format!(" \"{}\"", integer.as_ref());
    assert_eq!(JsonReader::new(json.as_bytes()).big_integer().expect("a number"), Some(integer));
    let decimal: BigDecimal = "1.50".parse().expect("a number");
    assert_eq!(JsonReader::new(b"\"1.50\"").big_decimal().expect("a number"), Some(decimal));
}

#[test]
fn other_text_is_rejected_as_a_number() {
    let values = ["\"\"", "\"-\"", "\"x\"", "\"1 \"", "\"1,000\"", "\"0x10\"", "\"1.2.3\""];
    for name in ["Tiny", "Order", "Weight"] {
        for value in values {
            let body = format!("{{\"{name}\":{value}}}");
            read(&body).expect_err(&body);
        }
    }
    for body in [r#"{"Tiny":"128"}"#, r#"{"Order":"1.5"}"#, r#"{"Order":"NaN"}"#, r#"{"Order":true}"#] {
        read(body).expect_err(body);
    }
    for value in ["\"\"", "\"1.2.3\"", "\"1e400\"", "true"] {
        JsonReader::new(value.as_bytes()).big_decimal().expect_err(value);
    }
}

#[test]
fn text_is_read_from_numbers_and_booleans() {
    for value in ["true", "false", "2000", "-1.50", "1e3", "12345678901234567890123"] {
        assert_eq!(member("Arn", value).arn.as_deref(), Some(value));
        assert_eq!(member("Kind", value).kind, Some(Kind::from(value)));
        let label = member("Metric", &format!("{{\"Label\":{value}}}")).metric;
        assert_eq!(label.as_deref(), Some(&Metric::Label(value.to_owned())));
    }
    let tags = member("Tags", "{\"a\":1,\"b\":null}").tags.unwrap();
    assert_eq!(tags.into_iter().collect::<Vec<_>>(), [("a".to_owned(), "1".to_owned())]);
}

#[test]
fn other_values_are_rejected_as_text() {
    for value in ["{}", "[]", "tru", "truer", "1.2.3", "-", "nul"] {
        for name in ["Arn", "Kind"] {
            let body = format!("{{\"{name}\":{value}}}");
            read(&body).expect_err(&body);
        }
    }
    for body in [r#"{"Active":"true"}"#, r#"{"Active":1}"#, r#"{"Data":1}"#, r#"{1:"x"}"#] {
        read(body).expect_err(body);
    }
}
