//! Resolves an operation: its shapes, auth schemes, URI, pagination, waiters and endpoint parameters.

use std::collections::BTreeSet;

use super::choice::Available;
use super::context_params::{self, ContextParam};
use super::http::{self, Http};
use super::pagination::{self, Pagination};
use super::protocol::{Bindings, Protocol};
use super::shapes::{Member, Resolver, Target};
use super::waiters::{self, Waiter};
use super::{Service, auth, checksums};
use crate::error::{Problem, ProblemKind};
use crate::ir::{AuthScheme, Checksums, Part};
use crate::model::{self, ShapeId, Traits};
use crate::validate::{self, Checker, Reported};

/// An operation that can be generated.
#[derive(Debug, Clone)]
pub struct Operation<'m> {
    /// The operation's ID.
    pub id: &'m ShapeId,
    /// The traits applied to the operation.
    pub traits: &'m Traits,
    /// The input structure.
    pub input: Target<'m>,
    /// The output structure.
    pub output: Target<'m>,
    /// The errors of the operation and of the service, by ID.
    pub errors: Vec<Target<'m>>,
    /// The supported auth schemes, best first.
    pub auth: Vec<AuthScheme>,
    /// Where a request goes, and the status code of a successful response.
    pub http: Http,
    /// The prefix of the host.
    pub host_prefix: Option<Vec<Part>>,
    /// The checksums of the request and of the response.
    pub checksums: Checksums,
    /// How the operation is paginated.
    pub pagination: Option<Pagination<'m>>,
    /// The waiters that poll the operation, by name.
    pub waiters: Vec<Waiter<'m>>,
    /// The endpoint parameters that paths select in the input, by name.
    pub context_params: Vec<ContextParam<'m>>,
}

/// An operation whose references are resolved.
#[derive(Clone, Copy)]
pub(super) struct Source<'a, 'm> {
    pub(super) id: &'m ShapeId,
    pub(super) traits: &'m Traits,
    pub(super) input: Target<'m>,
    pub(super) output: Target<'m>,
    pub(super) resolver: &'a Resolver<'m>,
}

/// Resolves an operation.
///
/// # Errors
///
/// Returns everything that keeps the operation from being generated.
pub(super) fn resolve<'m>(
    resolver: &mut Resolver<'m>,
    service: &Service<'m>,
    available: Available<'m>,
) -> Result<Operation<'m>, Vec<Problem>> {
    let mut checker = Checker::new(resolver.model);
    resolve_parts(&mut checker, resolver, service, available).map_err(|_| checker.problems)
}

fn resolve_parts<'m>(
    checker: &mut Checker<'m>,
    resolver: &mut Resolver<'m>,
    service: &Service<'m>,
    available: Available<'m>,
) -> Result<Operation<'m>, Reported> {
    let Available { id, traits, shape } = available;
    let auth = auth::resolve(checker, service.traits, id, traits);
    validate::operation(checker, id, traits, &shape.input);
    let input = structure(checker, resolver, id, &shape.input, "its input");
    let output = structure(checker, resolver, id, &shape.output, "its output");
    let mut errors = Vec::new();
    let ids: BTreeSet<&ShapeId> = shape.errors.iter().chain(&service.shape.errors).collect();
    for error in ids {
        errors.extend(error_structure(checker, resolver, id, error));
    }
    let structures: Vec<_> = input
        .iter()
        .chain(&output)
        .chain(&errors)
        .copied()
        .collect();
    resolve_shapes(checker, resolver, service.protocol, shape, structures);
    checker.finish()?;
    let source = Source {
        id,
        traits,
        input: input?,
        output: output?,
        resolver,
    };
    let http = match service.protocol.bindings() {
        Bindings::Http => http::resolve(checker, source),
        Bindings::Rpc => Ok(http::post(service.protocol.rpc_path(service.id, id))),
    };
    let host_prefix = http::resolve_host_prefix(checker, source);
    let checksums = checksums::resolve(checker, source, service.protocol.bindings());
    let pagination = pagination::resolve(checker, source, service.traits);
    let waiters = waiters::resolve(checker, source);
    let context_params = context_params::resolve(checker, source);
    if service.protocol.bindings() == Bindings::Http {
        let responses = [source.output].into_iter().chain(errors.iter().copied());
        validate::bindings(checker, &shape.input, responses.map(Target::id));
    }
    checker.finish()?;
    Ok(Operation {
        id,
        traits,
        input: source.input,
        output: source.output,
        errors,
        auth: auth?,
        http: http?,
        host_prefix: host_prefix?,
        checksums: checksums?,
        pagination: pagination?,
        waiters: waiters?,
        context_params: context_params?,
    })
}

/// Resolves the shapes that the input, the output and the errors need, and checks them.
fn resolve_shapes<'m>(
    checker: &mut Checker<'m>,
    resolver: &mut Resolver<'m>,
    protocol: Protocol,
    operation: &'m model::Operation,
    structures: Vec<Target<'m>>,
) {
    let input = structures.iter().copied();
    let input: Vec<_> = input
        .filter(|structure| *structure.id() == operation.input)
        .collect();
    let resolved = resolver.resolve(structures);
    checker.problems.extend(resolved.problems);
    let shapes: Vec<&ShapeId> = resolved.shapes.into_iter().map(Target::id).collect();
    validate::shapes(checker, shapes.iter().copied());
    validate::names(checker, protocol, shapes.iter().copied());
    if protocol.bindings() == Bindings::Http {
        validate::streams(checker, [&operation.input, &operation.output], &shapes);
    }
    validate::protocol(checker, protocol, shapes);
    let sent = resolver.resolve(input).shapes;
    validate::protocol_input(checker, protocol, sent.into_iter().map(Target::id));
}

/// Resolves a reference of the operation to a structure.
fn structure<'m>(
    checker: &mut Checker<'_>,
    resolver: &Resolver<'m>,
    operation: &ShapeId,
    id: &'m ShapeId,
    role: &'static str,
) -> Result<Target<'m>, Reported> {
    resolver
        .structure(id, role)
        .map_err(|kind| checker.report(operation, kind))
}

/// Resolves a reference of the operation to an error.
fn error_structure<'m>(
    checker: &mut Checker<'_>,
    resolver: &Resolver<'m>,
    operation: &ShapeId,
    id: &'m ShapeId,
) -> Result<Target<'m>, Reported> {
    let target = structure(checker, resolver, operation, id, "an error")?;
    let shape = checker.model.get(id);
    if shape.is_some_and(|shape| shape.traits.error.is_none()) {
        return Err(checker.report(id, ProblemKind::MissingTrait("smithy.api#error")));
    }
    Ok(target)
}

impl<'a, 'm> Source<'a, 'm> {
    /// Returns the members of the input.
    pub(super) fn input_members(self) -> &'a [Member<'m>] {
        self.resolver.members(self.input)
    }

    /// Whether the body of requests is a stream.
    pub(super) fn sends_stream(self) -> bool {
        let mut members = self.input_members().iter();
        members.any(|member| {
            let shape = self.resolver.shape(member.target);
            shape.is_some_and(|shape| shape.traits.streaming.is_some())
        })
    }
}
