//! Names for the constants of an enum, of which botocore has only the values.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::{Member, ShapeId, Traits};

/// The members of the enum of these values, in their order.
///
/// A value that is a name already is its own, as in most of AWS's models. In any other value everything that can't be
/// in a name becomes `_`: `ar-AE` is `ar_AE`. AWS writes `AR_AE`, which makes no difference to a name in Rust.
pub(super) fn members(values: Vec<String>) -> Vec<Member> {
    let mut taken = BTreeSet::new();
    values
        .into_iter()
        .map(|value| {
            let name = unique(&mut taken, name(&value));
            member(name, value)
        })
        .collect()
}

fn name(value: &str) -> String {
    let mut name = String::with_capacity(value.len() + 1);
    if !value.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_') {
        name.push('_');
    }
    for c in value.chars() {
        match c {
            c if c.is_ascii_alphanumeric() => name.push(c),
            _ if name.ends_with('_') && c != '_' => {}
            _ => name.push('_'),
        }
    }
    name
}

/// Numbers the second and further constants of a name; values may differ in signs alone.
fn unique(taken: &mut BTreeSet<String>, name: String) -> String {
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let free = std::iter::once(name.clone())
        .chain(numbered)
        .find(|name| !taken.contains(name))
        .expect("there are more numbers than values");
    taken.insert(free.clone());
    free
}

fn member(name: String, value: String) -> Member {
    Member {
        name,
        target: ShapeId::from("smithy.api#Unit"),
        traits: Traits {
            enum_value: Some(Value::String(value)),
            ..Traits::default()
        },
    }
}
