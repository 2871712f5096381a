//! Removes the path that precedes IDs which Route 53 returned, as in `/hostedzone/Z1`: the service rejects it in URIs.

use std::collections::BTreeSet;

use crate::ir::{Crate, Part, Type};
use crate::model::ShapeId;
use crate::select::Selection;

/// The shapes of IDs.
const IDS: [&str; 2] = ["ChangeId", "ResourceId"];

/// The texts that are removed if an ID begins with them, one at most.
const PREFIXES: &[&str] = &[
    "/hostedzone/",
    "hostedzone/",
    "/change/",
    "change/",
    "/delegationset/",
    "delegationset/",
];

pub(super) fn adjust(selection: &Selection<'_>, lowered: &mut Crate) {
    let ids = ids(selection);
    for operation in &mut lowered.operations {
        for part in &mut operation.request.uri.path {
            if let Part::Label(label) = part {
                let field = &operation.input.fields[label.field];
                if field.ty == Type::String && ids.contains(&field.shape) {
                    label.prefixes = PREFIXES;
                }
            }
        }
    }
}

/// Returns the members of inputs that are IDs.
fn ids(selection: &Selection<'_>) -> BTreeSet<ShapeId> {
    let inputs = selection.operations.iter().map(|operation| operation.input);
    let members = inputs.flat_map(|input| selection.shapes[input].members());
    members
        .filter(|member| IDS.contains(&member.target.id().name()))
        .map(|member| member.id.clone())
        .collect()
}
