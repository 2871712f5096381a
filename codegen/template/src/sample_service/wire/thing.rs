//! Reads and writes `Thing`.

use crate::json::*;

impl Members for crate::types::Thing {
    const MEMBERS: &'static [&'static str] = &[key!("Name"), key!("Kind"), key!("ChangedAt"), key!("Tags")];
}

impl ReadStructure for crate::types::builders::ThingBuilder {
    type Value = crate::types::Thing;

    fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError> {
        match member {
            0 => json.member(&mut self.name, JsonReader::string)?,
            1 => self.kind = json.string_enum::<crate::types::ThingKind>()?,
            2 => json.member(&mut self.changed_at, JsonReader::epoch_seconds)?,
            3 => self.tags = json.map(JsonReader::string)?,
            _ => json.skip()?,
        }
        Ok(())
    }

    fn finish(mut self) -> Self::Value {
        self.name.get_or_insert_default();
        self.build().expect("every required member has a value")
    }
}

#[cfg(feature = "serde")]
crate::runtime::serde::structure! {
    finish types::Thing { name = value, kind, changed_at, tags }
}
