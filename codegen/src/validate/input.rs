//! Checks the members of inputs that are labels of the host.

use super::{Checker, is_string};
use crate::error::ProblemKind;
use crate::model::{Shape, ShapeId};

/// Reports host labels that aren't strings: <https://smithy.io/2.0/spec/endpoint-traits.html#hostlabel-trait>.
pub(crate) fn check(checker: &mut Checker<'_>, input: &ShapeId) {
    let model = checker.model;
    let members = model.get(input).map(Shape::members).unwrap_or_default();
    let labels = members
        .iter()
        .filter(|member| member.traits.host_label.is_some());
    for label in labels {
        let Some(target) = model.get(&label.target) else {
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
