//! Tests with small models that differ in one change, with versions of Connect, and of the three formats.

mod connect;
mod small;

use serde_json::{Value, json};

use super::{Diff, Kind, Verdict, diff};
use crate::{Model, Operations};

/// Creates a service with one operation; `shapes` are added to the default shapes or replace them.
fn model(shapes: Value) -> Model {
    let mut all = json!({
        "a#S": {
            "type": "service", "version": "1", "operations": [{ "target": "a#Get" }],
            "traits": {
                "aws.protocols#restJson1": {}, "aws.auth#sigv4": { "name": "s" },
                "aws.api#service": { "sdkId": "S" },
            },
        },
        "a#Get": {
            "type": "operation", "input": { "target": "a#In" }, "output": { "target": "a#Out" },
            "errors": [{ "target": "a#Bad" }],
            "traits": { "smithy.api#http": { "method": "POST", "uri": "/get" } },
        },
        "a#In": { "type": "structure", "members": {
            "filter": { "target": "a#Filter" }, "kind": { "target": "a#Kind" },
        } },
        "a#Filter": { "type": "structure", "members": {
            "and": { "target": "a#Filters" }, "name": { "target": "smithy.api#String" },
        } },
        "a#Filters": { "type": "list", "member": { "target": "a#Filter" } },
        "a#Out": { "type": "structure", "members": { "count": { "target": "smithy.api#Integer" } } },
        "a#Kind": { "type": "enum", "members": {
            "A": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "A" } },
            "B": { "target": "smithy.api#Unit", "traits": { "smithy.api#enumValue": "B" } },
        } },
        "a#Bad": { "type": "structure", "members": { "message": { "target": "smithy.api#String" } },
            "traits": { "smithy.api#error": "client" } },
    });
    if let (Value::Object(all), Value::Object(shapes)) = (&mut all, shapes) {
        all.extend(shapes);
    }
    let ast = json!({ "smithy": "2.0", "shapes": all }).to_string();
    Model::from_ast("model.json", ast.as_bytes()).unwrap()
}

/// Compares the default model with one that has these shapes.
fn changed(shapes: Value) -> Diff {
    diff(&model(json!({})), &model(shapes), &Operations::All).unwrap()
}

/// Renders the changes as side, path, kind, and `!` if the change is breaking.
fn short(diff: &Diff) -> Vec<String> {
    let line = |change: &super::Change| {
        let breaking = if change.breaking { "!" } else { "" };
        let (side, path) = (change.side.as_str(), change.path.join("."));
        format!("{side} {path} {}{breaking}", change.kind.as_str())
    };
    diff.changes.iter().map(line).collect()
}
