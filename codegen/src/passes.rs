//! Passes over the lowered crate, one concern per file, in this order.

mod docs;
mod error_messages;
mod names;
mod recursion;
mod recursion_limit;

use crate::error::Errors;
use crate::ir;
use crate::model::Model;

/// Runs every pass.
///
/// # Errors
///
/// Names that clash, all of them at once.
pub fn run(model: &Model, lowered: &mut ir::Crate) -> Result<(), Errors> {
    error_messages::run(lowered);
    Errors::check(names::problems(&model.source, lowered))?;
    recursion::run(lowered);
    recursion_limit::run(lowered);
    docs::run(lowered);
    Ok(())
}
