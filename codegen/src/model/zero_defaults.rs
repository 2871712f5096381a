//! Adds the defaults of zero that a Smithy 1.0 model implies for numbers and booleans without the `box` trait.

use serde_json::Value;

use super::{Member, Model, ShapeId, ShapeKind, SimpleKind};

/// The rules: <https://smithy.io/2.0/guides/migrating-idl-1-to-2.html>.
pub(super) fn upgrade(model: &mut Model) {
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

/// Returns the structure members that are zero in version 1.0 if they are absent, each with its zero.
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
