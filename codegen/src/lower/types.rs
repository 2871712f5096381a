//! Lowers the types of members, unions and enums.

use super::{Context, deprecation, docs, names};
use crate::ir::{self, Binding, MapKey, RustName, Type, WireName};
use crate::model::traits::TimestampFormat;
use crate::model::{self, SimpleKind};
use crate::select::shapes::{Kind, Member, Shape, Target};

/// Lowers a union of `types`.
pub(super) fn lower_union<'a>(
    context: &Context<'a>,
    target: Target<'a>,
    members: &[Member<'a>],
) -> ir::Union {
    let traits = context.selection.shapes[target].traits;
    let variants: Vec<ir::Variant> = members
        .iter()
        .map(|member| lower_variant(context, member))
        .collect();
    ir::Union {
        shape: target.id().clone(),
        name: context.type_ref(target).name,
        docs: docs(traits),
        deprecated: deprecation(traits),
        variants,
        usage: context.usage(target),
    }
}

fn lower_variant<'a>(context: &Context<'a>, member: &Member<'a>) -> ir::Variant {
    let name = names::variant(member.name);
    let ty = target_type(context, member, &Binding::Body);
    ir::Variant {
        shape: member.id.clone(),
        snake: names::snake(name.as_str()),
        name,
        wire: context.wire_name(member),
        layout: context.layout(member),
        ty: (!member.target.id().is_unit()).then_some(ty),
        boxed: false,
        docs: docs(member.traits),
        deprecated: deprecation(member.traits),
        sensitive: is_sensitive(context, member),
    }
}

/// Lowers an enum of `types`. The values are sorted by their wire names, as in the official SDK.
pub(super) fn lower_enum<'a>(
    context: &Context<'a>,
    target: Target<'a>,
    members: &[model::Member],
) -> ir::Enum {
    let traits = context.selection.shapes[target].traits;
    let mut members: Vec<(&str, &model::Member)> = members
        .iter()
        .filter_map(|member| Some((member.enum_value()?, member)))
        .collect();
    members.sort_by_key(|(value, _)| *value);
    let mut values: Vec<ir::EnumValue> = Vec::new();
    for (value, member) in members {
        let value = lower_enum_value(value, member, &values);
        values.push(value);
    }
    ir::Enum {
        shape: target.id().clone(),
        name: context.type_ref(target).name,
        docs: docs(traits),
        deprecated: deprecation(traits),
        values,
        sensitive: traits.sensitive.is_some(),
    }
}

/// Lowers a value; its name differs from those of the values before it.
fn lower_enum_value(
    value: &str,
    member: &model::Member,
    before: &[ir::EnumValue],
) -> ir::EnumValue {
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

/// Whether a member is sensitive, by itself or because of its target.
pub(super) fn is_sensitive(context: &Context<'_>, member: &Member<'_>) -> bool {
    let target = &context.selection.shapes[member.target];
    member.traits.sensitive.is_some() || is_sensitive_value(context, target)
}

/// Whether values of this shape are hidden as a whole. Structures and unions hide their own members instead.
fn is_sensitive_value(context: &Context<'_>, shape: &Shape<'_>) -> bool {
    let is_nested = |member: &Member<'_>| {
        let target = &context.selection.shapes[member.target];
        let hides_members = matches!(target.kind, Kind::Structure(_) | Kind::Union(_));
        member.traits.sensitive.is_some() || (!hides_members && is_sensitive_value(context, target))
    };
    let has_nested = match &shape.kind {
        Kind::List(member) => is_nested(member),
        Kind::Map { key, value } => is_nested(key) || is_nested(value),
        Kind::Simple(_) | Kind::Enum(_) | Kind::IntEnum | Kind::Structure(_) | Kind::Union(_) => {
            false
        }
    };
    shape.traits.sensitive.is_some() || has_nested
}

/// Returns the type of a member's target. The format of timestamps depends on the binding of the member.
pub(super) fn target_type<'a>(
    context: &Context<'a>,
    member: &Member<'a>,
    binding: &Binding,
) -> Type {
    let target = member.target;
    let shape = &context.selection.shapes[target];
    let sparse = shape.traits.sparse.is_some();
    match &shape.kind {
        Kind::Simple(SimpleKind::Timestamp) => {
            let declared = member.traits.timestamp_format;
            let declared = declared.or(shape.traits.timestamp_format);
            Type::Timestamp(context.rules.timestamp_format(binding, declared))
        }
        Kind::Simple(SimpleKind::Blob) if shape.traits.streaming.is_some() => Type::ByteStream,
        Kind::Simple(kind) => simple_type(*kind),
        Kind::Enum(_) => Type::Enum(context.type_ref(target)),
        Kind::IntEnum => Type::Integer,
        Kind::List(item) => Type::List {
            member: Box::new(target_type(context, item, binding)),
            sparse,
        },
        Kind::Map { key, value } => Type::Map {
            key: map_key(context, key),
            value: Box::new(target_type(context, value, binding)),
            sparse,
        },
        Kind::Structure(_) => Type::Structure(context.type_ref(target)),
        Kind::Union(_) => Type::Union(context.type_ref(target)),
    }
}

fn map_key<'a>(context: &Context<'a>, key: &Member<'a>) -> MapKey {
    match &context.selection.shapes[key.target].kind {
        Kind::Enum(_) => MapKey::Enum(context.type_ref(key.target)),
        Kind::Simple(_)
        | Kind::IntEnum
        | Kind::List(_)
        | Kind::Map { .. }
        | Kind::Structure(_)
        | Kind::Union(_) => MapKey::String,
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
