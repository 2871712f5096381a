//! `ThingNotFoundException` on the wire.

use crate::json::{JsonError, JsonReader, ReadStructure};
use crate::types::error::ThingNotFoundException;
use crate::types::error::builders::ThingNotFoundExceptionBuilder;

impl ReadStructure for ThingNotFoundExceptionBuilder {
    type Value = ThingNotFoundException;

    const MEMBERS: &'static [&'static str] = &["Message"];

    fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError> {
        match member {
            0 => self.message = json.string()?,
            _ => json.skip()?,
        }
        Ok(())
    }

    fn finish(self) -> ThingNotFoundException {
        self.build()
    }
}
