//! Tests of reading Smithy's JSON AST into a model, on small models that each show one thing.

mod enums;
mod mixins;
mod numbers;

use serde_json::{Value, json};
use smithy_slim_codegen::model::{Model, Shape, ShapeId};

/// Reads a Smithy 2.0 model with these shapes, whose names are given without the namespace `example`.
fn with_shapes(shapes: Value) -> Model {
    read(&ast("2.0", shapes)).unwrap_or_else(|errors| panic!("{errors}"))
}

fn read(text: &str) -> Result<Model, smithy_slim_codegen::Errors> {
    Model::from_ast("models/tiny.json", text.as_bytes())
}

fn ast(version: &str, shapes: Value) -> String {
    let Value::Object(shapes) = shapes else {
        panic!("{shapes} is not an object of shapes");
    };
    let shapes = shapes.into_iter();
    let shapes: serde_json::Map<_, _> = shapes
        .map(|(name, shape)| (format!("example#{name}"), shape))
        .collect();
    json!({ "smithy": version, "shapes": shapes }).to_string()
}

fn shape<'a>(model: &'a Model, name: &str) -> &'a Shape {
    let id = ShapeId::new("example", name);
    let shape = model.get(&id);
    shape.unwrap_or_else(|| panic!("{id} is not in {:?}", model.shapes.keys()))
}

/// The names of the members of a shape.
fn member_names<'a>(model: &'a Model, name: &str) -> Vec<&'a str> {
    let members = shape(model, name).members().into_iter();
    members.map(|member| member.name.as_str()).collect()
}
