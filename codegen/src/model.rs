//! Reads model files into the Smithy semantic model: shapes by ID, with typed traits.
//!
//! Smithy's JSON AST and botocore's models are both read into the same type, [`Model`].

mod ast;
mod botocore;
mod carry_over;
mod encoding;
mod enums;
mod files;
mod id;
mod prelude;
mod provenance;
mod prune;
pub mod traits;
pub mod waiters;
pub(crate) mod write;
mod zero_defaults;

use std::collections::BTreeMap;

pub use carry_over::Undocumented;
pub use files::{ModelFiles, Part};
pub use id::ShapeId;
pub use provenance::{DocumentationSource, Provenance};
pub use traits::Traits;

use serde_json::Value;

use crate::error::{Errors, Problem, ProblemKind};

/// A service model: all shapes of one file. References between them are not checked.
#[derive(Debug, Clone)]
pub struct Model {
    /// The name of the file in messages and in the header of generated files.
    pub source: String,
    /// The format of the file. Smithy's AST is the better source: botocore's format lacks some facts.
    pub format: Format,
    /// The file's metadata, which only a Smithy AST has.
    pub metadata: serde_json::Map<String, serde_json::Value>,
    /// All shapes, sorted by ID.
    pub shapes: BTreeMap<ShapeId, Shape>,
}

/// The formats of model files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Smithy's JSON AST, version 1.0.
    Smithy1,
    /// Smithy's JSON AST, version 2.0.
    Smithy2,
    /// botocore's `service-2.json` and the files beside it.
    Botocore,
}

/// One shape of a model.
#[derive(Debug, Clone)]
pub struct Shape {
    /// The type of the shape, with its members.
    pub kind: ShapeKind,
    /// The traits applied to the shape itself.
    pub traits: Traits,
}

/// The shape types of Smithy 2.0, with the properties of each.
#[derive(Debug, Clone)]
pub enum ShapeKind {
    /// A value without members.
    Simple(SimpleKind),
    /// A string of listed values; each member carries `enumValue`.
    Enum(Vec<Member>),
    /// An integer of listed values.
    IntEnum(Vec<Member>),
    /// A list, or a set of Smithy 1.0.
    List(Box<Member>),
    /// A map from strings to values.
    Map {
        /// The key, which targets a string or an enum.
        key: Box<Member>,
        /// The value.
        value: Box<Member>,
    },
    /// A structure, in the order of its members.
    Structure(Vec<Member>),
    /// A tagged union, in the order of its members.
    Union(Vec<Member>),
    /// The service.
    Service(Service),
    /// A resource, which only serves to bind operations.
    Resource(Resource),
    /// An operation.
    Operation(Operation),
}

/// The shape types that have no members.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the names are Smithy's own")]
pub enum SimpleKind {
    Blob,
    Boolean,
    String,
    Byte,
    Short,
    Integer,
    Long,
    Float,
    Double,
    BigInteger,
    BigDecimal,
    Timestamp,
    Document,
}

/// A member of a structure, union, enum, list or map.
#[derive(Debug, Clone)]
pub struct Member {
    /// The member's name; `member`, `key` and `value` in lists and maps.
    pub name: String,
    /// The shape that it targets.
    pub target: ShapeId,
    /// The traits applied to the member.
    pub traits: Traits,
}

impl Member {
    /// Returns the value of a member of an enum.
    pub fn enum_value(&self) -> Option<&str> {
        self.traits.enum_value.as_ref().and_then(Value::as_str)
    }
}

/// The properties of a service shape.
#[derive(Debug, Clone, Default)]
pub struct Service {
    /// The version of the API, a date for AWS services.
    pub version: String,
    /// The operations bound to the service itself.
    pub operations: Vec<ShapeId>,
    /// The resources bound to the service.
    pub resources: Vec<ShapeId>,
    /// The errors that every operation can return.
    pub errors: Vec<ShapeId>,
    /// The shapes that have another name in this service's closure.
    pub rename: BTreeMap<ShapeId, String>,
}

/// The properties of a resource shape.
#[derive(Debug, Clone, Default)]
pub struct Resource {
    /// All operations bound to it, lifecycle operations included.
    pub operations: Vec<ShapeId>,
    /// The resources that it contains.
    pub resources: Vec<ShapeId>,
}

/// The properties of an operation shape.
#[derive(Debug, Clone)]
pub struct Operation {
    /// The input structure, `smithy.api#Unit` if there is none.
    pub input: ShapeId,
    /// The output structure, `smithy.api#Unit` if there is none.
    pub output: ShapeId,
    /// The errors of this operation.
    pub errors: Vec<ShapeId>,
}

impl Model {
    /// Reads a model from the bytes of a Smithy JSON AST file, version 1.0 or 2.0, packed with gzip or not.
    ///
    /// `source` is the name of the file in messages.
    ///
    /// # Errors
    ///
    /// [`ProblemKind::Unreadable`] if the bytes aren't JSON, or not a Smithy AST of a known version.
    pub fn from_ast(source: &str, bytes: &[u8]) -> Result<Self, Errors> {
        ast::read(source, &files::text(source, bytes)?)
    }

    /// Returns the shape with this ID.
    pub fn get(&self, id: &ShapeId) -> Option<&Shape> {
        self.shapes.get(id)
    }

    /// Returns a problem of this file or of one of its shapes.
    pub(crate) fn problem(&self, shape: Option<&ShapeId>, kind: ProblemKind) -> Problem {
        Problem {
            file: self.source.clone(),
            shape: shape.cloned(),
            kind,
        }
    }

    /// Returns the service shapes of the model. Mixins of services are no services.
    pub fn services(&self) -> impl Iterator<Item = (&ShapeId, &Shape, &Service)> {
        self.shapes
            .iter()
            .filter(|(_, shape)| !shape.traits.other.contains_key("smithy.api#mixin"))
            .filter_map(|(id, shape)| match &shape.kind {
                ShapeKind::Service(service) => Some((id, shape, service)),
                _ => None,
            })
    }
}

impl ShapeKind {
    /// Returns the name of the type in messages.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Simple(kind) => write::simple_name(*kind),
            Self::Enum(_) => "enum",
            Self::IntEnum(_) => "intEnum",
            Self::List(_) => "list",
            Self::Map { .. } => "map",
            Self::Structure(_) => "structure",
            Self::Union(_) => "union",
            Self::Service(_) => "service",
            Self::Resource(_) => "resource",
            Self::Operation(_) => "operation",
        }
    }

    /// Whether the values are numbers.
    pub(crate) fn is_number(&self) -> bool {
        match self {
            Self::Simple(kind) => kind.is_number(),
            Self::IntEnum(_) => true,
            Self::Enum(_)
            | Self::List(_)
            | Self::Map { .. }
            | Self::Structure(_)
            | Self::Union(_)
            | Self::Service(_)
            | Self::Resource(_)
            | Self::Operation(_) => false,
        }
    }
}

impl SimpleKind {
    fn is_number(self) -> bool {
        match self {
            Self::Byte
            | Self::Short
            | Self::Integer
            | Self::Long
            | Self::Float
            | Self::Double
            | Self::BigInteger
            | Self::BigDecimal => true,
            Self::Blob | Self::Boolean | Self::String | Self::Timestamp | Self::Document => false,
        }
    }
}

impl Shape {
    /// Returns the members of this shape in model order, including those of lists and maps.
    pub fn members(&self) -> Vec<&Member> {
        match &self.kind {
            ShapeKind::Simple(_)
            | ShapeKind::Service(_)
            | ShapeKind::Resource(_)
            | ShapeKind::Operation(_) => Vec::new(),
            ShapeKind::List(member) => vec![member],
            ShapeKind::Map { key, value } => vec![key, value],
            ShapeKind::Enum(members)
            | ShapeKind::IntEnum(members)
            | ShapeKind::Structure(members)
            | ShapeKind::Union(members) => members.iter().collect(),
        }
    }

    /// Returns the members of this shape in model order, including those of lists and maps, to be changed.
    pub(crate) fn members_mut(&mut self) -> Vec<&mut Member> {
        match &mut self.kind {
            ShapeKind::Simple(_)
            | ShapeKind::Service(_)
            | ShapeKind::Resource(_)
            | ShapeKind::Operation(_) => Vec::new(),
            ShapeKind::List(member) => vec![member],
            ShapeKind::Map { key, value } => vec![key, value],
            ShapeKind::Enum(members)
            | ShapeKind::IntEnum(members)
            | ShapeKind::Structure(members)
            | ShapeKind::Union(members) => members.iter_mut().collect(),
        }
    }

    /// Returns the name of the shape's type in messages.
    pub fn kind_name(&self) -> &'static str {
        self.kind.name()
    }

    /// Returns the structure's members; none for all other types.
    pub fn structure_members(&self) -> &[Member] {
        match &self.kind {
            ShapeKind::Structure(members) => members,
            _ => &[],
        }
    }
}
