//! Structures: shared types, errors, and the inputs and outputs of operations.

use super::bindings::{self, Side};
use super::types::{is_sensitive, target_type, wire_name};
use super::{Context, defaults, deprecation, docs, names};
use crate::error::ProblemKind;
use crate::ir::{self, Binding, ErrorTraits, Field, Presence, RetryKind, Role, RustName, Type};
use crate::model::traits::{Bounds, ErrorKind, TimestampFormat, Traits};
use crate::model::{Member, Shape, ShapeId, ShapeKind};

/// A structure of `types`.
pub(super) fn lower_shared(context: &mut Context<'_>, id: &ShapeId) -> ir::Structure {
    let name = context.type_ref(id).name;
    let usage = context.usage(id);
    lower(context, id, name, Role::Shared, usage)
}

/// A structure of `types::error`.
pub(super) fn lower_error(context: &mut Context<'_>, id: &ShapeId) -> ir::Structure {
    let name = context.type_ref(id).name;
    let usage = ir::Usage {
        read: true,
        ..context.usage(id)
    };
    let mut lowered = lower(context, id, name, Role::Shared, usage);
    let traits = context
        .model
        .get(id)
        .map(|shape| shape.traits.clone())
        .unwrap_or_default();
    lowered.role = Role::Error(ErrorTraits {
        code: id.name().to_owned(),
        retryable: retry_kind(&traits),
        message: lowered
            .fields
            .iter()
            .position(|field| field.name.as_str() == "message" && field.ty == Type::String),
    });
    lowered
}

fn retry_kind(traits: &Traits) -> Option<RetryKind> {
    let retryable = traits.retryable?;
    Some(match traits.error {
        _ if retryable.throttling => RetryKind::Throttling,
        Some(ErrorKind::Client) => RetryKind::Client,
        Some(ErrorKind::Server) | None => RetryKind::Server,
    })
}

/// The input or output of an operation, under the name the SDK gives it.
pub(super) fn lower_io(
    context: &mut Context<'_>,
    id: &ShapeId,
    name: RustName,
    role: Role,
) -> ir::Structure {
    let usage = ir::Usage {
        written: matches!(role, Role::Input(_)),
        read: !matches!(role, Role::Input(_)),
    };
    lower(context, id, name, role, usage)
}

fn lower(
    context: &mut Context<'_>,
    id: &ShapeId,
    name: RustName,
    role: Role,
    usage: ir::Usage,
) -> ir::Structure {
    let model = context.model;
    let shape = model
        .get(id)
        .expect("structures are checked before lowering");
    let fields: Vec<Field> = shape
        .structure_members()
        .iter()
        .map(|member| lower_field(context, id, &role, member))
        .collect();
    ir::Structure {
        shape: id.clone(),
        name,
        role,
        docs: docs(&shape.traits),
        deprecated: deprecation(&shape.traits),
        fields,
        usage,
    }
}

fn lower_field(context: &mut Context<'_>, id: &ShapeId, role: &Role, member: &Member) -> Field {
    let shape = id.member(&member.name);
    let target = context
        .model
        .get(&member.target)
        .expect("targets are checked before lowering");
    let side = match role {
        Role::Input(_) => Side::Request,
        Role::Output(_) | Role::Error(_) | Role::Shared => Side::Response,
    };
    let binding = match role {
        Role::Shared if !context.is_error(id) => Binding::Body,
        Role::Shared | Role::Input(_) | Role::Output(_) | Role::Error(_) => {
            bindings::binding(&member.traits, side)
        }
    };
    let ty = target_type(context, member, place_format(&binding));
    let presence = presence(context, role, member, &ty, &shape);
    Field {
        name: names::field(&member.name),
        wire: wire_name(member),
        omit_zero: omits_zero(member, target, &presence),
        presence,
        boxed: false,
        recursive: false,
        required: member.traits.required.is_some(),
        binding,
        docs: docs(&member.traits),
        constraints: constraints(&member.traits, target),
        deprecated: deprecation(&member.traits),
        sensitive: is_sensitive(context, member),
        idempotency_token: matches!(role, Role::Input(_))
            && member.traits.idempotency_token.is_some(),
        context_param: member
            .traits
            .context_param
            .as_ref()
            .map(|param| param.name.clone()),
        media_type: media_type(context, member, target),
        requires_length: target.traits.requires_length.is_some(),
        ty,
        shape,
    }
}

/// The media type of a string or blob, or of the strings of a list, which headers can hold.
fn media_type(context: &Context<'_>, member: &Member, target: &Shape) -> Option<String> {
    let own = |member: &Member, target: &Shape| {
        let of_member = member.traits.media_type.clone();
        of_member.or_else(|| target.traits.media_type.clone())
    };
    match &target.kind {
        ShapeKind::List(item) => own(item, context.model.get(&item.target)?),
        ShapeKind::Simple(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => own(member, target),
    }
}

/// The timestamp format of a place: <https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait>.
fn place_format(binding: &Binding) -> TimestampFormat {
    match binding {
        Binding::Body | Binding::Payload | Binding::StatusCode => TimestampFormat::EpochSeconds,
        Binding::Label | Binding::Query(_) | Binding::QueryParams => TimestampFormat::DateTime,
        Binding::Header(_) | Binding::PrefixHeaders(_) => TimestampFormat::HttpDate,
    }
}

/// Whether a member of a structure of this role becomes an `Option`.
pub(super) fn is_optional(
    context: &mut Context<'_>,
    role: &Role,
    structure: &ShapeId,
    member: &Member,
) -> bool {
    let ty = target_type(context, member, TimestampFormat::EpochSeconds);
    let shape = structure.member(&member.name);
    presence(context, role, member, &ty, &shape) == Presence::Optional
}

/// Whether the field is an `Option`, by the rules for careful clients:
/// <https://smithy.io/2.0/spec/aggregate-types.html#structure-member-optionality>.
fn presence(
    context: &mut Context<'_>,
    role: &Role,
    member: &Member,
    ty: &Type,
    shape: &ShapeId,
) -> Presence {
    let traits = &member.traits;
    if *ty == Type::ByteStream {
        return Presence::Default(ir::Literal::Zero);
    }
    let is_optional = matches!(role, Role::Input(_))
        || traits.client_optional.is_some()
        || matches!(ty, Type::Structure(_) | Type::Union(_));
    if is_optional {
        return Presence::Optional;
    }
    match &traits.default {
        Some(value) if !value.is_null() => match defaults::literal(value, ty) {
            Some(literal) => Presence::Default(literal),
            None => {
                context.report(shape.clone(), ProblemKind::Default(value.to_string()));
                Presence::Optional
            }
        },
        _ if traits.required.is_some() => Presence::Required,
        _ => Presence::Optional,
    }
}

/// A number or boolean whose default comes from its target is one that Smithy 1.0 didn't box. The official SDK leaves
/// such a zero out; a default that the member itself was given, it may not.
fn omits_zero(member: &Member, target: &Shape, presence: &Presence) -> bool {
    *presence == Presence::Default(ir::Literal::Zero)
        && member.traits.required.is_none()
        && target.traits.default.is_some()
        && matches!(target.kind, ShapeKind::Simple(_) | ShapeKind::IntEnum(_))
}

/// The constraints of a member, those of its target where it has none of its own.
fn constraints(member: &Traits, target: &Shape) -> Vec<String> {
    let unit = match &target.kind {
        ShapeKind::List(_) => "items",
        ShapeKind::Map { .. } => "entries",
        ShapeKind::Simple(crate::model::SimpleKind::Blob) => "bytes",
        ShapeKind::Simple(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => "characters",
    };
    let length = member
        .length
        .as_ref()
        .or(target.traits.length.as_ref())
        .and_then(bounds);
    let range = member
        .range
        .as_ref()
        .or(target.traits.range.as_ref())
        .and_then(bounds);
    let unique = target
        .traits
        .unique_items
        .map(|_| "no item twice".to_owned());
    let pattern = member.pattern.as_ref().or(target.traits.pattern.as_ref());
    let pattern = pattern.map(|pattern| format!("matches `{}`", pattern.replace('`', "\\x60")));
    [
        length.map(|length| format!("{length} {unit}")),
        range,
        unique,
        pattern,
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn bounds(bounds: &Bounds) -> Option<String> {
    match (&bounds.min, &bounds.max) {
        (Some(min), Some(max)) if min == max => Some(format!("exactly {min}")),
        (Some(min), Some(max)) => Some(format!("{min} to {max}")),
        (Some(min), None) => Some(format!("at least {min}")),
        (None, Some(max)) => Some(format!("at most {max}")),
        (None, None) => None,
    }
}
