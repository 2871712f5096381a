//! Endpoint rules of some services demand SigV4a, although their models don't have its trait: those of CloudFront
//! KeyValueStore, of global endpoints of EventBridge, and of access points of several regions of S3.

use serde_json::{Value, json};

use crate::model::{Model, ShapeId, Traits};
use crate::select::auth::{SIGV4, SIGV4A};

/// Whether the endpoint rules of a service demand SigV4a, which its traits lack.
pub(super) fn is_missing(service: &Traits) -> bool {
    let mut rules = service
        .endpoint_rule_set
        .iter()
        .chain(&service.endpoint_bdd);
    !service.other.contains_key(SIGV4A) && rules.any(demand)
}

/// Whether a rule or a part of it names the scheme.
fn demand(rules: &Value) -> bool {
    match rules {
        Value::Object(object) => {
            let name = object.get("name").and_then(Value::as_str);
            name == Some("sigv4a") || object.values().any(demand)
        }
        Value::Array(items) => items.iter().any(demand),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => false,
    }
}

/// Adds SigV4a wherever requests can be signed with SigV4. The endpoint of a request says which of the two it is.
pub(super) fn adjust_model(model: &mut Model, service: &ShapeId) {
    let scheme = ShapeId::from(SIGV4A);
    for shape in model.shapes.values_mut() {
        let schemes = shape.traits.auth.iter_mut();
        for schemes in schemes.filter(|schemes| schemes.contains(&ShapeId::from(SIGV4))) {
            schemes.push(scheme.clone());
        }
    }
    if let Some(shape) = model.shapes.get_mut(service) {
        let signing_name = shape.traits.sigv4.as_ref().map(|sigv4| &sigv4.name);
        let value = json!({ "name": signing_name });
        shape.traits.insert(SIGV4A.to_owned(), value);
    }
}
