//! `Thing` on the wire.

use crate::json::*;
use crate::types::Thing;
use crate::types::builders::ThingBuilder;

read_structure! {
    json: ThingBuilder => Thing, tries;

    0 "Name" => name = json.string()?;
    1 "Kind" => kind = json.string_enum()?;
    2 "ChangedAt" => changed_at = json.epoch_seconds()?;
    3 "Tags" => tags = json.map(JsonReader::string)?;
    name else String::new();
}
