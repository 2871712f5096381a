//! From the chosen operations to everything they need: in, a model and a choice; out, the shapes of the closure.

pub mod auth;

use std::collections::{BTreeMap, BTreeSet};

use crate::Operations;
use crate::error::{Errors, Problem, ProblemKind};
use crate::model::{Member, Model, Operation, Service, Shape, ShapeId, ShapeKind};
use crate::validate;

/// The operations to generate and the shapes they need.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The service shape.
    pub service: ShapeId,
    /// The operations, by name.
    pub operations: Vec<ShapeId>,
    /// What was left out, and why.
    pub skipped: Vec<Problem>,
}

/// Finds the operations that were asked for and checks that each one can be generated.
///
/// # Errors
///
/// Every problem of the service and of the operations asked for by name. With [`Operations::All`], an
/// operation that needs something unsupported is skipped instead.
pub fn select(model: &Model, choice: &Operations) -> Result<Selection, Errors> {
    let (id, service) = only_service(model)?;
    let mut problems = validate::service_problems(model, id);
    let available = service_operations(model, id, service, &mut problems);
    let chosen = chosen(model, id, &available, choice, &mut problems);
    let mut operations = Vec::new();
    let mut skipped = Vec::new();
    for operation in chosen {
        let found = validate::operation_problems(model, id, &operation);
        let is_only_unsupported = found
            .iter()
            .all(|problem| matches!(problem.kind, ProblemKind::Unsupported(_)));
        match choice {
            _ if found.is_empty() => operations.push(operation),
            Operations::All if is_only_unsupported => {
                skipped.push(left_out(model, &operation, &found));
            }
            Operations::All | Operations::Named(_) => problems.extend(found),
        }
    }
    if operations.is_empty() && problems.is_empty() {
        problems.push(problem(model, Some(id), ProblemKind::NoOperations));
        problems.append(&mut skipped);
    }
    Errors::check(problems)?;
    Ok(Selection {
        service: id.clone(),
        operations,
        skipped,
    })
}

/// The selection of no operation at all, for the side of a comparison that has none of those asked for.
///
/// # Errors
///
/// Every problem of the service.
pub fn nothing(model: &Model) -> Result<Selection, Errors> {
    let (id, _) = only_service(model)?;
    Errors::check(validate::service_problems(model, id))?;
    Ok(Selection {
        service: id.clone(),
        operations: Vec::new(),
        skipped: Vec::new(),
    })
}

fn problem(model: &Model, shape: Option<&ShapeId>, kind: ProblemKind) -> Problem {
    Problem {
        file: model.source.clone(),
        shape: shape.cloned(),
        kind,
    }
}

/// Names the operation, which its problems needn't do: a shape that several need has the same problem in all of them.
fn left_out(model: &Model, operation: &ShapeId, found: &[Problem]) -> Problem {
    let reason = |found: &Problem| match &found.shape {
        Some(shape) if shape != operation => format!("`{shape}`: {}", found.kind),
        Some(_) | None => found.kind.to_string(),
    };
    let reasons: Vec<String> = found.iter().map(reason).collect();
    let kind = ProblemKind::Skipped(reasons.join("; "));
    problem(model, Some(operation), kind)
}

/// The one service of the model.
///
/// # Errors
///
/// If there is none or more than one.
pub fn only_service(model: &Model) -> Result<(&ShapeId, &Service), Errors> {
    let services: Vec<_> = model.services().collect();
    match services.as_slice() {
        [(id, _, service)] => Ok((id, service)),
        others => Err(problem(model, None, ProblemKind::ServiceCount(others.len())).into()),
    }
}

/// The operations of the service and of its resources, by name.
pub fn service_operations(
    model: &Model,
    id: &ShapeId,
    service: &Service,
    problems: &mut Vec<Problem>,
) -> BTreeMap<String, ShapeId> {
    let mut operations = service.operations.clone();
    let mut resources = service.resources.clone();
    let mut seen = BTreeSet::new();
    while let Some(resource) = resources.pop() {
        if !seen.insert(resource.clone()) {
            continue;
        }
        match model.get(&resource).map(|shape| &shape.kind) {
            Some(ShapeKind::Resource(resource)) => {
                operations.extend(resource.operations.iter().cloned());
                resources.extend(resource.resources.iter().cloned());
            }
            _ => problems.push(problem(model, Some(id), ProblemKind::Unresolved(resource))),
        }
    }
    let mut by_name = BTreeMap::new();
    for operation in operations {
        match as_operation(model, &operation) {
            Some(_) => {
                by_name.insert(operation.name().to_owned(), operation);
            }
            None => problems.push(problem(model, Some(id), ProblemKind::Unresolved(operation))),
        }
    }
    by_name
}

/// The operation of this ID, if it is one.
pub fn as_operation<'a>(model: &'a Model, id: &ShapeId) -> Option<&'a Operation> {
    match &model.get(id)?.kind {
        ShapeKind::Operation(operation) => Some(operation),
        _ => None,
    }
}

/// Those of the available operations that were asked for.
pub fn chosen(
    model: &Model,
    service: &ShapeId,
    available: &BTreeMap<String, ShapeId>,
    choice: &Operations,
    problems: &mut Vec<Problem>,
) -> Vec<ShapeId> {
    match choice {
        Operations::All => available.values().cloned().collect(),
        Operations::Named(names) => named_operations(model, service, available, names, problems),
    }
}

fn named_operations(
    model: &Model,
    service: &ShapeId,
    available: &BTreeMap<String, ShapeId>,
    names: &[String],
    problems: &mut Vec<Problem>,
) -> Vec<ShapeId> {
    let mut chosen = BTreeSet::new();
    for name in names {
        match available.get(name) {
            Some(id) => {
                chosen.insert(id.clone());
            }
            None => {
                let similar = similar_names(name, available.keys());
                let kind = ProblemKind::UnknownOperation {
                    name: name.clone(),
                    similar,
                };
                problems.push(problem(model, Some(service), kind));
            }
        }
    }
    chosen.into_iter().collect()
}

/// At most three names that are near `name`, the nearest first.
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

/// The errors an operation can return: its own and the service's, by ID.
pub fn operation_errors(
    model: &Model,
    service: &ShapeId,
    operation: &Operation,
) -> BTreeSet<ShapeId> {
    let mut errors: BTreeSet<ShapeId> = operation.errors.iter().cloned().collect();
    if let Some(ShapeKind::Service(service)) = model.get(service).map(|shape| &shape.kind) {
        errors.extend(service.errors.iter().cloned());
    }
    errors
}

/// The shapes that `roots` and everything below them consist of. References to nowhere are left out.
pub fn closure<'a>(
    model: &Model,
    roots: impl IntoIterator<Item = &'a ShapeId>,
) -> BTreeSet<ShapeId> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<ShapeId> = roots.into_iter().cloned().collect();
    while let Some(id) = open.pop() {
        let Some(shape) = model.get(&id) else {
            continue;
        };
        if !reached.insert(id) {
            continue;
        }
        open.extend(links(shape).into_iter().map(|member| member.target.clone()));
    }
    reached
}

/// The members through which a shape needs others. Those of enums are values.
pub fn links(shape: &Shape) -> Vec<&Member> {
    match shape.kind {
        ShapeKind::Enum(_) | ShapeKind::IntEnum(_) => Vec::new(),
        ShapeKind::Simple(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => shape.members(),
    }
}
