//! Turns the ways of Smithy 1.0 into those of 2.0: `enum` traits into enum shapes, unboxed numbers into defaults.

use serde_json::Value;

use super::traits::{Deprecated, EnumDefinition};
use super::{Member, Model, Shape, ShapeId, ShapeKind, SimpleKind, Traits};

/// The rules: <https://smithy.io/2.0/guides/migrating-idl-1-to-2.html>.
pub(super) fn upgrade(model: &mut Model) {
    for shape in model.shapes.values_mut() {
        upgrade_enum(shape);
    }
    let defaults = zero_defaults(model);
    for (id, index, value) in defaults {
        let shape = model
            .shapes
            .get_mut(&id)
            .expect("the ID was just read from the model");
        if let ShapeKind::Structure(members) = &mut shape.kind {
            members[index].traits.default = Some(value);
        }
    }
}

/// A string with an `enum` trait becomes an enum whose members are named after names or values.
fn upgrade_enum(shape: &mut Shape) {
    if !matches!(shape.kind, ShapeKind::Simple(SimpleKind::String)) {
        return;
    }
    if let Some(definitions) = shape.traits.enum_definition.take() {
        shape.kind = ShapeKind::Enum(definitions.into_iter().map(enum_member).collect());
    }
}

fn enum_member(definition: EnumDefinition) -> Member {
    let traits = Traits {
        documentation: definition.documentation,
        deprecated: definition.deprecated.then(Deprecated::default),
        enum_value: Some(Value::String(definition.value.clone())),
        ..Traits::default()
    };
    let name = definition.name.unwrap_or(definition.value);
    Member {
        name,
        target: ShapeId::from("smithy.api#Unit"),
        traits,
    }
}

/// The structure members that 1.0 takes to be zero if absent: numbers and booleans nobody boxed.
fn zero_defaults(model: &Model) -> Vec<(ShapeId, usize, Value)> {
    let mut defaults = Vec::new();
    for (id, shape) in &model.shapes {
        for (index, member) in shape.structure_members().iter().enumerate() {
            if let Some(value) = zero_default(model, member) {
                defaults.push((id.clone(), index, value));
            }
        }
    }
    defaults
}

fn zero_default(model: &Model, member: &Member) -> Option<Value> {
    let target = model.get(&member.target)?;
    if member.traits.boxed.is_some()
        || target.traits.boxed.is_some()
        || member.traits.default.is_some()
    {
        return None;
    }
    match target.kind {
        ShapeKind::Simple(kind) => zero(kind),
        ShapeKind::IntEnum(_) => Some(Value::from(0)),
        _ => None,
    }
}

fn zero(kind: SimpleKind) -> Option<Value> {
    match kind {
        SimpleKind::Boolean => Some(Value::Bool(false)),
        SimpleKind::Byte
        | SimpleKind::Short
        | SimpleKind::Integer
        | SimpleKind::Long
        | SimpleKind::Float
        | SimpleKind::Double => Some(Value::from(0)),
        SimpleKind::Blob
        | SimpleKind::String
        | SimpleKind::BigInteger
        | SimpleKind::BigDecimal
        | SimpleKind::Timestamp
        | SimpleKind::Document => None,
    }
}
