//! Feature `serde`: JSON in, values of every kind out, and out of these the same JSON again.
#![allow(dead_code, reason = "the macros make more than these tests call")]

use std::collections::HashMap;

use aws_smithy_types::{BigDecimal, BigInteger, Blob, DateTime, Document};
use serde_json::{Value, json};

use crate::error::BuildError;
use crate::json::{Members, key};
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

#[derive(Default)]
struct ValuesBuilder {
    must: Option<String>,
    standard: Option<i32>,
    zero: Option<i32>,
    truth: Option<bool>,
    tiny: Option<i8>,
    long: Option<i64>,
    ratio: Option<f32>,
    weight: Option<f64>,
    integer: Option<BigInteger>,
    decimal: Option<BigDecimal>,
    data: Option<Blob>,
    modified: Option<DateTime>,
    created: Option<DateTime>,
    expires: Option<Vec<DateTime>>,
    extra: Option<Document>,
    kind: Option<ThingKind>,
    inner: Option<Box<Values>>,
    choice: Option<Choice>,
    names: Option<Vec<String>>,
    levels: Option<Vec<Option<i32>>>,
    by_kind: Option<HashMap<ThingKind, Vec<String>>>,
    sparse: Option<HashMap<String, Option<i64>>>,
}

const MISSING: &str = "must was not specified but it is required when building Values";

impl Values {
    fn builder() -> ValuesBuilder {
        ValuesBuilder::default()
    }
}

impl ValuesBuilder {
    fn build(self) -> Result<Values, BuildError> {
        Ok(Values {
            must: self.must.ok_or_else(|| BuildError::missing_field("must", MISSING))?,
            standard: self.standard.unwrap_or(7),
            zero: self.zero.unwrap_or_default(),
            truth: self.truth,
            tiny: self.tiny,
            long: self.long,
            ratio: self.ratio,
            weight: self.weight,
            integer: self.integer,
            decimal: self.decimal,
            data: self.data,
            modified: self.modified,
            created: self.created,
            expires: self.expires,
            extra: self.extra,
            kind: self.kind,
            inner: self.inner,
            choice: self.choice,
            names: self.names,
            levels: self.levels,
            by_kind: self.by_kind,
            sparse: self.sparse,
        })
    }
}

impl Members for Values {
    const MEMBERS: &'static [&'static str] = &[
        key!("must"),
        key!("standard"),
        key!("zero"),
        key!("Truth"),
        key!("Tiny"),
        key!("Long"),
        key!("Ratio"),
        key!("Weight"),
        key!("Integer"),
        key!("Decimal"),
        key!("Data"),
        key!("Modified"),
        key!("Created"),
        key!("Expires"),
        key!("Extra"),
        key!("Kind"),
        key!("Inner"),
        key!("Choice"),
        key!("Names"),
        key!("Levels"),
        key!("ByKind"),
        key!("Sparse"),
    ];
}

crate::runtime::serde::structure! {
    try_build tests::runtime_serde::Values { must = value, standard = value, zero = nonzero, truth, tiny, long, ratio, weight, integer, decimal, data, modified, created as DateTime, expires as HttpDate, extra, kind, inner, choice, names, levels, by_kind, sparse }
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

impl Members for Choice {
    const MEMBERS: &'static [&'static str] =
        &[key!("Number"), key!("Since"), key!("Values"), key!("Nothing")];
}

crate::runtime::serde::union! {
    tests::runtime_serde::Choice { Number(_), Since(_) as DateTime, Values(_), Nothing }
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

const NUMBER: &str = "$serde_json::private::Number";

#[test]
fn what_is_read_leniently_is_written_in_one_way() {
    let cases = [
        (json!({ "Truth": null, "Names": null, "Inner": null, "New": [{}] }), json!({})),
        (json!({ "standard": null, "zero": null }), json!({})),
        (json!({ "zero": 0 }), json!({})),
        (json!({ "Long": 3.0, "Tiny": 1e1 }), json!({ "Long": 3, "Tiny": 10 })),
        // This is what serde_json makes of numbers if its feature `arbitrary_precision` is enabled.
        (
            json!({ "Weight": { NUMBER: "1.5e+2" }, "Long": { NUMBER: "-7" } }),
            json!({ "Weight": 150.0, "Long": -7 }),
        ),
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
    assert!(read(&json!({})).unwrap_err().contains(MISSING));
    assert!(read(&json!({ "must": null })).unwrap_err().contains(MISSING));
    let cases = [
        (json!({ "must": 1 }), "must: expected a string, found a number"),
        (json!({ "Truth": "true" }), "Truth: expected a boolean, found a string"),
        (json!({ "Tiny": 128 }), "Tiny: expected a whole number in the range of its type"),
        (json!({ "Long": "7" }), "Long: expected a number, found a string"),
        (json!({ "Weight": { NUMBER: "1e400" } }), "number out of range"),
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
