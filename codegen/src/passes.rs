//! Passes over the lowered crate, one concern per file, in this order.

mod docs;
mod recursion;

use crate::ir;

/// Runs every pass.
pub fn run(lowered: &mut ir::Crate) {
    recursion::run(lowered);
    docs::run(lowered);
}
