//! The reader on bodies written by hand: what it accepts, what it refuses and with which words.

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Document};

use super::json_sample::{Group, Kind, Metric, read};
use crate::json::JsonReader;

#[test]
fn members_in_order_out_of_order_and_unknown() {
    let expected =
        Group { arn: Some("a".to_owned()), kind: Some(Kind::Custom), order: Some(-3), ..Group::default() };
    let bodies = [
        r#"{"Arn":"a","Kind":"CUSTOM","Order":-3}"#,
        r#"{"Order":-3,"Kind":"CUSTOM","Arn":"a"}"#,
        r#" { "Ar\u006e" : "a" , "New" : [{"x":[1,"\q"]}] , "Kind" : "CUSTOM" , "Order" : -3 } "#,
        r#"{"Arn":"b","Arn":"a","Kind":"x","Order":1,"Order":-3,"Kind":"CUSTOM"}"#,
        r#"{"Arn":"a","Active":true,"Active":null,"Kind":"CUSTOM","Order":-3,"Total":null}"#,
    ];
    for body in bodies {
        assert_eq!(read(body).expect(body), expected, "{body}");
    }
}

#[test]
fn empty_bodies() {
    assert_eq!(read("").expect("no bytes"), Group::default());
    assert_eq!(read("{}").expect("no members"), Group::default());
    assert!(read(" ").is_err());
}

#[test]
fn errors_say_what_and_where() {
    let cases = [
        (" ", "invalid JSON at byte 1: expected an object or null, found the end"),
        ("{} x", "invalid JSON at byte 3: expected the end, found 'x'"),
        ("{\"Arn\" 1}", "invalid JSON at byte 7: expected a colon, found '1'"),
        ("{\"Arn\":[]}", "invalid JSON at byte 7: expected a string or null, found '['"),
        ("{\"Arn\":\"\n\"}", "invalid JSON at byte 8: expected the rest of a string, found byte 0x0a"),
        ("{\"Arn\":\"a\\x\"}", "invalid JSON at byte 9: expected an escaped character, found another"),
        (
            "{\"Order\":1.5}",
            "invalid JSON at byte 12: expected a whole number in the range of its type, found Float(1.5)",
        ),
        ("{\"Order\":1 1}", "invalid JSON at byte 11: expected a comma or the closing bracket, found '1'"),
        ("{\"Metric\":{}}", "invalid JSON at byte 10: expected one variant of a union, found none"),
        ("{\"x\":1.2.3}", "invalid JSON at byte 5: expected a number, found '1.2.3'"),
    ];
    for (body, message) in cases {
        assert_eq!(read(body).expect_err(body).to_string(), message);
    }
}

#[test]
fn errors_have_a_source() {
    let error = read(r#"{"Created":"yesterday"}"#).expect_err("no timestamp");
    assert!(std::error::Error::source(&error).is_some(), "{error}");
    assert_eq!(size_of_val(&error), size_of::<usize>());
}

#[test]
fn invalid_utf8_is_an_error_wherever_it_stands() {
    for body in [
        &b"{\"Arn\":\"\xff\"}"[..],
        b"{\"\xff\":1}",
        b"{\"Other\":\"\xff\"}",
        b"{\"Other\":[\"\\\xff\"]}",
        b"{}\xff",
        b"\xef\xbb\xbf{}",
    ] {
        assert!(read(body).is_err(), "{}", body.escape_ascii());
    }
}

#[test]
fn nesting_is_limited() {
    let nested = |prefix: &str, open: &str, close: &str, levels: usize| {
        format!("{{\"{prefix}\":{}{}}}", open.repeat(levels), close.repeat(levels))
    };
    for prefix in ["Other", "Extra"] {
        assert!(read(nested(prefix, "[", "]", 127)).is_ok(), "{prefix}");
        assert!(read(nested(prefix, "[", "]", 128)).is_err(), "{prefix}");
        assert!(read(nested(prefix, "[", "", 1_000_000)).is_err(), "{prefix}");
    }
    assert!(read(nested("Groups", "[{\"Groups\":", "}]", 10) + "x").is_err());
    let groups = |levels| {
        let (open, close) = ("{\"Groups\":[".repeat(levels), "]}".repeat(levels));
        read(open + &close)
    };
    assert!(groups(64).is_ok());
    let error = groups(65).expect_err("130 levels");
    assert!(error.to_string().contains("128 levels"), "{error}");
}

#[test]
fn siblings_do_not_count_as_nesting() {
    let body = format!("{{\"Other\":[{}0]}}", "[],[0],{},{\"a\":1},".repeat(1000));
    assert_eq!(read(body).expect("flat"), Group::default());
}

#[test]
fn lists_and_maps_dense_and_sparse() {
    let group = read(
        r#"{"Tags":{"a":"1","b":null,"a":null},"Groups":[null,{}],"Levels":[1,null],
            "ByKind":{"CUSTOM":["x",null],"OTHER":[]},"Sparse":{"a":1,"b":null}}"#,
    )
    .expect("valid");
    let by_kind = [(Kind::Custom, vec!["x".to_owned()]), (Kind::from("OTHER"), vec![])];
    let sparse = [("a".to_owned(), Some(1)), ("b".to_owned(), None)];
    let expected = Group {
        tags: Some(HashMap::from([("a".to_owned(), "1".to_owned())])),
        groups: Some(vec![Group::default()]),
        levels: Some(vec![Some(1), None]),
        by_kind: Some(HashMap::from(by_kind)),
        sparse: Some(HashMap::from(sparse)),
        ..Group::default()
    };
    assert_eq!(group, expected);
}

#[test]
fn unions() {
    let metric =
        |json: &str| read(format!("{{\"Metric\":{json}}}")).map(|group| group.metric.map(|metric| *metric));
    let label = Metric::Label("x".to_owned());
    let cases = [
        ("null", None),
        (r#"{"Label":"x"}"#, Some(label.clone())),
        (r#"{"__type":"M","Number":null,"Label":"x","Bad\q":null}"#, Some(label)),
        (r#"{"New":{"a":[]}}"#, Some(Metric::Unknown)),
    ];
    for (json, expected) in cases {
        assert_eq!(metric(json).expect(json), expected, "{json}");
    }
    for json in ["{}", r#"{"Label":null}"#, r#"{"Label":"x","New":1}"#, r#"{"Bad\q":1}"#, "[]"] {
        assert!(metric(json).is_err(), "{json}");
    }
}

#[test]
fn documents() {
    let group = read(r#"{"Extra":{"a":[null,true,-1,1.5,"x"]}}"#).expect("valid");
    let items = vec![
        Document::Null,
        Document::Bool(true),
        Document::from(-1),
        Document::from(1.5),
        Document::from("x"),
    ];
    let object = HashMap::from([("a".to_owned(), Document::Array(items))]);
    assert_eq!(group.extra, Some(Document::Object(object)));
    let null = read(r#"{"Extra":null}"#).expect("valid").extra;
    assert_eq!(null, Some(Document::Null));
}

#[test]
fn big_numbers_keep_their_digits() {
    let integer = |json: &str| JsonReader::new(json.as_bytes()).big_integer();
    let decimal = |json: &str| JsonReader::new(json.as_bytes()).big_decimal();
    let digits = "123456789012345678901234567890";
    let big: BigInteger = digits.parse().expect("digits");
    assert_eq!(integer(digits).expect("digits"), Some(big));
    let small: BigDecimal = "-1.50e-9".parse().expect("decimal");
    let read = decimal(" -1.50e-9 ").expect("decimal").expect("not null");
    assert_eq!(read.as_ref(), small.as_ref());
    assert_eq!(integer("null").expect("null"), None);
    assert!(integer("1.5").is_err());
    assert_eq!(decimal("\"1\"").is_err(), cfg!(not(feature = "lenient")));
    assert!(decimal("\"x\"").is_err());
}
