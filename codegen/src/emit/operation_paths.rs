//! Paths of what belongs to an operation, and of structures wherever they live.

use crate::ir::{Role, Structure};

/// The path of a structure, as text for links in documentation.
pub(super) fn structure_path(structure: &Structure) -> String {
    let name = &structure.name;
    match &structure.role {
        Role::Shared => format!("crate::types::{name}"),
        Role::Error(_) => format!("crate::types::error::{name}"),
        Role::Input(operation) | Role::Output(operation) => {
            format!("crate::operation::{}::{name}", operation.module.ident())
        }
    }
}
