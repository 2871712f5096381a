//! Writes a [`Model`] as a Smithy JSON AST.
//!
//! Shapes and traits are sorted by ID, and members are in the order of the model, as in the files that AWS publishes. The
//! result is always Smithy 2.0, and depends on nothing but the model.

use serde::Serialize;
use serde_json::ser::{PrettyFormatter, Serializer};
use serde_json::{Map, Value, json};

use super::{Member, Model, Operation, Resource, Service, Shape, ShapeId, ShapeKind, SimpleKind};

impl Model {
    /// Returns the model as a Smithy 2.0 JSON AST, indented by four spaces, with a line break at the end.
    pub fn to_ast(&self) -> String {
        let own = |id: &&ShapeId| id.namespace() != "smithy.api";
        let shapes = self.shapes.iter().filter(|(id, _)| own(id));
        let shapes: Map<String, Value> =
            shapes.map(|(id, it)| (id.to_string(), shape(it))).collect();
        let mut ast = Map::new();
        ast.insert("smithy".to_owned(), "2.0".into());
        if !self.metadata.is_empty() {
            ast.insert("metadata".to_owned(), self.metadata.clone().into());
        }
        ast.insert("shapes".to_owned(), shapes.into());
        pretty(&ast.into())
    }
}

fn pretty(value: &Value) -> String {
    let mut bytes = Vec::new();
    let formatter = PrettyFormatter::with_indent(b"    ");
    value
        .serialize(&mut Serializer::with_formatter(&mut bytes, formatter))
        .expect("a JSON value can be written to memory");
    let mut text = String::from_utf8(bytes).expect("JSON is written as UTF-8");
    text.push('\n');
    text
}

fn shape(shape: &Shape) -> Value {
    let mut object = Map::new();
    object.insert("type".to_owned(), kind_name(&shape.kind).into());
    match &shape.kind {
        ShapeKind::Simple(_) => {}
        ShapeKind::Enum(list)
        | ShapeKind::IntEnum(list)
        | ShapeKind::Structure(list)
        | ShapeKind::Union(list) => {
            let members = list.iter().map(|it| (it.name.clone(), member(it)));
            object.insert("members".to_owned(), Value::Object(members.collect()));
        }
        ShapeKind::List(item) => {
            object.insert("member".to_owned(), member(item));
        }
        ShapeKind::Map { key, value } => {
            object.insert("key".to_owned(), member(key));
            object.insert("value".to_owned(), member(value));
        }
        ShapeKind::Service(it) => service(&mut object, it),
        ShapeKind::Resource(it) => resource(&mut object, it),
        ShapeKind::Operation(it) => operation(&mut object, it),
    }
    insert_traits(&mut object, shape.traits.values());
    Value::Object(object)
}

fn kind_name(kind: &ShapeKind) -> &'static str {
    match kind {
        ShapeKind::Simple(kind) => simple_name(*kind),
        ShapeKind::Enum(_) => "enum",
        ShapeKind::IntEnum(_) => "intEnum",
        ShapeKind::List(_) => "list",
        ShapeKind::Map { .. } => "map",
        ShapeKind::Structure(_) => "structure",
        ShapeKind::Union(_) => "union",
        ShapeKind::Service(_) => "service",
        ShapeKind::Resource(_) => "resource",
        ShapeKind::Operation(_) => "operation",
    }
}

/// Returns the name of a simple type in the AST.
pub(crate) fn simple_name(kind: SimpleKind) -> &'static str {
    match kind {
        SimpleKind::Blob => "blob",
        SimpleKind::Boolean => "boolean",
        SimpleKind::String => "string",
        SimpleKind::Byte => "byte",
        SimpleKind::Short => "short",
        SimpleKind::Integer => "integer",
        SimpleKind::Long => "long",
        SimpleKind::Float => "float",
        SimpleKind::Double => "double",
        SimpleKind::BigInteger => "bigInteger",
        SimpleKind::BigDecimal => "bigDecimal",
        SimpleKind::Timestamp => "timestamp",
        SimpleKind::Document => "document",
    }
}

fn member(member: &Member) -> Value {
    let mut object = Map::new();
    object.insert("target".to_owned(), member.target.as_str().into());
    insert_traits(&mut object, member.traits.values());
    Value::Object(object)
}

fn insert_traits(object: &mut Map<String, Value>, traits: Map<String, Value>) {
    if !traits.is_empty() {
        object.insert("traits".to_owned(), Value::Object(traits));
    }
}

fn service(object: &mut Map<String, Value>, service: &Service) {
    object.insert("version".to_owned(), service.version.as_str().into());
    insert_references(object, "operations", &service.operations);
    insert_references(object, "resources", &service.resources);
    insert_references(object, "errors", &service.errors);
    if !service.rename.is_empty() {
        let rename = service.rename.iter();
        let rename = rename.map(|(id, name)| (id.to_string(), name.as_str().into()));
        object.insert("rename".to_owned(), Value::Object(rename.collect()));
    }
}

/// Writes lifecycle operations like all others; they were read into the same list.
fn resource(object: &mut Map<String, Value>, resource: &Resource) {
    insert_references(object, "operations", &resource.operations);
    insert_references(object, "resources", &resource.resources);
}

fn operation(object: &mut Map<String, Value>, operation: &Operation) {
    object.insert("input".to_owned(), reference(&operation.input));
    object.insert("output".to_owned(), reference(&operation.output));
    insert_references(object, "errors", &operation.errors);
}

fn insert_references(object: &mut Map<String, Value>, name: &str, ids: &[ShapeId]) {
    if !ids.is_empty() {
        let references = ids.iter().map(reference).collect();
        object.insert(name.to_owned(), Value::Array(references));
    }
}

fn reference(id: &ShapeId) -> Value {
    json!({ "target": id.as_str() })
}
