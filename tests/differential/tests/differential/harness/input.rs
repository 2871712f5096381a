//! Inputs of the three operations as plain values that are independent of both crates, and random ones.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// The input of one of the operations. Every member can be missing, whether it is required or not.
#[derive(Debug, Clone)]
pub(crate) enum Input {
    Metrics(Metrics),
    Statuses(Search),
    Groups(Search),
}

/// The input of GetContactMetrics. A metric is its name, which can be missing as well.
#[derive(Debug, Clone)]
pub(crate) struct Metrics {
    pub(crate) instance_id: Option<String>,
    pub(crate) contact_id: Option<String>,
    pub(crate) metrics: Option<Vec<Option<String>>>,
}

/// The input of both searches.
#[derive(Debug, Clone, Default)]
pub(crate) struct Search {
    pub(crate) instance_id: Option<String>,
    pub(crate) next_token: Option<String>,
    pub(crate) max_results: Option<i32>,
    /// The filter and its attribute filter.
    pub(crate) filter: Option<Option<AttributeFilter>>,
    pub(crate) criteria: Option<Criteria>,
}

#[derive(Debug, Clone)]
pub(crate) struct AttributeFilter {
    pub(crate) or: Option<Vec<AndCondition>>,
    pub(crate) and: Option<AndCondition>,
    pub(crate) tag: Option<Tag>,
}

#[derive(Debug, Clone)]
pub(crate) struct AndCondition {
    pub(crate) tags: Option<Vec<Tag>>,
    pub(crate) group: Option<GroupCondition>,
}

#[derive(Debug, Clone)]
pub(crate) struct Tag {
    pub(crate) key: Option<String>,
    pub(crate) value: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct GroupCondition {
    pub(crate) value: Option<String>,
    pub(crate) match_type: Option<String>,
}

/// The criteria of both searches. Criteria for agent statuses have no group condition.
#[derive(Debug, Clone, Default)]
pub(crate) struct Criteria {
    pub(crate) or: Option<Vec<Criteria>>,
    pub(crate) and: Option<Vec<Criteria>>,
    pub(crate) string: Option<StringCondition>,
    pub(crate) group: Option<GroupCondition>,
}

#[derive(Debug, Clone)]
pub(crate) struct StringCondition {
    pub(crate) field: Option<String>,
    pub(crate) value: Option<String>,
    pub(crate) comparison: Option<String>,
}

impl Input {
    /// Returns a valid input of each operation.
    pub(crate) fn samples() -> [Self; 3] {
        let id = || Some("instance".to_owned());
        let search = || Search {
            instance_id: id(),
            ..Search::default()
        };
        [
            Self::Metrics(Metrics {
                instance_id: id(),
                contact_id: Some("contact".to_owned()),
                metrics: Some(vec![Some("POSITION_IN_QUEUE".to_owned())]),
            }),
            Self::Statuses(search()),
            Self::Groups(search()),
        ]
    }
}

/// Generates an input of any operation.
pub(crate) fn input() -> impl Strategy<Value = Input> {
    prop_oneof![
        metrics().prop_map(Input::Metrics),
        search().prop_map(Input::Statuses),
        search().prop_map(Input::Groups),
    ]
}

/// Generates criteria that are nested to this depth.
pub(crate) fn nested(depth: usize, text: &str) -> Criteria {
    let innermost = Criteria {
        string: Some(StringCondition {
            field: Some("Name".to_owned()),
            value: Some(text.to_owned()),
            comparison: None,
        }),
        ..Criteria::default()
    };
    (0..depth).fold(innermost, |inner, level| match level % 2 {
        0 => Criteria {
            and: Some(vec![inner]),
            ..Criteria::default()
        },
        _ => Criteria {
            or: Some(vec![Criteria::default(), inner]),
            ..Criteria::default()
        },
    })
}

fn metrics() -> impl Strategy<Value = Metrics> {
    (
        often(text()),
        often(text()),
        often(vec(often(name()), 0..3)),
    )
        .prop_map(|(instance_id, contact_id, metrics)| Metrics {
            instance_id,
            contact_id,
            metrics,
        })
}

fn search() -> impl Strategy<Value = Search> {
    let filter = of(of(attribute_filter()));
    let criteria = of(prop_oneof![
        8 => criteria(),
        1 => (0..40_usize, text()).prop_map(|(depth, text)| nested(depth, &text)),
    ]);
    (often(text()), of(text()), of(number()), filter, criteria).prop_map(
        |(instance_id, next_token, max_results, filter, criteria)| Search {
            instance_id,
            next_token,
            max_results,
            filter,
            criteria,
        },
    )
}

fn attribute_filter() -> impl Strategy<Value = AttributeFilter> {
    (
        of(vec(and_condition(), 0..3)),
        of(and_condition()),
        of(tag()),
    )
        .prop_map(|(or, and, tag)| AttributeFilter { or, and, tag })
}

fn and_condition() -> impl Strategy<Value = AndCondition> {
    (of(vec(tag(), 0..3)), of(group_condition()))
        .prop_map(|(tags, group)| AndCondition { tags, group })
}

fn tag() -> impl Strategy<Value = Tag> {
    (of(text()), of(text())).prop_map(|(key, value)| Tag { key, value })
}

fn group_condition() -> impl Strategy<Value = GroupCondition> {
    (of(text()), of(name())).prop_map(|(value, match_type)| GroupCondition { value, match_type })
}

fn criteria() -> impl Strategy<Value = Criteria> {
    let leaf =
        (of(string_condition()), of(group_condition())).prop_map(|(string, group)| Criteria {
            string,
            group,
            ..Criteria::default()
        });
    leaf.prop_recursive(4, 24, 3, |inner| {
        let list = of(vec(inner.clone(), 0..3));
        (list.clone(), list, inner).prop_map(|(or, and, leaf)| Criteria { or, and, ..leaf })
    })
}

fn string_condition() -> impl Strategy<Value = StringCondition> {
    (of(text()), of(text()), of(name())).prop_map(|(field, value, comparison)| StringCondition {
        field,
        value,
        comparison,
    })
}

/// Generates a value in nine of ten cases, for members without which no request is sent.
fn often<T: Strategy>(value: T) -> impl Strategy<Value = Option<T::Value>>
where
    T::Value: Clone,
{
    prop::option::weighted(0.9, value)
}

fn number() -> impl Strategy<Value = i32> {
    prop_oneof![
        3 => 0..200_i32,
        1 => any::<i32>(),
        1 => select(&[i32::MIN, -1, 0, i32::MAX][..]),
    ]
}

/// Generates a name of an enum, or an unknown one.
fn name() -> impl Strategy<Value = String> {
    let names = &[
        "POSITION_IN_QUEUE",
        "EXACT",
        "CONTAINS",
        "STARTS_WITH",
        "WITH_CHILD_GROUPS",
        "",
    ];
    prop_oneof![5 => select(&names[..]).prop_map(String::from), 1 => text()]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[ -~]{0,20}",
        2 => "\\PC{0,12}",
        2 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
        2 => vec(select(&PIECES[..]), 0..5).prop_map(|pieces| pieces.concat()),
    ]
}

/// Text that must be escaped, or looks like it.
const PIECES: [&str; 18] = [
    "\"", "\\", "/", "\u{8}", "\u{c}", "\n", "\r", "\t", "\0", "\u{1f}", "\u{7f}", "\u{2028}", "é",
    "😀", "\u{feff}", "<&>", "\\u0041", "eight by",
];
