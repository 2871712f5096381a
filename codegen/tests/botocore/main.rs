//! Reading botocore's models: each mapping on a small model, files that aren't models, and Connect against Smithy's AST.

mod connect;
mod defaults;
mod files;
mod members;
mod operations;
mod service;
mod shapes;

use serde_json::{Value, json};
use smithy_slim_codegen::model::traits::Traits;
use smithy_slim_codegen::model::{Member, Model, ModelFiles, Operation, Shape, ShapeId, ShapeKind};

/// A service of one protocol, with the operations and shapes given.
fn service(protocol: &str, operations: Value, shapes: Value) -> Value {
    json!({
        "version": "2.0",
        "metadata": {
            "apiVersion": "2020-01-01",
            "endpointPrefix": "tiny",
            "protocol": protocol,
            "serviceId": "Tiny",
            "serviceFullName": "Amazon Tiny",
            "signatureVersion": "v4",
        },
        "operations": operations,
        "shapes": shapes,
    })
}

fn files(main: &Value) -> ModelFiles {
    ModelFiles {
        source: "models/service-2.json".to_owned(),
        main: main.to_string().into_bytes(),
        ..ModelFiles::default()
    }
}

fn read(main: &Value) -> Model {
    Model::read(&files(main)).unwrap_or_else(|errors| panic!("{errors}"))
}

/// A rest-json service of these shapes and no operations.
fn with_shapes(shapes: Value) -> Model {
    read(&service("rest-json", json!({}), shapes))
}

fn shape<'a>(model: &'a Model, name: &str) -> &'a Shape {
    let id = ShapeId::new("com.amazonaws.tiny", name);
    let shape = model.get(&id);
    shape.unwrap_or_else(|| panic!("{id} is not in {:?}", model.shapes.keys()))
}

fn operation<'a>(model: &'a Model, name: &str) -> (&'a Operation, &'a Traits) {
    let shape = shape(model, name);
    match &shape.kind {
        ShapeKind::Operation(operation) => (operation, &shape.traits),
        other => panic!("{name} is {other:?}"),
    }
}

fn member<'a>(model: &'a Model, shape_name: &str, name: &str) -> &'a Member {
    let members = shape(model, shape_name).members();
    let member = members.into_iter().find(|member| member.name == name);
    member.unwrap_or_else(|| panic!("{shape_name} has no member {name}"))
}
