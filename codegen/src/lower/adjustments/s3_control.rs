//! Removes the account from the host prefixes of S3 Control, whose endpoints contain it, and adds the hash of bodies.

use crate::ir::Crate;
use crate::model::Model;

/// Removes the host prefixes that contain the account.
pub(super) fn adjust_model(model: &mut Model) {
    for shape in model.shapes.values_mut() {
        let is_account = |prefix: &str| prefix.contains("{AccountId}");
        let endpoint = &mut shape.traits.endpoint;
        if endpoint
            .as_ref()
            .is_some_and(|endpoint| is_account(&endpoint.host_prefix))
        {
            *endpoint = None;
        }
    }
}

pub(super) fn adjust(lowered: &mut Crate) {
    for operation in &mut lowered.operations {
        operation.adjustments.signing.body_hash = true;
    }
}
