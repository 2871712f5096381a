//! Passes over the lowered crate, one concern per file, in this order.

mod docs;
mod error_messages;
mod recursion;

use crate::ir;

/// Runs every pass.
pub fn run(lowered: &mut ir::Crate) {
    error_messages::run(lowered);
    recursion::run(lowered);
    docs::run(lowered);
}
