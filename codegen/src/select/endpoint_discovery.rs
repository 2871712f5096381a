//! Finds the operation that returns the endpoints of others.

use std::collections::BTreeMap;

use super::choice::{Available, FoundService};
use crate::error::{Problem, ProblemKind};
use crate::model::{Model, ShapeId};

/// Returns the operation that returns the endpoint of chosen ones, and adds it to them.
///
/// The official SDK ignores endpoint discovery unless an operation requires it, as those of Timestream do.
///
/// # Errors
///
/// Returns a problem if the service has no such operation.
pub fn resolve<'m>(
    model: &'m Model,
    service: FoundService<'m>,
    available: &BTreeMap<String, Available<'m>>,
    chosen: &mut Vec<Available<'m>>,
) -> Result<Option<&'m ShapeId>, Problem> {
    if !chosen.iter().any(requires_discovery) {
        return Ok(None);
    }
    let Some(discovery) = &service.traits.client_endpoint_discovery else {
        let kind = ProblemKind::MissingTrait("aws.api#clientEndpointDiscovery");
        return Err(model.problem(Some(service.id), kind));
    };
    let mut operations = available.values();
    let Some(operation) = operations.find(|operation| *operation.id == discovery.operation) else {
        let kind = ProblemKind::Unresolved(discovery.operation.clone());
        return Err(model.problem(Some(service.id), kind));
    };
    if chosen.iter().all(|chosen| chosen.id != operation.id) {
        chosen.push(*operation);
    }
    Ok(Some(operation.id))
}

fn requires_discovery(operation: &Available<'_>) -> bool {
    let endpoint = operation.traits.client_discovered_endpoint.as_ref();
    endpoint.is_some_and(|endpoint| endpoint.required)
}
