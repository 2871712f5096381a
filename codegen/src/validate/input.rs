//! Checks the members of an input that the client fills in or sends in the host: idempotency tokens and host labels.

use super::{Checker, is_string};
use crate::error::ProblemKind;
use crate::model::{Member, Shape, ShapeId, ShapeKind, SimpleKind};

pub(super) fn check(checker: &mut Checker<'_>, input: &ShapeId) {
    let model = checker.model;
    let members = model.get(input).map(Shape::members).unwrap_or_default();
    check_idempotency_tokens(checker, input, &members);
    check_host_labels(checker, input, &members);
}

/// Reports idempotency tokens that can't be filled in. An input has at most one, which is a string:
/// <https://smithy.io/2.0/spec/behavior-traits.html#idempotencytoken-trait>.
fn check_idempotency_tokens(checker: &mut Checker<'_>, input: &ShapeId, members: &[&Member]) {
    let tokens = members
        .iter()
        .filter(|member| member.traits.idempotency_token.is_some());
    for (index, token) in tokens.enumerate() {
        let kind = checker.model.get(&token.target).map(|shape| &shape.kind);
        let message = if index > 0 {
            "a second idempotency token (smithy.api#idempotencyToken)"
        } else if kind.is_some_and(|kind| !matches!(kind, ShapeKind::Simple(SimpleKind::String))) {
            "an idempotency token (smithy.api#idempotencyToken) that isn't a string"
        } else {
            continue;
        };
        let kind = ProblemKind::Unsupported(message.to_owned());
        checker.report(&input.member(&token.name), kind);
    }
}

/// Reports host labels that aren't strings: <https://smithy.io/2.0/spec/endpoint-traits.html#hostlabel-trait>.
fn check_host_labels(checker: &mut Checker<'_>, input: &ShapeId, members: &[&Member]) {
    let labels = members
        .iter()
        .filter(|member| member.traits.host_label.is_some());
    for label in labels {
        let Some(target) = checker.model.get(&label.target) else {
            continue;
        };
        if !is_string(checker, &label.target) {
            let kind = ProblemKind::WrongKind {
                target: label.target.clone(),
                role: "a label of the host",
                found: target.kind.name(),
            };
            checker.report(&input.member(&label.name), kind);
        }
    }
}
