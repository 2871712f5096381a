//! Structures that are the whole body, which is `{}` without one.

use crate::json::{JsonWriter, WriteStructure};

impl<T: WriteStructure> WriteStructure for Option<T> {
    fn write_members(&self, json: &mut JsonWriter) {
        if let Some(structure) = self {
            structure.write_members(json);
        }
    }
}
