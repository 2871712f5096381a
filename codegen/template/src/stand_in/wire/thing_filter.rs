//! `ThingFilter` on the wire.

use crate::json::*;
use crate::types::ThingFilter;

read_union! {
    json: ThingFilter;

    0 "Kind" => json.string_enum()?.map(Self::Kind);
    1 "Name" => json.string()?.map(Self::Name);
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
