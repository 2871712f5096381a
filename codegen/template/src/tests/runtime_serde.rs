//! Feature `serde`: JSON in, values of every kind out, and out of these the same JSON again.
#![allow(dead_code, reason = "the macros make more than these tests call")]

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};
use serde_json::{Value, json};

use crate::primitives::tagged_union::tagged_union;
use crate::runtime::builder::builder;
use crate::types::{Thing, ThingFilter, ThingKind};

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Values {
    pub must: String,
    pub standard: i32,
    pub zero: i32,
    pub truth: Option<bool>,
    pub tiny: Option<i8>,
    pub long: Option<i64>,
    pub ratio: Option<f32>,
    pub weight: Option<f64>,
    pub integer: Option<BigInteger>,
    pub decimal: Option<BigDecimal>,
    pub data: Option<Blob>,
    pub modified: Option<DateTime>,
    pub created: Option<DateTime>,
    pub expires: Option<Vec<DateTime>>,
    pub extra: Option<Document>,
    pub kind: Option<ThingKind>,
    pub inner: Option<Box<Values>>,
    pub choice: Option<Choice>,
    pub names: Option<Vec<String>>,
    pub levels: Option<Vec<Option<i32>>>,
    pub by_kind: Option<HashMap<ThingKind, Vec<String>>>,
    pub sparse: Option<HashMap<String, Option<i64>>>,
}

builder! {
    /// Builder of [`Values`].
    #[derive(Clone, Debug, Default, PartialEq)]
    ValuesBuilder tries Values;

    "must" => must, set_must, get_must: String = text, required;
    "standard" => standard, set_standard, get_standard: i32 = copy, default(7);
    "zero" => zero, set_zero, get_zero: i32 = copy, zero;
    "Truth" => truth, set_truth, get_truth: bool = copy;
    "Tiny" => tiny, set_tiny, get_tiny: i8 = copy;
    "Long" => long, set_long, get_long: i64 = copy;
    "Ratio" => ratio, set_ratio, get_ratio: f32 = copy;
    "Weight" => weight, set_weight, get_weight: f64 = copy;
    "Integer" => integer, set_integer, get_integer: BigInteger;
    "Decimal" => decimal, set_decimal, get_decimal: BigDecimal;
    "Data" => data, set_data, get_data: Blob;
    "Modified" => modified, set_modified, get_modified: DateTime;
    "Created" as DateTime => created, set_created, get_created: DateTime;
    "Expires" as HttpDate => expires, set_expires, get_expires: Vec<DateTime> = list(DateTime);
    "Extra" => extra, set_extra, get_extra: Document;
    "Kind" => kind, set_kind, get_kind: ThingKind;
    "Inner" => inner, set_inner, get_inner: Box<Values> = boxed(Values);
    "Choice" => choice, set_choice, get_choice: Choice;
    "Names" => names, set_names, get_names: Vec<String> = texts;
    "Levels" => levels, set_levels, get_levels: Vec<Option<i32>> = list(Option<i32>);
    "ByKind" => by_kind, set_by_kind, get_by_kind: HashMap<ThingKind, Vec<String>> = map(ThingKind, Vec<String>);
    "Sparse" => sparse, set_sparse, get_sparse: HashMap<String, Option<i64>> = map(impl Into<String>, Option<i64>);
}

#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Choice {
    Number(f64),
    Since(DateTime),
    Values(Box<Values>),
    Nothing,
    #[non_exhaustive]
    Unknown,
}

tagged_union! {
    Choice is one of;

    "Number" => Number, as_number, is_number: f64;
    "Since" as DateTime => Since, as_since, is_since: DateTime;
    "Values" => Values, as_values, is_values: Values;
    "Nothing" => Nothing, as_nothing, is_nothing;
}

fn read(json: &Value) -> Result<Values, String> {
    serde_json::from_str(&json.to_string()).map_err(|error| error.to_string())
}

/// An object with these members and what every one of [`Values`] has.
fn values(members: Value) -> Value {
    let mut all = json!({ "must": "", "standard": 7 });
    let (Value::Object(all_members), Value::Object(members)) = (&mut all, members) else {
        panic!("not an object");
    };
    all_members.extend(members);
    all
}

#[test]
fn what_is_read_is_written_again() {
    let cases = [
        json!({}),
        json!({ "must": "é\"\n", "standard": 0, "zero": -1, "Truth": false }),
        json!({ "Tiny": -128, "Long": 9_007_199_254_740_993_i64, "Ratio": 0.5, "Weight": 1e300 }),
        json!({ "Ratio": "Infinity", "Weight": "-Infinity" }),
        json!({ "Weight": "NaN" }),
        json!({ "Integer": 18_446_744_073_709_551_615_u64, "Decimal": 0.25 }),
        json!({ "Integer": "340282366920938463463374607431768211456", "Decimal": "1.00000000000000000001" }),
        json!({ "Data": "AAEC/w==", "Modified": 1_500_000_000, "Created": "1985-04-12T23:20:50.52Z" }),
        json!({ "Modified": -1.5, "Expires": ["Tue, 29 Apr 2014 18:30:38 GMT"] }),
        json!({ "Extra": { "a": [1, -1, 0.5, "x", true, null, {}] } }),
        json!({ "Kind": "WHOLE", "Inner": values(json!({ "Kind": "BRAND_NEW" })) }),
        json!({ "Choice": { "Number": 1.0 } }),
        json!({ "Choice": { "Since": "1970-01-01T00:00:01Z" } }),
        json!({ "Choice": { "Values": values(json!({})) } }),
        json!({ "Choice": { "Nothing": {} } }),
        json!({ "Choice": { "SDK_UNKNOWN_MEMBER": {} } }),
        json!({ "Names": ["a", ""], "Levels": [1, null], "ByKind": { "PART": ["a"], "NEW": [] } }),
        json!({ "Names": [], "Sparse": { "a": null, "b": 2 } }),
    ];
    for case in cases {
        let case = values(case);
        let read = read(&case).unwrap_or_else(|error| panic!("{case}: {error}"));
        assert_eq!(serde_json::to_value(&read).unwrap(), case, "{read:?}");
    }
}

#[test]
fn what_is_read_leniently_is_written_in_one_way() {
    let cases = [
        (json!({ "Truth": null, "Names": null, "Inner": null, "New": [{}] }), json!({})),
        (json!({ "standard": null, "zero": null }), json!({})),
        (json!({ "zero": 0 }), json!({})),
        (json!({ "Long": 3.0, "Tiny": 1e1 }), json!({ "Long": 3, "Tiny": 10 })),
        (json!({ "Extra": null }), json!({ "Extra": null })),
        (
            json!({ "Names": [null, "a", null], "ByKind": { "PART": null } }),
            json!({ "Names": ["a"], "ByKind": {} }),
        ),
        (json!({ "Created": "1985-04-12T23:20:50+01:00" }), json!({ "Created": "1985-04-12T22:20:50Z" })),
        (
            json!({ "Choice": { "__type": "x", "Since": null, "Nothing": 1 } }),
            json!({ "Choice": { "Nothing": {} } }),
        ),
        (json!({ "Choice": { "New": { "a": 1 } } }), json!({ "Choice": { "SDK_UNKNOWN_MEMBER": {} } })),
    ];
    for (case, expected) in cases {
        let read = read(&values(case.clone())).unwrap_or_else(|error| panic!("{case}: {error}"));
        assert_eq!(serde_json::to_value(&read).unwrap(), values(expected), "{case}");
    }
}

#[test]
fn what_cannot_be_read_is_named() {
    let missing = "must was not specified but it is required when building Values";
    assert!(read(&json!({})).unwrap_err().contains(missing));
    assert!(read(&json!({ "must": null })).unwrap_err().contains(missing));
    let cases = [
        (json!({ "must": 1 }), "must: expected a string, found a number"),
        (json!({ "Truth": "true" }), "Truth: expected a boolean, found a string"),
        (json!({ "Tiny": 128 }), "Tiny: expected a whole number in the range of its type"),
        (json!({ "Long": "7" }), "Long: expected a number, found a string"),
        (json!({ "Integer": "x" }), "Integer: expected a number"),
        (json!({ "Data": "*" }), "Data: expected base64"),
        (json!({ "Modified": "2020-01-01T00:00:00Z" }), "Modified: expected a timestamp, found a string"),
        (json!({ "Created": 1 }), "Created: expected a timestamp, found a number"),
        (json!({ "Expires": ["then"] }), "Expires: expected a timestamp"),
        (json!({ "Inner": { "must": [] } }), "Inner: must: expected a string, found an array"),
        (json!({ "Choice": {} }), "Choice: expected one variant of a union, found none"),
        (
            json!({ "Choice": { "Nothing": {}, "New": 1 } }),
            "Choice: expected one variant of a union, found two",
        ),
        (json!({ "Choice": { "Number": true } }), "Choice: Number: expected a number, found a boolean"),
        (json!({ "Names": {} }), "Names: expected an array, found an object"),
        (json!({ "ByKind": [] }), "ByKind: expected an object, found an array"),
    ];
    for (case, expected) in cases {
        let error = read(&values(case.clone())).unwrap_err();
        assert!(error.contains(expected), "{case}: {error}");
    }
    assert!(read(&json!(null)).unwrap_err().contains("expected a value, found null"));
}

#[test]
fn depth_is_limited() {
    let nested = |depth| (0..depth).fold(json!(0), |inner, _| json!([inner]));
    let read = |depth| serde_json::from_value::<Values>(values(json!({ "Extra": nested(depth) })));
    assert!(read(127).is_ok());
    let error = read(128).unwrap_err().to_string();
    assert_eq!(error, "expected at most 128 levels of nesting, found one more");
}

#[test]
fn every_kind_of_type_is_a_value() {
    let thing = Thing::builder().name("a").kind(ThingKind::Part).build().unwrap();
    let json = json!({ "Name": "a", "Kind": "PART" });
    assert_eq!(serde_json::to_value(&thing).unwrap(), json);
    assert_eq!(serde_json::from_value::<Thing>(json).unwrap(), thing);
    let filter = ThingFilter::Kind(ThingKind::Whole);
    assert_eq!(serde_json::to_string(&filter).unwrap(), r#"{"Kind":"WHOLE"}"#);
    assert_eq!(serde_json::from_str::<ThingFilter>(r#"{"Kind":"WHOLE"}"#).unwrap(), filter);
    assert_eq!(serde_json::to_string(&ThingKind::Part).unwrap(), r#""PART""#);
    assert_eq!(serde_json::from_str::<ThingKind>(r#""NEW""#).unwrap().as_str(), "NEW");
    assert!(serde_json::from_str::<ThingKind>("null").is_err());
    assert_eq!(serde_json::from_str::<Option<ThingKind>>("null").unwrap(), None);
}
