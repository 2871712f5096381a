//! Reads Smithy's JSON AST, versions 1.0 and 2.0, into a [`Model`] of version 2.0.

mod file;
mod mixins;

use serde_json::Value;

use super::traits::Marker;
use super::{
    Format, Member, Model, Operation, Resource, Service, Shape, ShapeId, ShapeKind, SimpleKind,
};
use super::{enums, prelude, zero_defaults};
use crate::error::{Errors, Problem, ProblemKind};
use file::{Ast, AstShape, Reference};

/// Reads a JSON AST: <https://smithy.io/2.0/spec/json-ast.html>.
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

/// Converts the shapes of the file into a model, after mixins and `apply` statements have been resolved.
fn assemble(file: &str, format: Format, shapes: Vec<(ShapeId, AstShape)>) -> Result<Model, Errors> {
    let mut model = Model {
        source: file.to_owned(),
        format,
        metadata: serde_json::Map::new(),
        shapes: prelude::shapes(),
    };
    let mut problems = Vec::new();
    let mut report = |id: ShapeId, message: String| {
        problems.push(Problem {
            file: file.to_owned(),
            shape: Some(id),
            kind: ProblemKind::Unreadable(message),
        });
    };
    let (applied, shapes) = shapes
        .into_iter()
        .partition::<Vec<_>, _>(|(_, shape)| shape.r#type == "apply");
    let mut shapes = shapes.into_iter().collect();
    mixins::resolve(&mut shapes, applied, &mut report);
    for (id, mut shape) in shapes {
        let mut traits = std::mem::take(&mut shape.traits);
        if shape.r#type == "set" {
            traits.unique_items = Some(Marker);
        }
        match shape_kind(shape) {
            Ok(kind) => {
                model.shapes.insert(id, Shape { kind, traits });
            }
            Err(message) => report(id, message),
        }
    }
    Errors::check(problems)?;
    Ok(model)
}

fn targets(references: impl IntoIterator<Item = Reference>) -> Vec<ShapeId> {
    references
        .into_iter()
        .map(|reference| reference.target)
        .collect()
}

/// Returns the kind for `type`, with the fields that belong to it.
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

/// Adds the values of enum members without `enumValue`, which are their names.
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

impl Marker {
    /// The marker set.
    pub(super) const SET: Option<Self> = Some(Self);
}
