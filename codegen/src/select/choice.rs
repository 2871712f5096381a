//! Finds the service and its operations in a model, and those of the operations that were chosen.

use std::collections::{BTreeMap, BTreeSet};

use super::closure::as_operation;
use crate::config::Operations;
use crate::error::{Errors, Problem, ProblemKind};
use crate::model::{Model, Operation, Service, Shape, ShapeId, ShapeKind, Traits};

/// A service of a model.
#[derive(Debug, Clone, Copy)]
pub struct FoundService<'m> {
    /// The service's ID.
    pub id: &'m ShapeId,
    /// The traits applied to the service.
    pub traits: &'m Traits,
    /// The unresolved service.
    pub shape: &'m Service,
}

/// Returns the service `wanted` or, without a choice, the only one of the model.
///
/// # Errors
///
/// Returns an error if the model has no such service or, without a choice, not exactly one.
pub fn service<'m>(model: &'m Model, wanted: Option<&ShapeId>) -> Result<FoundService<'m>, Errors> {
    let services: Vec<FoundService<'m>> = model
        .services()
        .map(|(id, Shape { traits, .. }, shape)| FoundService { id, traits, shape })
        .collect();
    let found = services.iter().map(|service| service.id.clone()).collect();
    let kind = match (wanted, services.as_slice()) {
        (None, [only]) => return Ok(*only),
        (None, _) => ProblemKind::ServiceCount(found),
        (Some(wanted), services) => {
            if let Some(service) = services.iter().find(|service| service.id == wanted) {
                return Ok(*service);
            }
            let id = wanted.clone();
            ProblemKind::UnknownService { id, found }
        }
    };
    Err(model.problem(None, kind).into())
}

/// An operation of a service.
#[derive(Debug, Clone, Copy)]
pub struct Available<'m> {
    /// The operation's ID.
    pub id: &'m ShapeId,
    /// The traits applied to the operation.
    pub traits: &'m Traits,
    /// The unresolved operation.
    pub shape: &'m Operation,
}

/// Returns the operations of the service and of its resources, by name.
pub fn service_operations<'m>(
    model: &'m Model,
    service: FoundService<'m>,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, Available<'m>> {
    let FoundService { id, shape, .. } = service;
    let mut operations: Vec<&ShapeId> = shape.operations.iter().collect();
    let mut resources: Vec<&ShapeId> = shape.resources.iter().collect();
    let mut seen = BTreeSet::new();
    let unresolved = |shape: &ShapeId| {
        let kind = ProblemKind::Unresolved(shape.clone());
        model.problem(Some(id), kind)
    };
    while let Some(resource) = resources.pop() {
        if !seen.insert(resource) {
            continue;
        }
        match model.get(resource).map(|shape| &shape.kind) {
            Some(ShapeKind::Resource(resource)) => {
                operations.extend(&resource.operations);
                resources.extend(&resource.resources);
            }
            _ => problems.push(unresolved(resource)),
        }
    }
    let mut by_name = BTreeMap::new();
    for operation in operations {
        let Some(available) = available(model, operation) else {
            problems.push(unresolved(operation));
            continue;
        };
        let name = operation.name().to_owned();
        let other = by_name.insert(name.clone(), available);
        if let Some(other) = other.filter(|other| other.id != operation) {
            let other = other.id.clone();
            let kind = ProblemKind::OperationClash { name, other };
            problems.push(model.problem(Some(operation), kind));
        }
    }
    by_name
}

fn available<'m>(model: &'m Model, id: &'m ShapeId) -> Option<Available<'m>> {
    Some(Available {
        id,
        traits: &model.get(id)?.traits,
        shape: as_operation(model, id)?,
    })
}

/// Returns the chosen ones of the available operations.
pub fn chosen<'m>(
    model: &Model,
    service: &ShapeId,
    available: &BTreeMap<String, Available<'m>>,
    choice: &Operations,
    problems: &mut Vec<Problem>,
) -> Vec<Available<'m>> {
    match choice {
        Operations::All => available.values().copied().collect(),
        Operations::Named(names) => named(model, service, available, names, problems),
    }
}

fn named<'m>(
    model: &Model,
    service: &ShapeId,
    available: &BTreeMap<String, Available<'m>>,
    names: &[String],
    problems: &mut Vec<Problem>,
) -> Vec<Available<'m>> {
    let mut chosen = BTreeMap::new();
    for name in names {
        match available.get(name) {
            Some(operation) => {
                chosen.insert(operation.id, *operation);
            }
            None => {
                let kind = ProblemKind::UnknownOperation {
                    name: name.clone(),
                    similar: similar_names(name, available.keys()),
                };
                problems.push(model.problem(Some(service), kind));
            }
        }
    }
    chosen.into_values().collect()
}

/// Returns at most three names that are similar to `name`, the most similar first.
fn similar_names<'a>(name: &str, names: impl Iterator<Item = &'a String>) -> Vec<String> {
    let wanted = name.to_lowercase();
    let mut scored: Vec<(f64, &String)> = names
        .map(|candidate| {
            (
                strsim::jaro_winkler(&wanted, &candidate.to_lowercase()),
                candidate,
            )
        })
        .filter(|(score, _)| *score > 0.85)
        .collect();
    scored.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(b.1)));
    scored
        .into_iter()
        .take(3)
        .map(|(_, name)| name.clone())
        .collect()
}
