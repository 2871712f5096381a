//! S3 Control has the account in the host prefix of its model and in the endpoint of its requests, and needs the hash of bodies.

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
