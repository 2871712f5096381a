//! Reading botocore's models: each mapping on a small model, files that aren't models, and Connect against Smithy's AST.

mod connect;
mod defaults;
mod files;
mod members;
mod operations;
mod service;
mod shapes;
mod whole_aws;

use serde_json::{Value, json};
use smithy_slim_codegen::model::traits::Traits;
use smithy_slim_codegen::model::{Member, Model, ModelFiles, Operation, Shape, ShapeKind};

/// Returns a service of this protocol with these operations and shapes.
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

/// Reads a rest-json service with these shapes and no operations.
fn with_shapes(shapes: Value) -> Model {
    read(&service("rest-json", json!({}), shapes))
}

/// Reads a rest-json service with the service ID of one of AWS's.
fn with_service_id(id: &str, operations: Value, shapes: Value) -> Model {
    let mut service = service("rest-json", operations, shapes);
    service["metadata"]["serviceId"] = json!(id);
    read(&service)
}

fn shape<'a>(model: &'a Model, name: &str) -> &'a Shape {
    let mut shapes = model.shapes.iter();
    let shape = shapes.find(|(id, _)| id.name() == name && id.namespace() != "smithy.api");
    let (_, shape) = shape.unwrap_or_else(|| panic!("{name} is not in {:?}", model.shapes.keys()));
    shape
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
