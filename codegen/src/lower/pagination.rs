//! Pagination: the trait of operation and service, merged, and its paths into input and output.

use super::Context;
use super::{names, structure};
use crate::ir::{self, Role, Step, Structure, Type};
use crate::model::traits::{Paginated, TimestampFormat};
use crate::model::{Member, Model, ShapeId};

/// The operation's `paginated` trait, with the service's filling the gaps. None if the operation isn't paginated.
pub fn merged(model: &Model, service: &ShapeId, operation: &ShapeId) -> Option<Paginated> {
    let own = model.get(operation)?.traits.paginated.clone()?;
    let shared = model
        .get(service)
        .and_then(|shape| shape.traits.paginated.clone())
        .unwrap_or_default();
    Some(Paginated {
        input_token: own.input_token.or(shared.input_token),
        output_token: own.output_token.or(shared.output_token),
        items: own.items.or(shared.items),
        page_size: own.page_size.or(shared.page_size),
    })
}

/// The members on the way along `path`, which begins in the structure `id`.
pub fn resolve_path<'a>(model: &'a Model, id: &ShapeId, path: &str) -> Option<Vec<&'a Member>> {
    let mut structure = model.get(id)?;
    let mut members = Vec::new();
    for name in path.split('.') {
        let member = structure
            .structure_members()
            .iter()
            .find(|member| member.name == name)?;
        structure = model.get(&member.target)?;
        members.push(member);
    }
    Some(members)
}

/// The operation's paginator, in the terms of its lowered input and output.
pub(super) fn lower(
    context: &mut Context<'_>,
    id: &ShapeId,
    input: &Structure,
    output: &Structure,
) -> Option<ir::Paginator> {
    let paginated = merged(context.model, context.service, id)?;
    let model = context.model;
    let items = paginated.items.as_deref().and_then(|path| {
        let members = resolve_path(model, &output.shape, path)?;
        let ty = super::types::target_type(context, members.last()?, TimestampFormat::EpochSeconds);
        Some((steps(context, output, &members), ty))
    });
    let output_token = resolve_path(model, &output.shape, paginated.output_token.as_deref()?)?;
    Some(ir::Paginator {
        name: names::type_name(&format!("{}Paginator", context.shape_name(id))),
        input_token: names::field(paginated.input_token.as_deref()?),
        output_token: steps(context, output, &output_token),
        items,
        page_size: paginated
            .page_size
            .as_deref()
            .and_then(|name| page_size(input, name)),
    })
}

fn page_size(input: &Structure, name: &str) -> Option<(ir::RustName, Type)> {
    let field = input
        .fields
        .iter()
        .find(|field| field.name == names::field(name))?;
    Some((field.name.clone(), field.ty.clone()))
}

/// The steps through the output and, below it, through shared structures.
fn steps(context: &mut Context<'_>, output: &Structure, members: &[&Member]) -> Vec<Step> {
    let mut owner = output.shape.clone();
    let mut steps = Vec::new();
    for (depth, member) in members.iter().enumerate() {
        let role = if depth == 0 {
            &output.role
        } else {
            &Role::Shared
        };
        steps.push(Step {
            field: names::field(&member.name),
            optional: structure::is_optional(context, role, &owner, member),
        });
        owner = member.target.clone();
    }
    steps
}
