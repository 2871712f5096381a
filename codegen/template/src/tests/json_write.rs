//! The writer: byte for byte what the official one writes.

use std::collections::HashMap;

use aws_smithy_types::{Blob, DateTime, Document, Number};
use proptest::{collection::vec, option, prelude::*};

use super::{
    json_official,
    json_sample::{Group, Kind, Metric, read, write},
};

#[test]
fn nothing_is_written_for_members_without_value() {
    assert_eq!(write(&Group::default()).as_deref(), Ok("{}"));
}

#[test]
fn commas_and_brackets() {
    let group = Group {
        arn: Some("{".to_owned()),
        order: Some(5),
        groups: Some(vec![Group::default(), Group::default()]),
        levels: Some(vec![None, Some(1)]),
        metric: Some(Box::new(Metric::Label("[".to_owned()))),
        ..Group::default()
    };
    let expected = r#"{"Arn":"{","Order":5,"Groups":[{},{}],"Levels":[null,1],"Metric":{"Label":"["}}"#;
    assert_eq!(write(&group).as_deref(), Ok(expected));
}

/// The search for special characters goes by words of eight bytes: wherever in one they stand, next to whatever.
#[test]
fn every_character_at_every_place() {
    let characters = ('\0'..='\u{a0}').chain(['\u{2028}', '😀']);
    for (character, other) in characters.flat_map(|c| [(c, 'x'), (c, ' '), (c, 'é'), (c, '"')]) {
        for length in 0..19 {
            for place in 0..=length {
                let mut text: Vec<char> = vec![other; length];
                text.insert(place, character);
                let arn = Some(String::from_iter(text));
                let group = Group { arn, ..Group::default() };
                let json = write(&group).expect("no union, no timestamp");
                assert_eq!(Ok(&json), json_official::write(&group).as_ref());
                assert_eq!(read(json).expect("just written"), group);
            }
        }
    }
}

#[test]
fn the_first_error_wins() {
    let group = Group {
        groups: Some(vec![Group { metric: Some(Box::new(Metric::Unknown)), ..Group::default() }]),
        metric: Some(Box::new(Metric::Unknown)),
        ..Group::default()
    };
    let error = write(&group).expect_err("an unknown variant");
    assert!(error.contains("Metric::Unknown"), "{error}");
    assert_eq!(Err(error), json_official::write(&group));
}

#[test]
fn floats_are_written_shortest() {
    let cases = [
        (1.0, "1.0"),
        (-0.0, "-0.0"),
        (1e15, "1000000000000000.0"),
        (1e16, "1e16"),
        (5e-324, "5e-324"),
        (f64::MAX, "1.7976931348623157e308"),
        (f64::NAN, "\"NaN\""),
        (f64::NEG_INFINITY, "\"-Infinity\""),
    ];
    for (float, expected) in cases {
        let group = Group { weight: Some(f64::to_bits(float)), ..Group::default() };
        assert_eq!(write(&group), Ok(format!("{{\"Weight\":{expected}}}")));
    }
}

#[test]
fn deep_values_survive() {
    let mut group = Group::default();
    for _ in 0..1000 {
        group = Group { groups: Some(vec![group]), ..Group::default() };
    }
    assert_eq!(write(&group).map(|json| json.len()), Ok(1000 * 13 + 2));
}

proptest! {
    #[test]
    fn writes_what_the_official_writer_writes(group in group(3)) {
        prop_assert_eq!(write(&group), json_official::write(&group));
    }

    #[test]
    fn strings_come_back(arn in text()) {
        let group = Group { arn: Some(arn), ..Group::default() };
        let json = write(&group).expect("no union, no timestamp");
        prop_assert_eq!(read(json).expect("just written"), group);
    }
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![".*", "[\u{0}-\u{7f}]{0,40}", vec(any::<char>(), 0..20).prop_map(String::from_iter)]
}

fn time() -> impl Strategy<Value = DateTime> {
    let seconds = prop_oneof![3 => -100_000_000_000..300_000_000_000_i64, 1 => any::<i64>()];
    let nanos = prop_oneof![Just(0), 0..1_000_000_000_u32, (0..1000_u32).prop_map(|ms| ms * 1_000_000)];
    (seconds, nanos).prop_map(|(seconds, nanos)| DateTime::from_secs_and_nanos(seconds, nanos))
}

fn document() -> impl Strategy<Value = Document> {
    let leaf = prop_oneof![
        Just(Document::Null),
        any::<bool>().prop_map(Document::Bool),
        any::<u64>().prop_map(|value| Document::Number(Number::PosInt(value))),
        any::<i64>().prop_map(|value| Document::Number(Number::NegInt(value))),
        any::<f64>().prop_map(|value| Document::Number(Number::Float(value))),
        text().prop_map(Document::String),
    ];
    leaf.prop_recursive(3, 12, 3, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..3).prop_map(Document::Array),
            prop::collection::hash_map(text(), inner, 0..3).prop_map(Document::Object),
        ]
    })
}

fn group(depth: u32) -> BoxedStrategy<Group> {
    let scalars = (
        option::of(text()),
        option::of(text().prop_map(|kind| Kind::from(&*kind))),
        option::of(any::<i8>()),
        option::of(any::<i16>()),
        option::of(any::<i32>()),
        option::of(any::<i64>()),
        option::of(any::<u32>()),
        option::of(any::<u64>()),
        option::of(any::<bool>()),
        option::of(vec(any::<u8>(), 0..20).prop_map(Blob::new)),
    );
    let times = (option::of(time()), option::weighted(0.2, time()), option::weighted(0.2, time()));
    let maps = (
        option::of(prop::collection::hash_map(text(), text(), 0..4)),
        option::of(vec(option::of(any::<i32>()), 0..4)),
        option::of(prop::collection::hash_map(text(), option::of(any::<i64>()), 0..4)),
        option::of(document()),
    );
    let (groups, metric) = match depth {
        0 => (Just(None).boxed(), Just(None).boxed()),
        _ => (
            option::of(vec(group(depth - 1), 0..3)).boxed(),
            option::of(metric(depth - 1).prop_map(Box::new)).boxed(),
        ),
    };
    (scalars, times, maps, groups, metric)
        .prop_map(|(scalars, times, maps, groups, metric)| {
            let (arn, kind, tiny, small, order, total, ratio, weight, active, data) = scalars;
            let (modified, created, expires) = times;
            let (tags, levels, sparse, extra) = maps;
            let by_kind = tags.as_ref().map(|tags: &HashMap<String, String>| {
                let lists = tags.iter().map(|(key, value)| (Kind::from(&**key), vec![value.clone()]));
                lists.collect()
            });
            Group {
                arn,
                kind,
                tiny,
                small,
                order,
                total,
                ratio,
                weight,
                active,
                data,
                modified,
                created,
                expires,
                extra,
                tags,
                groups,
                levels,
                by_kind,
                sparse,
                metric,
            }
        })
        .boxed()
}

fn metric(depth: u32) -> impl Strategy<Value = Metric> {
    prop_oneof![
        4 => any::<u64>().prop_map(Metric::Number),
        4 => text().prop_map(Metric::Label),
        2 => group(depth).prop_map(|group| Metric::Group(Box::new(group))),
        1 => Just(Metric::Unknown),
    ]
}
