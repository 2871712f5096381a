//! What an operation needs that isn't there, doesn't fit, or isn't supported: all of it, before anything is lowered.

mod bindings;
mod pagination;

pub(crate) use bindings::labels;

use crate::error::{Problem, ProblemKind};
use crate::model::traits::Traits;
use crate::model::{Model, ShapeId, ShapeKind};
use crate::select::{as_operation, auth, closure, operation_errors};

/// Traits that change what is sent or received, and that nothing here implements.
const UNSUPPORTED_TRAITS: [(&str, &str); 3] = [
    (
        "aws.protocols#httpChecksum",
        "flexible checksums (aws.protocols#httpChecksum)",
    ),
    (
        "aws.api#clientDiscoveredEndpoint",
        "endpoint discovery (aws.api#clientDiscoveredEndpoint)",
    ),
    ("smithy.api#xmlNamespace", "XML (smithy.api#xmlNamespace)"),
];

/// Collects the problems of one part of the model.
struct Checker<'a> {
    model: &'a Model,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    fn report(&mut self, shape: &ShapeId, kind: ProblemKind) {
        self.problems.push(Problem {
            file: self.model.source.clone(),
            shape: Some(shape.clone()),
            kind,
        });
    }
}

/// Problems of the service itself: its protocol and its identity.
pub fn service_problems(model: &Model, id: &ShapeId) -> Vec<Problem> {
    let mut checker = Checker {
        model,
        problems: Vec::new(),
    };
    let Some(shape) = model.get(id) else {
        return Vec::new();
    };
    if shape.traits.rest_json_1.is_none() {
        let names = match protocols(&shape.traits).as_slice() {
            [] => "not given".to_owned(),
            names => names.join(", "),
        };
        checker.report(id, ProblemKind::Protocol(names));
    }
    if shape.traits.aws_service.is_none() {
        checker.report(id, ProblemKind::MissingTrait("aws.api#service"));
    }
    checker.problems
}

/// The protocols a service names.
pub fn protocols(traits: &Traits) -> Vec<&str> {
    let is_protocol =
        |id: &&str| id.starts_with("aws.protocols#") || id.starts_with("smithy.protocols#");
    traits.ids().filter(is_protocol).collect()
}

/// Everything that keeps an operation from being generated.
pub fn operation_problems(model: &Model, service: &ShapeId, id: &ShapeId) -> Vec<Problem> {
    let mut checker = Checker {
        model,
        problems: Vec::new(),
    };
    let Some(operation) = as_operation(model, id) else {
        return Vec::new();
    };
    checker.check_auth(service, id);
    checker.check_traits(id);
    checker.check_stream(id, &operation.input);
    checker.check_structure(id, &operation.input, "its input");
    checker.check_structure(id, &operation.output, "its output");
    let errors = operation_errors(model, service, operation);
    for error in &errors {
        checker.check_structure(id, error, "an error");
    }
    for shape in closure(
        model,
        [&operation.input, &operation.output]
            .into_iter()
            .chain(&errors),
    ) {
        checker.check_shape(&shape);
    }
    if checker.problems.is_empty() {
        bindings::check(&mut checker, id, operation);
        pagination::check(&mut checker, service, id, operation);
    }
    checker.problems
}

impl Checker<'_> {
    fn check_structure(&mut self, operation: &ShapeId, target: &ShapeId, role: &'static str) {
        match self.model.get(target) {
            None => self.report(operation, ProblemKind::Unresolved(target.clone())),
            Some(shape) if !matches!(shape.kind, ShapeKind::Structure(_)) => {
                let found = shape.kind_name();
                self.report(
                    operation,
                    ProblemKind::WrongKind {
                        target: target.clone(),
                        role,
                        found,
                    },
                );
            }
            Some(_) => {}
        }
    }

    /// Reports an operation none of whose auth schemes is supported: its requests would lack credentials.
    fn check_auth(&mut self, service: &ShapeId, id: &ShapeId) {
        let (Some(service), Some(operation)) = (self.model.get(service), self.model.get(id)) else {
            return;
        };
        let schemes = auth::operation_schemes(self.model, &service.traits, &operation.traits);
        if auth::supported(&schemes).is_empty() {
            let names: Vec<&str> = schemes.iter().map(ShapeId::as_str).collect();
            let (noun, names) = match names.as_slice() {
                [name] => ("auth scheme", (*name).to_owned()),
                names => ("choice of auth schemes", names.join(", ")),
            };
            self.report(id, ProblemKind::Unsupported(format!("the {noun} {names}")));
        }
    }

    fn check_traits(&mut self, id: &ShapeId) {
        let Some(shape) = self.model.get(id) else {
            return;
        };
        for (name, description) in UNSUPPORTED_TRAITS {
            if shape.traits.other.contains_key(name) {
                self.report(id, ProblemKind::Unsupported(description.to_owned()));
            }
        }
    }

    /// What needs the whole body can't be done to one that streams.
    fn check_stream(&mut self, id: &ShapeId, input: &ShapeId) {
        let model = self.model;
        let (Some(shape), Some(input)) = (model.get(id), model.get(input)) else {
            return;
        };
        let streams = |target| {
            model
                .get(target)
                .is_some_and(|shape| shape.traits.streaming.is_some())
        };
        if !input.members().iter().any(|member| streams(&member.target)) {
            return;
        }
        let traits = [
            (
                "compression (smithy.api#requestCompression)",
                shape.traits.request_compression.is_some(),
            ),
            (
                "a checksum (smithy.api#httpChecksumRequired)",
                shape.traits.http_checksum_required.is_some(),
            ),
        ];
        for (name, _) in traits.iter().filter(|(_, is_set)| *is_set) {
            self.report(
                id,
                ProblemKind::Unsupported(format!("{name} of a body that streams")),
            );
        }
    }

    /// A shape of the closure: its targets exist, its traits are supported.
    fn check_shape(&mut self, id: &ShapeId) {
        let model = self.model;
        let Some(shape) = model.get(id) else { return };
        if matches!(shape.kind, ShapeKind::Union(_)) && shape.traits.streaming.is_some() {
            self.report(
                id,
                ProblemKind::Unsupported(
                    "an event stream (smithy.api#streaming on a union)".to_owned(),
                ),
            );
        }
        if matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_)) {
            return;
        }
        for member in shape.members() {
            match model.get(&member.target).map(|target| &target.kind) {
                None => self.report(
                    &id.member(&member.name),
                    ProblemKind::Unresolved(member.target.clone()),
                ),
                Some(
                    kind @ (ShapeKind::Service(_)
                    | ShapeKind::Operation(_)
                    | ShapeKind::Resource(_)),
                ) => {
                    let found = kind.name();
                    let kind = ProblemKind::WrongKind {
                        target: member.target.clone(),
                        role: "a member's type",
                        found,
                    };
                    self.report(&id.member(&member.name), kind);
                }
                Some(_) => {}
            }
        }
    }
}
