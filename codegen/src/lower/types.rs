//! Types: the Rust type of a target, and the shapes that become types of their own.

use serde_json::Value;

use super::{Context, deprecation, docs, names, structure};
use crate::ir::{self, MapKey, RustName, Type, WireName};
use crate::model::traits::{TimestampFormat, Traits};
use crate::model::{Member, Shape, ShapeId, ShapeKind, SimpleKind};

/// Lowers a shape of the closure into the list where it belongs.
pub(super) fn lower_shape(context: &mut Context<'_>, id: &ShapeId, lowered: &mut ir::Crate) {
    let model = context.model;
    let Some(shape) = model.get(id) else { return };
    match &shape.kind {
        ShapeKind::Structure(_) if shape.traits.error.is_some() => {
            context.errors.insert(id.clone());
        }
        ShapeKind::Structure(_) => lowered
            .structures
            .push(structure::lower_shared(context, id)),
        ShapeKind::Union(members) => lowered
            .unions
            .push(lower_union(context, id, shape, members)),
        ShapeKind::Enum(members) => lowered.enums.push(lower_enum(context, id, shape, members)),
        ShapeKind::Simple(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => {}
    }
}

fn lower_union(
    context: &mut Context<'_>,
    id: &ShapeId,
    shape: &Shape,
    members: &[Member],
) -> ir::Union {
    let variants: Vec<ir::Variant> = members
        .iter()
        .map(|member| lower_variant(context, id, member))
        .collect();
    ir::Union {
        shape: id.clone(),
        name: context.type_ref(id).name,
        docs: docs(&shape.traits),
        deprecated: deprecation(&shape.traits),
        variants,
        usage: context.usage(id),
    }
}

fn lower_variant(context: &mut Context<'_>, id: &ShapeId, member: &Member) -> ir::Variant {
    let name = names::variant(&member.name);
    ir::Variant {
        shape: id.member(&member.name),
        snake: names::snake(name.as_str()),
        name,
        wire: wire_name(member),
        ty: (!member.target.is_unit())
            .then(|| target_type(context, member, TimestampFormat::EpochSeconds)),
        boxed: false,
        docs: docs(&member.traits),
        deprecated: deprecation(&member.traits),
        sensitive: is_sensitive(context, member),
    }
}

/// Lowers an enum. The values are in the order of their wire names, as in the official SDK.
fn lower_enum(context: &Context<'_>, id: &ShapeId, shape: &Shape, members: &[Member]) -> ir::Enum {
    let mut members: Vec<(&str, &Member)> = members
        .iter()
        .filter_map(|member| Some((enum_value(member)?, member)))
        .collect();
    members.sort_by_key(|(value, _)| *value);
    let mut values: Vec<ir::EnumValue> = Vec::new();
    for (value, member) in members {
        let value = lower_enum_value(value, member, &values);
        values.push(value);
    }
    ir::Enum {
        shape: id.clone(),
        name: context.type_ref(id).name,
        docs: docs(&shape.traits),
        deprecated: deprecation(&shape.traits),
        values,
        sensitive: shape.traits.sensitive.is_some(),
    }
}

fn enum_value(member: &Member) -> Option<&str> {
    member.traits.enum_value.as_ref().and_then(Value::as_str)
}

/// Lowers a value; its name differs from those of the values before it.
fn lower_enum_value(value: &str, member: &Member, before: &[ir::EnumValue]) -> ir::EnumValue {
    let has_name = member
        .name
        .contains(|next: char| next.is_ascii_alphanumeric());
    let name = if has_name { &member.name } else { value };
    let is_taken = |name: &RustName| before.iter().any(|other| other.name == *name);
    ir::EnumValue {
        name: names::distinct_variant(name, is_taken),
        wire: WireName::new(value),
        docs: docs(&member.traits),
        deprecated: deprecation(&member.traits),
    }
}

/// The name of a member in JSON.
pub(super) fn wire_name(member: &Member) -> WireName {
    WireName::new(member.traits.json_name.as_deref().unwrap_or(&member.name))
}

/// A member is sensitive if it says so, or if what it targets says so.
pub(super) fn is_sensitive(context: &Context<'_>, member: &Member) -> bool {
    let target = context.model.get(&member.target);
    member.traits.sensitive.is_some()
        || target.is_some_and(|shape| is_sensitive_value(context, shape))
}

/// Whether a value of this shape is to be hidden as a whole; structures and unions hide their own members.
fn is_sensitive_value(context: &Context<'_>, shape: &Shape) -> bool {
    let nested = |member: &Member| {
        let target = context.model.get(&member.target);
        let is_container =
            |shape: &&Shape| !matches!(shape.kind, ShapeKind::Structure(_) | ShapeKind::Union(_));
        member.traits.sensitive.is_some()
            || target
                .filter(is_container)
                .is_some_and(|shape| is_sensitive_value(context, shape))
    };
    shape.traits.sensitive.is_some()
        || match &shape.kind {
            ShapeKind::List(member) => nested(member),
            ShapeKind::Map { key, value } => nested(key) || nested(value),
            ShapeKind::Simple(_)
            | ShapeKind::Enum(_)
            | ShapeKind::IntEnum(_)
            | ShapeKind::Structure(_)
            | ShapeKind::Union(_)
            | ShapeKind::Service(_)
            | ShapeKind::Resource(_)
            | ShapeKind::Operation(_) => false,
        }
}

/// The type of what `member` targets. `timestamp` is the format of the place if no trait says otherwise.
pub(super) fn target_type(
    context: &Context<'_>,
    member: &Member,
    timestamp: TimestampFormat,
) -> Type {
    let model = context.model;
    let shape = model
        .get(&member.target)
        .expect("targets are checked before lowering");
    match &shape.kind {
        ShapeKind::Simple(SimpleKind::Timestamp) => {
            Type::Timestamp(timestamp_format(&member.traits, &shape.traits, timestamp))
        }
        ShapeKind::Simple(SimpleKind::Blob) if shape.traits.streaming.is_some() => Type::ByteStream,
        ShapeKind::Simple(kind) => simple_type(*kind),
        ShapeKind::Enum(_) => Type::Enum(context.type_ref(&member.target)),
        ShapeKind::IntEnum(_) => Type::Integer,
        ShapeKind::List(item) => {
            let sparse = shape.traits.sparse.is_some();
            Type::List {
                member: Box::new(target_type(context, item, timestamp)),
                sparse,
            }
        }
        ShapeKind::Map { key, value } => {
            let sparse = shape.traits.sparse.is_some();
            Type::Map {
                key: map_key(context, key),
                value: Box::new(target_type(context, value, timestamp)),
                sparse,
            }
        }
        ShapeKind::Structure(_) => Type::Structure(context.type_ref(&member.target)),
        ShapeKind::Union(_) => Type::Union(context.type_ref(&member.target)),
        ShapeKind::Service(_) | ShapeKind::Resource(_) | ShapeKind::Operation(_) => {
            unreachable!("member targets are checked before lowering")
        }
    }
}

fn timestamp_format(member: &Traits, target: &Traits, place: TimestampFormat) -> TimestampFormat {
    member
        .timestamp_format
        .or(target.timestamp_format)
        .unwrap_or(place)
}

fn map_key(context: &Context<'_>, key: &Member) -> MapKey {
    match context.model.get(&key.target).map(|shape| &shape.kind) {
        Some(ShapeKind::Enum(_)) => MapKey::Enum(context.type_ref(&key.target)),
        _ => MapKey::String,
    }
}

fn simple_type(kind: SimpleKind) -> Type {
    match kind {
        SimpleKind::Blob => Type::Blob,
        SimpleKind::Boolean => Type::Boolean,
        SimpleKind::String => Type::String,
        SimpleKind::Byte => Type::Byte,
        SimpleKind::Short => Type::Short,
        SimpleKind::Integer => Type::Integer,
        SimpleKind::Long => Type::Long,
        SimpleKind::Float => Type::Float,
        SimpleKind::Double => Type::Double,
        SimpleKind::BigInteger => Type::BigInteger,
        SimpleKind::BigDecimal => Type::BigDecimal,
        SimpleKind::Timestamp => Type::Timestamp(TimestampFormat::EpochSeconds),
        SimpleKind::Document => Type::Document,
    }
}
