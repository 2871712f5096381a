//! Shapes with a member of every kind, and for them what generated code would hold to read and write them.

use std::collections::HashMap;

use aws_smithy_types::{Blob, DateTime, Document};

use crate::json::*;

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Kind {
    Custom,
    Unknown(String),
}

impl From<&str> for Kind {
    fn from(value: &str) -> Self {
        match value {
            "CUSTOM" => Self::Custom,
            other => Self::Unknown(other.to_owned()),
        }
    }
}

impl AsRef<str> for Kind {
    fn as_ref(&self) -> &str {
        match self {
            Self::Custom => "CUSTOM",
            Self::Unknown(value) => value,
        }
    }
}

/// Floats are kept as bits when read, for `NaN` isn't equal to itself.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Metric {
    Number(u64),
    Label(String),
    Group(Box<Group>),
    Unknown,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Group {
    pub(super) arn: Option<String>,
    pub(super) kind: Option<Kind>,
    pub(super) tiny: Option<i8>,
    pub(super) small: Option<i16>,
    pub(super) order: Option<i32>,
    pub(super) total: Option<i64>,
    pub(super) ratio: Option<u32>,
    pub(super) weight: Option<u64>,
    pub(super) active: Option<bool>,
    pub(super) data: Option<Blob>,
    pub(super) modified: Option<DateTime>,
    pub(super) created: Option<DateTime>,
    pub(super) expires: Option<DateTime>,
    pub(super) extra: Option<Document>,
    pub(super) tags: Option<HashMap<String, String>>,
    pub(super) groups: Option<Vec<Group>>,
    pub(super) levels: Option<Vec<Option<i32>>>,
    pub(super) by_kind: Option<HashMap<Kind, Vec<String>>>,
    pub(super) sparse: Option<HashMap<String, Option<i64>>>,
    pub(super) metric: Option<Box<Metric>>,
}

impl Group {
    fn build(self) -> Self {
        self
    }
}

read_structure! {
    json: Group => Self;

    0 "Arn" => arn = json.string()?;
    1 "Kind" => kind = json.string_enum()?;
    2 "Tiny" => tiny = json.byte()?;
    3 "Small" => small = json.short()?;
    4 "Order" => order = json.integer()?;
    5 "Total" => total = json.long()?;
    6 "Ratio" => ratio = json.float()?.map(f32::to_bits);
    7 "Weight" => weight = json.double()?.map(f64::to_bits);
    8 "Active" => active = json.boolean()?;
    9 "Data" => data = json.blob()?;
    10 "Modified" => modified = json.epoch_seconds()?;
    11 "Created" => created = json.date_time()?;
    12 "Expires" => expires = json.http_date()?;
    13 "Extra" => extra = json.document()?;
    14 "Tags" => tags = json.map(JsonReader::string)?;
    15 "Groups" => groups = json.list(JsonReader::structure::<Group>)?;
    16 "Levels" => levels = json.sparse_list(JsonReader::integer)?;
    17 "ByKind" => by_kind = json.map(|json| json.list(JsonReader::string))?;
    18 "Sparse" => sparse = json.sparse_map(JsonReader::long)?;
    19 "Metric" => metric = json.union()?.map(Box::new);
}

read_union! {
    json: Metric;

    0 "Number" => json.double()?.map(|value| Self::Number(value.to_bits()));
    1 "Label" => json.string()?.map(Self::Label);
    2 "Group" => json.structure::<Group>()?.map(|group| Self::Group(Box::new(group)));
}

impl WriteStructure for Group {
    fn write_members(&self, json: &mut JsonWriter) {
        let ratio = self.ratio.map(f32::from_bits);
        let weight = self.weight.map(f64::from_bits);
        json.member(key!("Arn"), self.arn.as_deref(), JsonWriter::string);
        json.member(key!("Kind"), self.kind.as_ref(), JsonWriter::string);
        json.member(key!("Tiny"), self.tiny.as_ref(), JsonWriter::integer);
        json.member(key!("Small"), self.small.as_ref(), JsonWriter::integer);
        json.member(key!("Order"), self.order.as_ref(), JsonWriter::integer);
        json.member(key!("Total"), self.total.as_ref(), JsonWriter::integer);
        json.member(key!("Ratio"), ratio.as_ref(), JsonWriter::double);
        json.member(key!("Weight"), weight.as_ref(), JsonWriter::double);
        json.member(key!("Active"), self.active.as_ref(), JsonWriter::boolean);
        json.member(key!("Data"), self.data.as_ref(), JsonWriter::blob);
        json.member(key!("Modified"), self.modified.as_ref(), JsonWriter::epoch_seconds);
        json.member(key!("Created"), self.created.as_ref(), JsonWriter::date_time);
        json.member(key!("Expires"), self.expires.as_ref(), JsonWriter::http_date);
        json.member(key!("Extra"), self.extra.as_ref(), JsonWriter::document);
        json.member(key!("Tags"), self.tags.as_ref(), |json, tags| {
            json.map(tags, JsonWriter::string);
        });
        json.member(key!("Groups"), self.groups.as_deref(), |json, groups| {
            json.list(groups, JsonWriter::structure);
        });
        json.member(key!("Levels"), self.levels.as_deref(), |json, levels| {
            json.sparse_list(levels, JsonWriter::integer);
        });
        json.member(key!("ByKind"), self.by_kind.as_ref(), |json, by_kind| {
            json.map(by_kind, |json, names| json.list(names, JsonWriter::string));
        });
        json.member(key!("Sparse"), self.sparse.as_ref(), |json, sparse| {
            json.sparse_map(sparse, JsonWriter::integer);
        });
        json.member(key!("Metric"), self.metric.as_deref(), JsonWriter::structure);
    }
}

impl WriteStructure for Metric {
    fn write_members(&self, json: &mut JsonWriter) {
        match self {
            Self::Number(bits) => {
                json.member(key!("Number"), Some(&f64::from_bits(*bits)), JsonWriter::double);
            }
            Self::Label(label) => json.member(key!("Label"), Some(label), JsonWriter::string),
            Self::Group(group) => json.member(key!("Group"), Some(&**group), JsonWriter::structure),
            Self::Unknown => json.unknown_variant("Metric"),
        }
    }
}

/// Reads a whole body.
pub(super) fn read(body: impl AsRef<[u8]>) -> Result<Group, JsonError> {
    let mut group = Group::default();
    JsonReader::new(body.as_ref()).read_members_into(&mut group)?;
    Ok(group)
}

/// Writes a whole body; the error as text.
pub(super) fn write(group: &Group) -> Result<String, String> {
    let mut json = JsonWriter::new();
    json.structure(group);
    json.finish().map_err(|error| error.to_string())
}
