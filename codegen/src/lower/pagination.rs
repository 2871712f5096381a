//! Lowers pagination: members become fields, paths become steps.

use super::{Context, names, structure, types};
use crate::ir::{self, Role, Step, Structure};
use crate::select::operation::Operation;
use crate::select::shapes::Member;

/// Lowers the paginator of an operation, if it has one.
pub(super) fn lower<'a>(
    context: &mut Context<'a>,
    operation: &'a Operation<'a>,
    input: &Structure,
    output: &Structure,
) -> Option<ir::Paginator> {
    let pagination = operation.pagination.as_ref()?;
    let name = context.shape_name(operation.id);
    let items = pagination.items.as_ref().and_then(|path| {
        let ty = types::target_type(context, path.last()?, &ir::Binding::Body);
        Some((steps(context, output, path), ty))
    });
    let page_size = pagination.page_size.map(|index| {
        let field = &input.fields[index];
        (field.name.clone(), field.ty.clone())
    });
    Some(ir::Paginator {
        name: names::type_name(&format!("{name}Paginator")),
        input_token: input.fields[pagination.input_token].name.clone(),
        output_token: steps(context, output, &pagination.output_token),
        items,
        page_size,
        has_more: None,
    })
}

/// Returns the steps through the output and then through shared structures.
fn steps<'a>(context: &mut Context<'a>, output: &Structure, path: &[Member<'a>]) -> Vec<Step> {
    let roles = std::iter::once(&output.role).chain(std::iter::repeat(&Role::Shared));
    path.iter()
        .zip(roles)
        .map(|(member, role)| Step {
            field: names::field(member.name),
            optional: structure::is_optional(context, role, member),
        })
        .collect()
}
