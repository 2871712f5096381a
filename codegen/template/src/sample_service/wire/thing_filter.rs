//! Reads and writes `ThingFilter`.

use crate::json::*;

impl Members for crate::types::ThingFilter {
    const MEMBERS: &'static [&'static str] = &[key!("Kind"), key!("Name")];
}

impl ReadUnion for crate::types::ThingFilter {
    fn read_variant(member: usize, json: &mut JsonReader<'_>) -> Result<Option<Self>, JsonError> {
        Ok(match member {
            0 => json.string_enum::<crate::types::ThingKind>()?.map(Self::Kind),
            1 => json.string()?.map(Self::Name),
            _ => json.skip().map(|()| Some(Self::Unknown))?,
        })
    }
}

impl WriteStructure for crate::types::ThingFilter {
    fn write_members(&self, json: &mut JsonWriter) {
        match self {
            Self::Kind(value) => json.member(Self::MEMBERS[0], Some(value), JsonWriter::string),
            Self::Name(value) => json.member(Self::MEMBERS[1], Some(value), JsonWriter::string),
            Self::Unknown => json.unknown_variant("ThingFilter"),
        }
    }
}

#[cfg(feature = "serde")]
crate::runtime::serde::union! {
    types::ThingFilter { Kind(_), Name(_) }
}
