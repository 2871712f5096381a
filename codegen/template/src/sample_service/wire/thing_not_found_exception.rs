//! Reads `ThingNotFoundException`.

use crate::json::*;

impl Members for crate::types::error::ThingNotFoundException {
    const MEMBERS: &'static [&'static str] = &[key!("Message")];
}

impl ReadStructure for crate::types::error::builders::ThingNotFoundExceptionBuilder {
    type Value = crate::types::error::ThingNotFoundException;

    fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError> {
        match member {
            0 => json.member(&mut self.message, JsonReader::string)?,
            _ => json.skip()?,
        }
        Ok(())
    }

    fn finish(self) -> Self::Value {
        self.build()
    }
}

#[cfg(feature = "serde")]
crate::runtime::serde::structure! {
    build types::error::ThingNotFoundException { message }
}
