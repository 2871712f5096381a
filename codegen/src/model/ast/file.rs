//! The JSON AST as it is in the file: shapes with the fields of all types, in file order.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::Value;

use super::super::{Member, ShapeId, Traits};

#[derive(Deserialize)]
pub(super) struct Ast {
    pub smithy: String,
    #[serde(default)]
    pub metadata: serde_json::Map<String, Value>,
    #[serde(default)]
    pub shapes: AstShapes,
}

/// The shapes in file order. The reader is written by hand so that an error names the shape.
#[derive(Default)]
pub(super) struct AstShapes(pub Vec<(ShapeId, AstShape)>);

impl<'de> Deserialize<'de> for AstShapes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ShapesVisitor;

        impl<'de> Visitor<'de> for ShapesVisitor {
            type Value = AstShapes;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of shapes")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<AstShapes, A::Error> {
                let mut shapes = Vec::new();
                while let Some(id) = map.next_key::<ShapeId>()? {
                    let shape = map
                        .next_value()
                        .map_err(|error| A::Error::custom(format!("{id}: {error}")))?;
                    shapes.push((id, shape));
                }
                Ok(AstShapes(shapes))
            }
        }

        deserializer.deserialize_map(ShapesVisitor)
    }
}

/// A shape as it is in the file; which fields it has depends on `type`.
#[derive(Clone, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct AstShape {
    pub r#type: String,
    #[serde(default)]
    pub traits: Traits,
    #[serde(default)]
    pub mixins: Vec<Reference>,
    #[serde(default)]
    pub members: AstMembers,
    pub member: Option<AstMember>,
    pub key: Option<AstMember>,
    pub value: Option<AstMember>,
    pub version: Option<String>,
    pub input: Option<Reference>,
    pub output: Option<Reference>,
    #[serde(default)]
    pub errors: Vec<Reference>,
    #[serde(default)]
    pub operations: Vec<Reference>,
    #[serde(default)]
    pub collection_operations: Vec<Reference>,
    #[serde(default)]
    pub resources: Vec<Reference>,
    pub create: Option<Reference>,
    pub put: Option<Reference>,
    pub read: Option<Reference>,
    pub update: Option<Reference>,
    pub delete: Option<Reference>,
    pub list: Option<Reference>,
    #[serde(default)]
    pub rename: BTreeMap<ShapeId, String>,
}

#[derive(Clone, PartialEq, Eq, Deserialize)]
pub(super) struct Reference {
    pub target: ShapeId,
}

#[derive(Clone, Deserialize)]
pub(super) struct AstMember {
    pub target: ShapeId,
    #[serde(default)]
    pub traits: Traits,
}

impl AstMember {
    /// Converts the member of a list or map into one with this name.
    pub fn named(self, name: &str) -> Member {
        Member {
            name: name.to_owned(),
            target: self.target,
            traits: self.traits,
        }
    }
}

/// Members in file order, which is the order of the fields of the generated structure.
#[derive(Clone, Default)]
pub(super) struct AstMembers(pub Vec<Member>);

impl<'de> Deserialize<'de> for AstMembers {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct MembersVisitor;

        impl<'de> Visitor<'de> for MembersVisitor {
            type Value = AstMembers;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of members")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<AstMembers, A::Error> {
                let mut members = Vec::new();
                while let Some(name) = map.next_key::<String>()? {
                    let member: AstMember = map.next_value()?;
                    members.push(member.named(&name));
                }
                Ok(AstMembers(members))
            }
        }

        deserializer.deserialize_map(MembersVisitor)
    }
}
