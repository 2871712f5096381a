//! Finds the structures that are only used as the input or output of one operation.

use std::collections::BTreeMap;

use super::super::traits::Marker;
use super::super::{Model, Operation, Shape, ShapeId, ShapeKind};

/// The number of references to a shape, by role.
#[derive(Default)]
struct Uses {
    input: usize,
    output: usize,
    other: usize,
}

/// Sets the traits `input` and `output` on structures that have no other use.
pub(super) fn mark_inputs_and_outputs(model: &mut Model) {
    for (id, uses) in uses(model) {
        let Some(shape) = model.shapes.get_mut(&id) else {
            continue;
        };
        match uses {
            Uses {
                input: 1,
                output: 0,
                other: 0,
            } => shape.traits.input = Some(Marker),
            Uses {
                input: 0,
                output: 1,
                other: 0,
            } => shape.traits.output = Some(Marker),
            Uses { .. } => {}
        }
    }
}

/// Counts the references to the inputs and outputs of operations.
fn uses(model: &Model) -> BTreeMap<ShapeId, Uses> {
    let mut uses: BTreeMap<ShapeId, Uses> = BTreeMap::new();
    for operation in operations(model) {
        uses.entry(operation.input.clone()).or_default().input += 1;
        uses.entry(operation.output.clone()).or_default().output += 1;
    }
    let members = model.shapes.values().flat_map(Shape::members);
    let targets = members.map(|member| &member.target);
    let errors = operations(model).flat_map(|operation| &operation.errors);
    for id in targets.chain(errors) {
        if let Some(uses) = uses.get_mut(id) {
            uses.other += 1;
        }
    }
    uses.retain(|id, _| !id.is_unit());
    uses
}

fn operations(model: &Model) -> impl Iterator<Item = &Operation> {
    model.shapes.values().filter_map(|shape| match &shape.kind {
        ShapeKind::Operation(operation) => Some(operation),
        _ => None,
    })
}
