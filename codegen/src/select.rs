//! Resolves the chosen operations into a [`Selection`]: every reference is followed, every problem found.
//!
//! Lowering reads the selection and nothing else, so it never meets a reference that doesn't resolve.

pub mod auth;
pub mod checksums;
pub mod choice;
pub mod closure;
pub mod context_params;
pub mod endpoint_discovery;
pub mod http;
pub mod jmespath;
pub mod operation;
pub mod pagination;
pub mod protocol;
pub mod shapes;
pub mod waiters;

use std::collections::BTreeMap;

use crate::config::Operations;
use crate::error::{Errors, Problem, ProblemKind};
use crate::ir::AuthScheme;
use crate::model::{self, DocumentationSource, Model, ShapeId, Traits};

use choice::{Available, FoundService};
use operation::Operation;
use protocol::Protocol;
use shapes::{Resolver, Shapes};

/// The operations to generate and everything that they need.
#[derive(Debug, Clone)]
pub struct Selection<'m> {
    /// The name of the model file.
    pub source: &'m str,
    /// Whose documentation the model has.
    pub documentation: DocumentationSource,
    /// The service.
    pub service: Service<'m>,
    /// The operations, by ID.
    pub operations: Vec<Operation<'m>>,
    /// The operation that returns the endpoints of others, if one of the operations requires such an endpoint.
    pub endpoint_discovery: Option<&'m ShapeId>,
    /// The shapes that the operations refer to.
    pub shapes: Shapes<'m>,
    /// A problem for each operation that was skipped.
    pub skipped: Vec<Problem>,
}

/// A service with a supported protocol.
#[derive(Debug, Clone)]
pub struct Service<'m> {
    /// The service's ID.
    pub id: &'m ShapeId,
    /// The traits applied to the service.
    pub traits: &'m Traits,
    /// The unresolved service.
    pub shape: &'m model::Service,
    /// The protocol that requests use.
    pub protocol: Protocol,
    /// The supported auth schemes, best first.
    pub auth: Vec<AuthScheme>,
}

/// Whether a selection without operations is an error.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EmptySelection {
    /// A crate without operations is a mistake.
    Reject,
    /// One side of a comparison may have none of the operations of the other.
    Allow,
}

/// Finds the chosen operations and resolves them.
///
/// # Errors
///
/// Returns every problem of the service and of the operations chosen by name. With [`Operations::All`], an operation that
/// needs something unsupported is skipped instead.
pub fn select<'m>(
    model: &'m Model,
    service: Option<&ShapeId>,
    choice: &Operations,
    empty: EmptySelection,
) -> Result<Selection<'m>, Errors> {
    let found = choice::service(model, service)?;
    let id = found.id;
    let mut problems = Vec::new();
    let available = choice::service_operations(model, found, &mut problems);
    let mut chosen = choice::chosen(model, id, &available, choice, &mut problems);
    let endpoint_discovery = endpoint_discovery::resolve(model, found, &available, &mut chosen);
    let endpoint_discovery = endpoint_discovery.unwrap_or_else(|problem| {
        problems.push(problem);
        None
    });
    let service = match resolve_service(model, found) {
        Ok(service) => service,
        Err(problem) => {
            problems.insert(0, problem);
            return Err(problems.into());
        }
    };
    let mut resolver = Resolver::new(model);
    let mut operations = Vec::new();
    let mut skipped = Vec::new();
    for available in chosen {
        match operation::resolve(&mut resolver, &service, available) {
            Ok(operation) => operations.push(operation),
            Err(found) if *choice == Operations::All && is_only_unsupported(&found) => {
                skipped.push(skip(model, available.id, &found));
            }
            Err(found) => problems.extend(found),
        }
    }
    if operations.is_empty() && problems.is_empty() && empty == EmptySelection::Reject {
        let kind = if skipped.is_empty() {
            ProblemKind::NoOperations
        } else {
            ProblemKind::AllSkipped
        };
        problems.push(model.problem(Some(id), kind));
        problems.append(&mut skipped);
    }
    Errors::check(problems)?;
    Ok(Selection {
        source: &model.source,
        documentation: model.documentation_source(),
        service,
        operations,
        endpoint_discovery,
        shapes: resolver.finish(),
        skipped,
    })
}

/// Resolves the service.
///
/// # Errors
///
/// Returns a problem if none of its protocols is supported.
pub fn resolve_service<'m>(
    model: &'m Model,
    found: FoundService<'m>,
) -> Result<Service<'m>, Problem> {
    let FoundService { id, traits, shape } = found;
    let Some(protocol) = Protocol::of(traits) else {
        let names = match protocol::declared(traits).as_slice() {
            [] => "not given".to_owned(),
            names => names.join(", "),
        };
        return Err(model.problem(Some(id), ProblemKind::Protocol(names)));
    };
    Ok(Service {
        id,
        traits,
        shape,
        protocol,
        auth: auth::supported(traits, &auth::service_schemes(model, traits)),
    })
}

/// Returns the problems of each operation, empty for those that can be generated.
pub fn operation_problems<'m>(
    model: &'m Model,
    service: &Service<'m>,
    operations: impl IntoIterator<Item = Available<'m>>,
) -> BTreeMap<ShapeId, Vec<Problem>> {
    let mut resolver = Resolver::new(model);
    let operations = operations.into_iter();
    operations
        .map(|available| {
            let result = operation::resolve(&mut resolver, service, available);
            (available.id.clone(), result.err().unwrap_or_default())
        })
        .collect()
}

fn is_only_unsupported(problems: &[Problem]) -> bool {
    problems
        .iter()
        .all(|problem| matches!(problem.kind, ProblemKind::Unsupported(_)))
}

/// Returns a warning about a skipped operation, with the shape of each of its problems.
fn skip(model: &Model, operation: &ShapeId, problems: &[Problem]) -> Problem {
    let reason = |problem: &Problem| match &problem.shape {
        Some(shape) if shape != operation => format!("`{shape}`: {}", problem.kind),
        Some(_) | None => problem.kind.to_string(),
    };
    let reasons: Vec<String> = problems.iter().map(reason).collect();
    let kind = ProblemKind::Skipped(reasons.join("; "));
    model.problem(Some(operation), kind)
}

/// Returns both values or the errors of both results.
fn both<A, B, E>(a: Result<A, Vec<E>>, b: Result<B, Vec<E>>) -> Result<(A, B), Vec<E>> {
    match (a, b) {
        (Ok(a), Ok(b)) => Ok((a, b)),
        (Err(mut a), Err(b)) => {
            a.extend(b);
            Err(a)
        }
        (Err(errors), Ok(_)) | (Ok(_), Err(errors)) => Err(errors),
    }
}
