//! Defines shapes with a member of every kind, and reads and writes them as generated code does.

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

impl Members for Group {
    const MEMBERS: &'static [&'static str] = &[
        key!("Arn"),
        key!("Kind"),
        key!("Tiny"),
        key!("Small"),
        key!("Order"),
        key!("Total"),
        key!("Ratio"),
        key!("Weight"),
        key!("Active"),
        key!("Data"),
        key!("Modified"),
        key!("Created"),
        key!("Expires"),
        key!("Extra"),
        key!("Tags"),
        key!("Groups"),
        key!("Levels"),
        key!("ByKind"),
        key!("Sparse"),
        key!("Metric"),
    ];
}

impl ReadStructure for Group {
    type Value = Self;

    fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError> {
        match member {
            0 => self.arn = json.string()?,
            1 => self.kind = json.string_enum()?,
            2 => self.tiny = json.byte()?,
            3 => self.small = json.short()?,
            4 => self.order = json.integer()?,
            5 => self.total = json.long()?,
            6 => self.ratio = json.float()?.map(f32::to_bits),
            7 => self.weight = json.double()?.map(f64::to_bits),
            8 => self.active = json.boolean()?,
            9 => self.data = json.blob()?,
            10 => self.modified = json.epoch_seconds()?,
            11 => self.created = json.date_time()?,
            12 => self.expires = json.http_date()?,
            13 => self.extra = json.document()?,
            14 => self.tags = json.map(JsonReader::string)?,
            15 => self.groups = json.list(JsonReader::structure::<Group>)?,
            16 => self.levels = json.sparse_list(JsonReader::integer)?,
            17 => self.by_kind = json.map(|json| json.list(JsonReader::string))?,
            18 => self.sparse = json.sparse_map(JsonReader::long)?,
            19 => self.metric = json.union()?.map(Box::new),
            _ => json.skip()?,
        }
        Ok(())
    }

    fn finish(self) -> Self {
        self
    }
}

impl Members for Metric {
    const MEMBERS: &'static [&'static str] = &[key!("Number"), key!("Label"), key!("Group")];
}

impl ReadUnion for Metric {
    fn read_variant(member: usize, json: &mut JsonReader<'_>) -> Result<Option<Self>, JsonError> {
        Ok(match member {
            0 => json.double()?.map(|value| Self::Number(value.to_bits())),
            1 => json.string()?.map(Self::Label),
            2 => json.structure::<Group>()?.map(|group| Self::Group(Box::new(group))),
            _ => json.skip().map(|()| Some(Self::Unknown))?,
        })
    }
}

impl WriteStructure for Group {
    fn write_members(&self, json: &mut JsonWriter) {
        let ratio = self.ratio.map(f32::from_bits);
        let weight = self.weight.map(f64::from_bits);
        json.member(Self::MEMBERS[0], self.arn.as_deref(), JsonWriter::string);
        json.member(Self::MEMBERS[1], self.kind.as_ref(), JsonWriter::string);
        json.member(Self::MEMBERS[2], self.tiny.as_ref(), JsonWriter::integer);
        json.member(Self::MEMBERS[3], self.small.as_ref(), JsonWriter::integer);
        json.member(Self::MEMBERS[4], self.order.as_ref(), JsonWriter::integer);
        json.member(Self::MEMBERS[5], self.total.as_ref(), JsonWriter::integer);
        json.member(Self::MEMBERS[6], ratio.as_ref(), JsonWriter::double);
        json.member(Self::MEMBERS[7], weight.as_ref(), JsonWriter::double);
        json.member(Self::MEMBERS[8], self.active.as_ref(), JsonWriter::boolean);
        json.member(Self::MEMBERS[9], self.data.as_ref(), JsonWriter::blob);
        json.member(Self::MEMBERS[10], self.modified.as_ref(), JsonWriter::epoch_seconds);
        json.member(Self::MEMBERS[11], self.created.as_ref(), JsonWriter::date_time);
        json.member(Self::MEMBERS[12], self.expires.as_ref(), JsonWriter::http_date);
        json.member(Self::MEMBERS[13], self.extra.as_ref(), JsonWriter::document);
        json.member(Self::MEMBERS[14], self.tags.as_ref(), |json, tags| {
            json.map(tags, JsonWriter::string);
        });
        json.member(Self::MEMBERS[15], self.groups.as_deref(), |json, groups| {
            json.list(groups, JsonWriter::structure);
        });
        json.member(Self::MEMBERS[16], self.levels.as_deref(), |json, levels| {
            json.sparse_list(levels, JsonWriter::integer);
        });
        json.member(Self::MEMBERS[17], self.by_kind.as_ref(), |json, by_kind| {
            json.map(by_kind, |json, names| json.list(names, JsonWriter::string));
        });
        json.member(Self::MEMBERS[18], self.sparse.as_ref(), |json, sparse| {
            json.sparse_map(sparse, JsonWriter::integer);
        });
        json.member(Self::MEMBERS[19], self.metric.as_deref(), JsonWriter::structure);
    }
}

impl WriteStructure for Metric {
    fn write_members(&self, json: &mut JsonWriter) {
        match self {
            Self::Number(bits) => {
                json.member(Self::MEMBERS[0], Some(&f64::from_bits(*bits)), JsonWriter::double);
            }
            Self::Label(label) => json.member(Self::MEMBERS[1], Some(label), JsonWriter::string),
            Self::Group(group) => json.member(Self::MEMBERS[2], Some(&**group), JsonWriter::structure),
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
