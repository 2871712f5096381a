//! Lowers the members of JMESPath expressions into fields.

use super::{Context, names, structure};
use crate::ir::jmespath::{Access, Expression, PathValue};
use crate::ir::{Role, Step};
use crate::select::jmespath as selected;

/// Lowers the value that a path leads to.
pub(super) fn lower<'a>(context: &mut Context<'a>, value: &selected::PathValue<'a>) -> PathValue {
    value.clone().map(&mut |of, access, member| match access {
        Access::Field => Step {
            field: names::field(member.name),
            // Every member of an input is optional, even a required one.
            optional: *of == Expression::Input
                || structure::is_optional(context, &Role::Shared, &member),
        },
        Access::Variant => Step {
            field: names::snake(names::variant(member.name).as_str()),
            optional: true,
        },
    })
}
