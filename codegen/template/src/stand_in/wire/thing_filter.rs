//! `ThingFilter` on the wire.

use crate::json::{JsonError, JsonReader, JsonWriter, ReadUnion, WriteStructure, key};
use crate::types::ThingFilter;

impl ReadUnion for ThingFilter {
    const MEMBERS: &'static [&'static str] = &["Kind", "Name"];

    fn read_variant(member: usize, json: &mut JsonReader<'_>) -> Result<Option<Self>, JsonError> {
        Ok(match member {
            0 => json.string_enum()?.map(Self::Kind),
            1 => json.string()?.map(Self::Name),
            _ => {
                json.skip()?;
                Some(Self::Unknown)
            }
        })
    }
}

impl WriteStructure for ThingFilter {
    fn write_members(&self, json: &mut JsonWriter) {
        match self {
            Self::Kind(value) => json.member(key!("Kind"), Some(value), JsonWriter::string),
            Self::Name(value) => json.member(key!("Name"), Some(value), JsonWriter::string),
            Self::Unknown => json.unknown_variant("ThingFilter"),
        }
    }
}
