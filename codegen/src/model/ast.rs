//! Reads Smithy's JSON AST, versions 1.0 and 2.0, into a [`Model`] of version 2.0.

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::de::{Deserializer, Error as _, MapAccess, Visitor};
use serde_json::Value;

use super::traits::Marker;
use super::{
    Format, Member, Model, Operation, Resource, Service, Shape, ShapeId, ShapeKind, SimpleKind,
    Traits,
};
use super::{enums, prelude, zero_defaults};
use crate::error::{Errors, Problem, ProblemKind};

/// The specification: <https://smithy.io/2.0/spec/json-ast.html>.
pub(super) fn read(file: &str, bytes: &[u8]) -> Result<Model, Errors> {
    let ast: Ast = serde_json::from_slice(bytes)
        .map_err(|error| unreadable(file, format!("not a Smithy JSON AST: {error}")))?;
    let version = ast.smithy.as_str();
    if !version.starts_with("1.") && version != "1" && !version.starts_with("2.") && version != "2"
    {
        let message =
            format!("Smithy version {version:?} is not supported; expected \"1.0\" or \"2.0\"");
        return Err(unreadable(file, message));
    }
    let is_version_1 = version.starts_with('1');
    let format = if is_version_1 {
        Format::Smithy1
    } else {
        Format::Smithy2
    };
    let mut model = assemble(file, format, ast.shapes.0)?;
    model.metadata = ast.metadata;
    enums::upgrade(&mut model);
    if is_version_1 {
        zero_defaults::upgrade(&mut model);
    }
    Ok(model)
}

fn unreadable(file: &str, message: String) -> Errors {
    Problem {
        file: file.to_owned(),
        shape: None,
        kind: ProblemKind::Unreadable(message),
    }
    .into()
}

#[derive(Deserialize)]
struct Ast {
    smithy: String,
    #[serde(default)]
    metadata: serde_json::Map<String, Value>,
    #[serde(default)]
    shapes: AstShapes,
}

/// The shapes in file order. A reader of its own, so that an error names the shape.
#[derive(Default)]
struct AstShapes(Vec<(ShapeId, AstShape)>);

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

/// A shape as it stands in the file: which fields are there depends on `type`.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct AstShape {
    r#type: String,
    #[serde(default)]
    traits: Traits,
    #[serde(default)]
    mixins: Vec<Reference>,
    #[serde(default)]
    members: AstMembers,
    member: Option<AstMember>,
    key: Option<AstMember>,
    value: Option<AstMember>,
    version: Option<String>,
    input: Option<Reference>,
    output: Option<Reference>,
    #[serde(default)]
    errors: Vec<Reference>,
    #[serde(default)]
    operations: Vec<Reference>,
    #[serde(default)]
    collection_operations: Vec<Reference>,
    #[serde(default)]
    resources: Vec<Reference>,
    create: Option<Reference>,
    put: Option<Reference>,
    read: Option<Reference>,
    update: Option<Reference>,
    delete: Option<Reference>,
    list: Option<Reference>,
    #[serde(default)]
    rename: BTreeMap<ShapeId, String>,
}

#[derive(Deserialize)]
struct Reference {
    target: ShapeId,
}

#[derive(Deserialize)]
struct AstMember {
    target: ShapeId,
    #[serde(default)]
    traits: Traits,
}

impl AstMember {
    fn named(self, name: &str) -> Member {
        Member {
            name: name.to_owned(),
            target: self.target,
            traits: self.traits,
        }
    }
}

/// Members in file order, which is the order of the fields of the generated structure.
#[derive(Default)]
struct AstMembers(Vec<Member>);

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

/// Puts the shapes into a model, lays `apply` statements and mixins over them.
fn assemble(file: &str, format: Format, shapes: Vec<(ShapeId, AstShape)>) -> Result<Model, Errors> {
    let mut model = Model {
        source: file.to_owned(),
        format,
        metadata: serde_json::Map::new(),
        shapes: prelude::shapes(),
    };
    let mut applied = Vec::new();
    let mut mixins = BTreeMap::new();
    let mut problems = Vec::new();
    for (id, mut shape) in shapes {
        if shape.r#type == "apply" {
            applied.push((id, shape.traits));
            continue;
        }
        if !shape.mixins.is_empty() {
            let targets: Vec<ShapeId> = targets(std::mem::take(&mut shape.mixins));
            mixins.insert(id.clone(), targets);
        }
        let mut traits = std::mem::take(&mut shape.traits);
        if shape.r#type == "set" {
            traits.unique_items = Some(Marker);
        }
        match shape_kind(shape) {
            Ok(kind) => {
                model.shapes.insert(id, Shape { kind, traits });
            }
            Err(message) => {
                problems.push(Problem {
                    file: file.to_owned(),
                    shape: Some(id),
                    kind: ProblemKind::Unreadable(message),
                });
            }
        }
    }
    Errors::check(problems)?;
    mix_in(&mut model, &mixins);
    apply_traits(&mut model, applied);
    Ok(model)
}

fn targets(references: impl IntoIterator<Item = Reference>) -> Vec<ShapeId> {
    references
        .into_iter()
        .map(|reference| reference.target)
        .collect()
}

/// The kind that `type` names, with the fields that belong to it.
fn shape_kind(shape: AstShape) -> Result<ShapeKind, String> {
    let kind = match shape.r#type.as_str() {
        "blob" => ShapeKind::Simple(SimpleKind::Blob),
        "boolean" => ShapeKind::Simple(SimpleKind::Boolean),
        "string" => ShapeKind::Simple(SimpleKind::String),
        "byte" => ShapeKind::Simple(SimpleKind::Byte),
        "short" => ShapeKind::Simple(SimpleKind::Short),
        "integer" => ShapeKind::Simple(SimpleKind::Integer),
        "long" => ShapeKind::Simple(SimpleKind::Long),
        "float" => ShapeKind::Simple(SimpleKind::Float),
        "double" => ShapeKind::Simple(SimpleKind::Double),
        "bigInteger" => ShapeKind::Simple(SimpleKind::BigInteger),
        "bigDecimal" => ShapeKind::Simple(SimpleKind::BigDecimal),
        "timestamp" => ShapeKind::Simple(SimpleKind::Timestamp),
        "document" => ShapeKind::Simple(SimpleKind::Document),
        "enum" => ShapeKind::Enum(with_enum_values(shape.members.0)),
        "intEnum" => ShapeKind::IntEnum(shape.members.0),
        "list" | "set" => ShapeKind::List(Box::new(
            shape
                .member
                .ok_or("a list needs a `member`")?
                .named("member"),
        )),
        "map" => ShapeKind::Map {
            key: Box::new(shape.key.ok_or("a map needs a `key`")?.named("key")),
            value: Box::new(shape.value.ok_or("a map needs a `value`")?.named("value")),
        },
        "structure" => ShapeKind::Structure(shape.members.0),
        "union" => ShapeKind::Union(shape.members.0),
        "service" => ShapeKind::Service(service(shape)),
        "resource" => ShapeKind::Resource(resource(shape)),
        "operation" => ShapeKind::Operation(operation(shape)),
        other => return Err(format!("shape type `{other}` is unknown")),
    };
    Ok(kind)
}

/// An enum member without `enumValue` has its name as its value.
fn with_enum_values(mut members: Vec<Member>) -> Vec<Member> {
    for member in &mut members {
        let name = &member.name;
        member
            .traits
            .enum_value
            .get_or_insert_with(|| Value::String(name.clone()));
    }
    members
}

fn service(shape: AstShape) -> Service {
    Service {
        version: shape.version.unwrap_or_default(),
        operations: targets(shape.operations),
        resources: targets(shape.resources),
        errors: targets(shape.errors),
        rename: shape.rename,
    }
}

fn resource(shape: AstShape) -> Resource {
    let lifecycle = [
        shape.create,
        shape.put,
        shape.read,
        shape.update,
        shape.delete,
        shape.list,
    ];
    let operations = lifecycle
        .into_iter()
        .flatten()
        .chain(shape.collection_operations)
        .chain(shape.operations);
    Resource {
        operations: targets(operations),
        resources: targets(shape.resources),
    }
}

fn operation(shape: AstShape) -> Operation {
    let unit = || ShapeId::from("smithy.api#Unit");
    Operation {
        input: shape.input.map_or_else(unit, |input| input.target),
        output: shape.output.map_or_else(unit, |output| output.target),
        errors: targets(shape.errors),
    }
}

/// Copies the members and traits of mixins into the shapes that name them.
///
/// Published models are flattened; a model that somebody writes need not be. A mixin's members come
/// before the shape's own: <https://smithy.io/2.0/spec/mixins.html>.
fn mix_in(model: &mut Model, mixins: &BTreeMap<ShapeId, Vec<ShapeId>>) {
    let mut done = std::collections::BTreeSet::new();
    for id in mixins.keys() {
        mix_in_shape(model, mixins, id, &mut done);
    }
}

fn mix_in_shape(
    model: &mut Model,
    mixins: &BTreeMap<ShapeId, Vec<ShapeId>>,
    id: &ShapeId,
    done: &mut std::collections::BTreeSet<ShapeId>,
) {
    let Some(targets) = mixins.get(id) else {
        return;
    };
    if !done.insert(id.clone()) {
        return;
    }
    let mut members = Vec::new();
    let mut traits = Traits::default();
    for target in targets {
        mix_in_shape(model, mixins, target, done);
        if let Some(mixin) = model.shapes.get(target) {
            members.extend(mixin.members().into_iter().cloned());
            let mut mixed = mixin.traits.clone();
            mixed.other.remove("smithy.api#mixin");
            traits.apply(mixed);
        }
    }
    let Some(shape) = model.shapes.get_mut(id) else {
        return;
    };
    traits.apply(std::mem::take(&mut shape.traits));
    shape.traits = traits;
    if let ShapeKind::Structure(own)
    | ShapeKind::Union(own)
    | ShapeKind::Enum(own)
    | ShapeKind::IntEnum(own) = &mut shape.kind
    {
        own.splice(0..0, members);
    }
}

/// Lays the traits of `apply` statements over shapes and members that exist.
fn apply_traits(model: &mut Model, applied: Vec<(ShapeId, Traits)>) {
    for (id, traits) in applied {
        let (shape_id, member) = match id.as_str().split_once('$') {
            Some((shape, member)) => (ShapeId::from(shape), Some(member)),
            None => (id.clone(), None),
        };
        let Some(shape) = model.shapes.get_mut(&shape_id) else {
            continue;
        };
        match member {
            None => shape.traits.apply(traits),
            Some(name) => {
                if let Some(member) = shape.member_mut(name) {
                    member.traits.apply(traits);
                }
            }
        }
    }
}

impl Marker {
    /// The marker set.
    pub(super) const SET: Option<Self> = Some(Self);
}
