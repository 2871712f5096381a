//! Walks the references of a model.

use std::collections::BTreeSet;

use crate::model::{Member, Model, Operation, Shape, ShapeId, ShapeKind};

/// Returns the operation with this ID, if there is one.
pub fn as_operation<'m>(model: &'m Model, id: &ShapeId) -> Option<&'m Operation> {
    match &model.get(id)?.kind {
        ShapeKind::Operation(operation) => Some(operation),
        ShapeKind::Simple(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_) => None,
    }
}

/// Returns the errors that an operation can return: its own and those of the service.
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

/// Returns `roots` and all shapes that they refer to, directly or through others. Unresolved references are skipped.
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
        open.extend(
            references(shape)
                .into_iter()
                .map(|member| member.target.clone()),
        );
    }
    reached
}

/// Returns the members whose targets a shape needs. The members of enums are values without targets.
pub fn references(shape: &Shape) -> Vec<&Member> {
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
