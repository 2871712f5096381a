//! Lowers structures: shared types, errors, and the inputs and outputs of operations.

use super::protocol::Direction;
use super::types::{is_sensitive, target_type};
use super::{Context, constraints, defaults, deprecation, docs, names};
use crate::error::ProblemKind;
use crate::ir::{self, Binding, ErrorTraits, Field, Presence, RetryKind, Role, RustName, Type};
use crate::model::traits::{ErrorKind, Traits};
use crate::select::shapes::{Kind, Member, Shape, Target};

/// Lowers a structure of `types`.
pub(super) fn lower_shared<'a>(context: &mut Context<'a>, target: Target<'a>) -> ir::Structure {
    let name = context.type_ref(target).name;
    let usage = context.usage(target);
    lower(context, target, name, Role::Shared, usage)
}

/// Lowers a structure of `types::error`.
pub(super) fn lower_error<'a>(context: &mut Context<'a>, target: Target<'a>) -> ir::Structure {
    let name = context.type_ref(target).name;
    let usage = ir::Usage {
        read: true,
        ..context.usage(target)
    };
    let mut lowered = lower(context, target, name, Role::Shared, usage);
    let is_message = |field: &Field| field.name.as_str() == "message" && field.ty == Type::String;
    let traits = context.selection.shapes[target].traits;
    lowered.role = Role::Error(ErrorTraits {
        code: context
            .rules
            .error_code(context.selection.service.traits, target, traits),
        retryable: retry_kind(traits),
        message: lowered.fields.iter().position(is_message),
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

/// Lowers the input or output of an operation, under the name that the SDK gives it.
pub(super) fn lower_io<'a>(
    context: &mut Context<'a>,
    target: Target<'a>,
    name: RustName,
    role: Role,
) -> ir::Structure {
    let usage = ir::Usage {
        written: matches!(role, Role::Input(_)),
        read: !matches!(role, Role::Input(_)),
    };
    lower(context, target, name, role, usage)
}

fn lower<'a>(
    context: &mut Context<'a>,
    target: Target<'a>,
    name: RustName,
    role: Role,
    usage: ir::Usage,
) -> ir::Structure {
    let shape = &context.selection.shapes[target];
    let mut fields = Vec::new();
    for member in shape.members() {
        let binding = binding(context, target, &role, member);
        let mut field = lower_field(context, &role, member, binding);
        // Nothing of a sensitive structure is printed.
        field.sensitive |= shape.traits.sensitive.is_some();
        fields.push(field);
    }
    ir::Structure {
        shape: target.id().clone(),
        name,
        role,
        docs: docs(shape.traits),
        deprecated: deprecation(shape.traits),
        fields,
        usage,
        extended_request_id: false,
    }
}

/// Returns where a member is in the message. The members of shared structures are in bodies.
fn binding<'a>(
    context: &Context<'a>,
    structure: Target<'a>,
    role: &Role,
    member: &Member<'a>,
) -> Binding {
    let direction = match role {
        Role::Input(_) => Direction::Request,
        Role::Output(_) | Role::Error(_) => Direction::Response,
        Role::Shared if context.is_error(structure) => Direction::Response,
        Role::Shared => return Binding::Body,
    };
    context.rules.binding(member.traits, direction)
}

fn lower_field<'a>(
    context: &mut Context<'a>,
    role: &Role,
    member: &Member<'a>,
    binding: Binding,
) -> Field {
    let traits = member.traits;
    let target = &context.selection.shapes[member.target];
    let ty = target_type(context, member, &binding);
    let presence = presence(context, role, member, &ty);
    let context_param = traits.context_param.as_ref();
    Field {
        shape: member.id.clone(),
        name: names::field(member.name),
        wire: context.wire_name(member),
        layout: context.layout(member),
        omit_zero: omits_zero(member, target, &presence),
        presence,
        boxed: false,
        recursive: false,
        required: traits.required.is_some(),
        binding,
        docs: docs(traits),
        constraints: constraints::lower(traits, target),
        deprecated: deprecation(traits),
        sensitive: is_sensitive(context, member),
        idempotency_token: matches!(role, Role::Input(_)) && traits.idempotency_token.is_some(),
        context_param: context_param.map(|param| param.name.clone()),
        media_type: media_type(context, member, target),
        requires_length: target.traits.requires_length.is_some(),
        skip_invalid: false,
        ty,
    }
}

/// Returns the media type of a string or blob, or of the strings of a list in a header.
fn media_type(context: &Context<'_>, member: &Member<'_>, target: &Shape<'_>) -> Option<String> {
    let own = |member: &Member<'_>, target: &Shape<'_>| {
        let of_member = member.traits.media_type.clone();
        of_member.or_else(|| target.traits.media_type.clone())
    };
    match &target.kind {
        Kind::List(item) => own(item, &context.selection.shapes[item.target]),
        Kind::Simple(_)
        | Kind::Enum(_)
        | Kind::IntEnum
        | Kind::Map { .. }
        | Kind::Structure(_)
        | Kind::Union(_) => own(member, target),
    }
}

/// Whether a member of a structure with this role becomes an `Option`.
pub(super) fn is_optional<'a>(context: &mut Context<'a>, role: &Role, member: &Member<'a>) -> bool {
    let ty = target_type(context, member, &Binding::Body);
    presence(context, role, member, &ty) == Presence::Optional
}

/// Returns whether the field is an `Option`, by the rules for non-authoritative clients:
/// <https://smithy.io/2.0/spec/aggregate-types.html#structure-member-optionality>.
fn presence(context: &mut Context<'_>, role: &Role, member: &Member<'_>, ty: &Type) -> Presence {
    let traits = member.traits;
    if *ty == Type::ByteStream {
        return Presence::Default(ir::Literal::Zero);
    }
    if matches!(role, Role::Input(_)) || is_optional_member(traits, ty) {
        return Presence::Optional;
    }
    match &traits.default {
        Some(value) if !value.is_null() => match defaults::literal(value, ty) {
            Some(literal) => Presence::Default(literal),
            None => {
                context.report(member.id.clone(), ProblemKind::Default(value.to_string()));
                Presence::Optional
            }
        },
        _ if traits.required.is_some() => Presence::Required,
        _ => Presence::Optional,
    }
}

/// Whether a member of a structure that isn't an input has no value in some cases.
pub(super) fn is_optional_member(traits: &Traits, ty: &Type) -> bool {
    let has_default = traits
        .default
        .as_ref()
        .is_some_and(|value| !value.is_null());
    traits.client_optional.is_some()
        || matches!(ty, Type::Structure(_) | Type::Union(_))
        || (traits.required.is_none() && !has_default)
}

/// Whether a zero is skipped when writing. A default that comes from the target marks a number or boolean that Smithy 1.0
/// didn't box, and the official SDK skips zeros of those. Zeros of members with defaults of their own are written.
fn omits_zero(member: &Member<'_>, target: &Shape<'_>, presence: &Presence) -> bool {
    *presence == Presence::Default(ir::Literal::Zero)
        && member.traits.required.is_none()
        && target.traits.default.is_some()
        && matches!(target.kind, Kind::Simple(_) | Kind::IntEnum)
}
