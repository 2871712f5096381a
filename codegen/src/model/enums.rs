//! Makes enum shapes out of lists of values: those of Smithy's deprecated `enum` trait, and those of botocore's strings.

use std::collections::BTreeSet;

use serde_json::Value;

use super::traits::{Deprecated, EnumDefinition};
use super::{Member, Model, Shape, ShapeId, ShapeKind, SimpleKind, Traits};
use crate::signs;

/// Replaces every string that has the `enum` trait by an enum shape, as Smithy does with models of all versions:
/// <https://smithy.io/2.0/spec/constraint-traits.html#enum-trait>.
///
/// AWS's models of version 2.0 still use the trait in a quarter of the services.
pub(super) fn upgrade(model: &mut Model) {
    model.shapes.values_mut().for_each(upgrade_shape);
}

fn upgrade_shape(shape: &mut Shape) {
    if !matches!(shape.kind, ShapeKind::Simple(SimpleKind::String)) {
        return;
    }
    if let Some(definitions) = shape.traits.enum_definition.take() {
        shape.kind = ShapeKind::Enum(members(definitions));
    }
}

/// Returns the members of the enum with these values, in the same order.
///
/// Values that have no name get one that is made from the value.
pub(super) fn members(definitions: Vec<EnumDefinition>) -> Vec<Member> {
    let fixed = definitions.iter().filter_map(fixed_name);
    let mut taken: BTreeSet<String> = fixed.map(str::to_owned).collect();
    definitions
        .into_iter()
        .map(|definition| {
            let name = match fixed_name(&definition) {
                Some(name) => name.to_owned(),
                None => unique(&mut taken, made_up_name(&definition.value)),
            };
            member(name, definition)
        })
        .collect()
}

/// Returns the given name, or the value if that is a name already. Made-up names must not take these.
fn fixed_name(definition: &EnumDefinition) -> Option<&str> {
    let value = definition.value.as_str();
    let own = || (made_up_name(value) == value).then_some(value);
    definition.name.as_deref().or_else(own)
}

fn member(name: String, definition: EnumDefinition) -> Member {
    let mut traits = Traits {
        documentation: definition.documentation,
        deprecated: definition.deprecated.then(Deprecated::default),
        enum_value: Some(Value::String(definition.value)),
        ..Traits::default()
    };
    if !definition.tags.is_empty() {
        let id = "smithy.api#tags".to_owned();
        traits.other.insert(id, Value::from(definition.tags));
    }
    Member {
        name,
        target: ShapeId::from("smithy.api#Unit"),
        traits,
    }
}

/// Makes a Smithy identifier from a value.
///
/// Most of AWS's values are identifiers already. In the others, each run of characters that an identifier can't contain
/// becomes `_`: `ar-AE` becomes `ar_AE`. AWS writes `AR_AE`, which gives the same name in Rust. If nothing would remain,
/// every character is spelled out: `<=` becomes `less_equal`.
fn made_up_name(value: &str) -> String {
    if !value.contains(|c: char| c.is_ascii_alphanumeric()) {
        let spelled_out = signs::spelled_out(value);
        let words = spelled_out.split('_').filter(|word| !word.is_empty());
        return words.collect::<Vec<_>>().join("_");
    }
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

/// Numbers the second and all further constants of the same name; values may differ in punctuation alone.
fn unique(taken: &mut BTreeSet<String>, name: String) -> String {
    let numbered = (2..).map(|number| format!("{name}_{number}"));
    let free = std::iter::once(name.clone())
        .chain(numbered)
        .find(|name| !taken.contains(name))
        .expect("there are more numbers than values");
    taken.insert(free.clone());
    free
}
