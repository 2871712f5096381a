//! `Thing` on the wire.

use crate::json::{JsonError, JsonReader, ReadStructure};
use crate::types::Thing;
use crate::types::builders::ThingBuilder;

impl ReadStructure for ThingBuilder {
    type Value = Thing;

    const MEMBERS: &'static [&'static str] = &["Name", "Kind", "ChangedAt", "Tags"];

    fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError> {
        match member {
            0 => self.name = json.string()?,
            1 => self.kind = json.string_enum()?,
            2 => self.changed_at = json.epoch_seconds()?,
            3 => self.tags = json.map(JsonReader::string)?,
            _ => json.skip()?,
        }
        Ok(())
    }

    fn finish(self) -> Thing {
        Thing {
            // The service doesn't always send what the model requires.
            name: self.name.unwrap_or_default(),
            kind: self.kind,
            changed_at: self.changed_at,
            tags: self.tags,
        }
    }
}
