//! Whether the `paginated` trait fits its operation: <https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait>.

use super::Checker;
use crate::error::ProblemKind;
use crate::lower::pagination::{merged, resolve_path};
use crate::model::{Member, Operation, ShapeId, ShapeKind, SimpleKind};

/// Reports members that don't exist or have a type that can't be a token, items or a page size.
pub(super) fn check(
    checker: &mut Checker<'_>,
    service: &ShapeId,
    id: &ShapeId,
    operation: &Operation,
) {
    let Some(paginated) = merged(checker.model, service, id) else {
        return;
    };
    let input = checker.input_member(
        id,
        operation,
        "input token",
        paginated.input_token.as_deref(),
    );
    let output = checker.output_member(
        id,
        operation,
        "output token",
        paginated.output_token.as_deref(),
    );
    if let (Some(input), Some(output)) = (input, output)
        && input.kind() != output.kind()
    {
        let message = format!(
            "input token `{}` and output token `{}` have different types",
            input.member.name, output.member.name
        );
        checker.report(id, ProblemKind::Pagination(message));
    }
    if let Some(path) = paginated.items.as_deref() {
        let items = checker.output_member(id, operation, "items", Some(path));
        if items.is_some_and(|items| !matches!(items.kind(), Kind::Collection)) {
            let message = format!("items `{path}` must be a list or a map");
            checker.report(id, ProblemKind::Pagination(message));
        }
    }
    if let Some(name) = paginated.page_size.as_deref() {
        let size = checker.input_member(id, operation, "page size", Some(name));
        if size.is_some_and(|size| !matches!(size.kind(), Kind::Number(_))) {
            let message = format!("page size `{name}` must be a number");
            checker.report(id, ProblemKind::Pagination(message));
        }
    }
}

/// What pagination needs to know of a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    String,
    Number(SimpleKind),
    Collection,
    Other,
}

struct Found<'a> {
    member: &'a Member,
    target: Option<&'a ShapeKind>,
}

impl Found<'_> {
    fn kind(&self) -> Kind {
        match self.target {
            Some(ShapeKind::Simple(SimpleKind::String) | ShapeKind::Enum(_)) => Kind::String,
            Some(ShapeKind::IntEnum(_)) => Kind::Number(SimpleKind::Integer),
            Some(ShapeKind::Simple(
                kind @ (SimpleKind::Byte
                | SimpleKind::Short
                | SimpleKind::Integer
                | SimpleKind::Long),
            )) => Kind::Number(*kind),
            Some(ShapeKind::List(_) | ShapeKind::Map { .. }) => Kind::Collection,
            Some(
                ShapeKind::Simple(_)
                | ShapeKind::Structure(_)
                | ShapeKind::Union(_)
                | ShapeKind::Service(_)
                | ShapeKind::Resource(_)
                | ShapeKind::Operation(_),
            )
            | None => Kind::Other,
        }
    }
}

impl<'a> Checker<'a> {
    fn input_member(
        &mut self,
        id: &ShapeId,
        operation: &Operation,
        role: &str,
        path: Option<&str>,
    ) -> Option<Found<'a>> {
        self.pagination_member(id, &operation.input, role, path)
    }

    fn output_member(
        &mut self,
        id: &ShapeId,
        operation: &Operation,
        role: &str,
        path: Option<&str>,
    ) -> Option<Found<'a>> {
        self.pagination_member(id, &operation.output, role, path)
    }

    /// The member at the end of `path`, or a report that there is none.
    fn pagination_member(
        &mut self,
        id: &ShapeId,
        structure: &ShapeId,
        role: &str,
        path: Option<&str>,
    ) -> Option<Found<'a>> {
        let Some(path) = path else {
            self.report(
                id,
                ProblemKind::Pagination(format!("the paginated trait names no {role}")),
            );
            return None;
        };
        let model = self.model;
        let Some(member) =
            resolve_path(model, structure, path).and_then(|members| members.last().copied())
        else {
            let message = format!("{role} `{path}` is not a member of {}", structure.name());
            self.report(id, ProblemKind::Pagination(message));
            return None;
        };
        Some(Found {
            member,
            target: model.get(&member.target).map(|shape| &shape.kind),
        })
    }
}
