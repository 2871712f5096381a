//! Makes the members of EC2 optional: the model says that they always have values, but the service doesn't send some of
//! them, and rejects them in requests.

use crate::model::traits::Marker;
use crate::model::{Model, ShapeKind};

/// Makes the members of all structures optional.
pub(super) fn adjust_model(model: &mut Model) {
    let shapes = model.shapes.values_mut();
    let structures = shapes.filter(|shape| matches!(shape.kind, ShapeKind::Structure(_)));
    for member in structures.flat_map(crate::model::Shape::members_mut) {
        member.traits.client_optional = Some(Marker);
    }
}
