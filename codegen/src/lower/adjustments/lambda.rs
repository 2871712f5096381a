//! Waits as long as a function of Lambda runs: the service sends nothing until it ends.

use crate::ir::Crate;

pub(super) fn adjust(lowered: &mut Crate) {
    for operation in &mut lowered.operations {
        let name = operation.shape.name();
        operation.adjustments.responds_slowly = matches!(name, "Invoke" | "InvokeAsync");
    }
}
