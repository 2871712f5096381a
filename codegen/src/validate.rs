//! Checks that operations and their shapes need nothing that the generated crate doesn't support.

mod bindings;
mod collections;
mod input;
mod names;
mod protocol;
mod streams;

pub(crate) use bindings::check as bindings;
pub(crate) use names::{check as names, is_token};
pub(crate) use protocol::{check as protocol, check_input as protocol_input};
pub(crate) use streams::check as streams;

use std::collections::BTreeSet;

use crate::error::{Problem, ProblemKind};
use crate::model::{Member, Model, Shape, ShapeId, ShapeKind, SimpleKind, Traits};

/// Collects the problems of a part of the model.
pub(crate) struct Checker<'a> {
    pub(crate) model: &'a Model,
    pub(crate) problems: Vec<Problem>,
}

/// Proves that a problem was reported.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reported(());

impl<'a> Checker<'a> {
    pub(crate) fn new(model: &'a Model) -> Self {
        Self {
            model,
            problems: Vec::new(),
        }
    }

    pub(crate) fn report(&mut self, shape: &ShapeId, kind: ProblemKind) -> Reported {
        self.problems.push(self.model.problem(Some(shape), kind));
        Reported(())
    }

    /// Returns an error if a problem was reported.
    pub(crate) fn finish(&self) -> Result<(), Reported> {
        if self.problems.is_empty() {
            Ok(())
        } else {
            Err(Reported(()))
        }
    }
}

/// Whether the values of a shape are strings.
fn is_string(checker: &Checker<'_>, target: &ShapeId) -> bool {
    let kind = checker.model.get(target).map(|shape| &shape.kind);
    matches!(
        kind,
        Some(ShapeKind::Simple(SimpleKind::String) | ShapeKind::Enum(_))
    )
}

/// Checks the traits of an operation.
pub(crate) fn operation(checker: &mut Checker<'_>, id: &ShapeId, traits: &Traits, input: &ShapeId) {
    check_stream(checker, id, traits, input);
    input::check(checker, input);
}

/// Reports compression, which needs the whole body, if the body is a stream.
fn check_stream(checker: &mut Checker<'_>, id: &ShapeId, traits: &Traits, input: &ShapeId) {
    let model = checker.model;
    let is_stream = |target| {
        let shape = model.get(target);
        shape.is_some_and(|shape| shape.traits.streaming.is_some())
    };
    let members = model.get(input).map(Shape::members).unwrap_or_default();
    let streams = members.iter().any(|member| is_stream(&member.target));
    if streams && traits.request_compression.is_some() {
        let message = "compression (smithy.api#requestCompression) of a body that is a stream";
        checker.report(id, ProblemKind::Unsupported(message.to_owned()));
    }
}

/// Checks the shapes that an operation needs.
pub(crate) fn shapes<'a>(checker: &mut Checker<'_>, shapes: impl Iterator<Item = &'a ShapeId>) {
    let shapes: BTreeSet<&ShapeId> = shapes.collect();
    for id in &shapes {
        check_shape(checker, id);
    }
    collections::check(checker, &shapes);
}

fn check_shape(checker: &mut Checker<'_>, id: &ShapeId) {
    let Some(shape) = checker.model.get(id) else {
        return;
    };
    if shape.traits.streaming.is_some() {
        check_streaming(checker, id, &shape.kind);
    }
    let missing = match &shape.kind {
        ShapeKind::Union(members) if members.is_empty() => Some("members"),
        ShapeKind::Enum(values) if values.is_empty() => Some("values"),
        ShapeKind::Union(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::Simple(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => None,
    };
    if let Some(missing) = missing {
        checker.report(id, ProblemKind::Empty(missing));
    }
    if let ShapeKind::Enum(values) = &shape.kind {
        check_values(checker, id, values);
    }
    check_units(checker, id, shape);
}

/// Reports values of an enum that aren't strings: <https://smithy.io/2.0/spec/type-refinement-traits.html#enumvalue-trait>.
fn check_values(checker: &mut Checker<'_>, id: &ShapeId, values: &[Member]) {
    for member in values {
        let value = member.traits.enum_value.as_ref();
        if let Some(value) = value.filter(|value| !value.is_string()) {
            let kind = ProblemKind::EnumValue(value.to_string());
            checker.report(&id.member(&member.name), kind);
        }
    }
}

/// Reports streams of anything but bytes.
fn check_streaming(checker: &mut Checker<'_>, id: &ShapeId, kind: &ShapeKind) {
    let message = match kind {
        ShapeKind::Simple(SimpleKind::Blob) => return,
        ShapeKind::Union(_) => "an event stream (smithy.api#streaming on a union)".to_owned(),
        ShapeKind::Simple(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => {
            format!(
                "a stream (smithy.api#streaming) on a shape of type {}",
                kind.name()
            )
        }
    };
    checker.report(id, ProblemKind::Unsupported(message));
}

/// Reports members that target the unit type, which has no values, outside of unions and enums:
/// <https://smithy.io/2.0/spec/model.html#unit-type>.
fn check_units(checker: &mut Checker<'_>, id: &ShapeId, shape: &Shape) {
    let has_values = match &shape.kind {
        ShapeKind::Structure(_) | ShapeKind::List(_) | ShapeKind::Map { .. } => true,
        ShapeKind::Union(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::Simple(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => false,
    };
    let units = shape.members().into_iter();
    for member in units.filter(|member| has_values && member.target.is_unit()) {
        let kind = ProblemKind::WrongKind {
            target: member.target.clone(),
            role: "the type of a member",
            found: "type without values",
        };
        checker.report(&id.member(&member.name), kind);
    }
}
