//! Lowers the call that returns the endpoint of the other operations.

use super::Context;
use crate::error::ProblemKind;
use crate::ir::{Crate, EndpointDiscovery, Field, Operation, Presence, Structure, Type};

/// Lowers the discovery of the service's endpoint, or reports an operation that doesn't return endpoints as
/// `aws.api#clientEndpointDiscovery` demands.
pub(super) fn lower(context: &mut Context<'_>, lowered: &mut Crate) {
    let Some(id) = context.selection.endpoint_discovery else {
        return;
    };
    let mut operations = lowered.operations.iter();
    // An operation that couldn't be resolved was reported.
    let Some(operation) = operations.find(|operation| operation.shape == *id) else {
        return;
    };
    lowered.service.endpoint_discovery = discovery(operation, &lowered.structures);
    if lowered.service.endpoint_discovery.is_none() {
        let text = "endpoint discovery by an operation that has an input, or whose output doesn't have a list `Endpoints` \
                    of structures with the required members `Address` and `CachePeriodInMinutes`";
        context.report(id.clone(), ProblemKind::Unsupported(text.to_owned()));
    }
}

fn discovery(operation: &Operation, structures: &[Structure]) -> Option<EndpointDiscovery> {
    if !operation.input.fields.is_empty() {
        return None;
    }
    let endpoints = field(&operation.output, "Endpoints")?;
    let Type::List { member, .. } = &endpoints.ty else {
        return None;
    };
    let Type::Structure(endpoint) = &**member else {
        return None;
    };
    let mut structures = structures.iter();
    let endpoint = structures.find(|structure| structure.name == endpoint.name)?;
    let always_set = |name, ty| {
        let field = field(endpoint, name)?;
        let is_set = field.ty == ty && field.presence != Presence::Optional;
        is_set.then(|| field.name.clone())
    };
    Some(EndpointDiscovery {
        operation: operation.module.clone(),
        endpoints: endpoints.name.clone(),
        address: always_set("Address", Type::String)?,
        minutes: always_set("CachePeriodInMinutes", Type::Long)?,
    })
}

/// Returns the field of a member.
fn field<'a>(structure: &'a Structure, member: &str) -> Option<&'a Field> {
    let mut fields = structure.fields.iter();
    fields.find(|field| field.shape.member_name() == Some(member))
}
