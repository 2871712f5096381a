//! Adds endpoint rules to models of S3 that have none, such as that of Smithy's conformance cases. AWS's own model has
//! rules.

use serde_json::{Value, json};

use super::BUCKET;
use crate::model::traits::ContextParam;
use crate::model::{Model, Shape, ShapeId};

/// Adds the rules, the settings of the client that they read, and the parameter that they get from inputs.
pub(super) fn add(model: &mut Model, service: &ShapeId) {
    let Some(shape) = model.shapes.get_mut(service) else {
        return;
    };
    let traits = &mut shape.traits;
    if traits.endpoint_rule_set.is_some() || traits.endpoint_bdd.is_some() {
        return;
    }
    traits.endpoint_rule_set = Some(rule_set());
    traits.client_context_params = Some(client_context_params());
    for member in model.shapes.values_mut().flat_map(Shape::members_mut) {
        if member.name == BUCKET && member.traits.http_label.is_some() {
            let name = BUCKET.to_owned();
            member.traits.context_param = Some(ContextParam { name });
        }
    }
}

fn client_context_params() -> Value {
    json!({
        "ForcePathStyle": {
            "type": "boolean",
            "documentation": "Sets whether buckets are part of the path instead of the host.",
        },
        "Accelerate": {
            "type": "boolean",
            "documentation": "Sets whether to use S3 Transfer Acceleration.",
        },
    })
}

fn rule_set() -> Value {
    let string = |built_in| json!({ "type": "String", "builtIn": built_in });
    let boolean = |built_in| json!({ "type": "Boolean", "builtIn": built_in, "required": true, "default": false });
    json!({
        "version": "1.0",
        "parameters": {
            "Bucket": { "type": "String" },
            "Region": string("AWS::Region"),
            "Endpoint": string("SDK::Endpoint"),
            "UseFIPS": boolean("AWS::UseFIPS"),
            "UseDualStack": boolean("AWS::UseDualStack"),
            "ForcePathStyle": boolean("AWS::S3::ForcePathStyle"),
            "Accelerate": boolean("AWS::S3::Accelerate"),
        },
        "rules": [
            tree([is_set(BUCKET), equals("Accelerate", true)], accelerated()),
            tree([is_set("Endpoint")], custom()),
            tree([is_set("Region"), partition()], regional()),
            error([], "Invalid Configuration: Missing Region"),
        ],
    })
}

/// Returns the rules for Transfer Acceleration, whose endpoints have no region.
fn accelerated() -> Vec<Value> {
    let host = |host| format!("https://{{Bucket}}.{host}.amazonaws.com");
    let [no_path, is_host] = in_host();
    vec![
        error(
            [is_set("Endpoint")],
            "S3 Accelerate cannot be used with a custom endpoint",
        ),
        error(
            [equals("UseFIPS", true)],
            "S3 Accelerate cannot be used with FIPS",
        ),
        endpoint(
            [
                no_path.clone(),
                is_host.clone(),
                equals("UseDualStack", true),
            ],
            &host("s3-accelerate.dualstack"),
        ),
        endpoint([no_path, is_host], &host("s3-accelerate")),
        error([], "S3 Accelerate requires a bucket in the host"),
    ]
}

/// Returns the rules for an endpoint that the user sets.
fn custom() -> Vec<Value> {
    let url = json!({ "fn": "parseURL", "argv": [{ "ref": "Endpoint" }], "assign": "url" });
    vec![
        tree(
            [url],
            addresses("{url#scheme}", "{url#authority}{url#path}"),
        ),
        error([], "Invalid Configuration: the endpoint is not a URL"),
    ]
}

/// Returns the rules for the endpoints of a region.
fn regional() -> Vec<Value> {
    let hosts = [
        (vec!["UseFIPS", "UseDualStack"], "s3-fips.dualstack"),
        (vec!["UseFIPS"], "s3-fips"),
        (vec!["UseDualStack"], "s3.dualstack"),
        (vec![], "s3"),
    ];
    let rule = |(settings, host): (Vec<&str>, _)| {
        let host = format!("{host}.{{Region}}.{{partition#dnsSuffix}}");
        let conditions = settings.into_iter().map(|name| equals(name, true));
        tree(conditions, addresses("https", &host))
    };
    hosts.into_iter().map(rule).collect()
}

/// Returns the rules that add the bucket, if there is one, to a host.
fn addresses(scheme: &str, host: &str) -> Vec<Value> {
    let encoded = json!({ "fn": "uriEncode", "argv": [{ "ref": BUCKET }], "assign": "encoded" });
    vec![
        endpoint(
            [is_set(BUCKET)].into_iter().chain(in_host()),
            &format!("{scheme}://{{Bucket}}.{host}"),
        ),
        endpoint(
            [is_set(BUCKET), encoded],
            &format!("{scheme}://{host}/{{encoded}}"),
        ),
        endpoint([], &format!("{scheme}://{host}")),
    ]
}

/// Returns the conditions of a bucket in the host.
fn in_host() -> [Value; 2] {
    let is_host =
        json!({ "fn": "aws.isVirtualHostableS3Bucket", "argv": [{ "ref": BUCKET }, false] });
    [equals("ForcePathStyle", false), is_host]
}

fn partition() -> Value {
    json!({ "fn": "aws.partition", "argv": [{ "ref": "Region" }], "assign": "partition" })
}

fn is_set(name: &str) -> Value {
    json!({ "fn": "isSet", "argv": [{ "ref": name }] })
}

fn equals(name: &str, value: bool) -> Value {
    json!({ "fn": "booleanEquals", "argv": [{ "ref": name }, value] })
}

fn tree(conditions: impl IntoIterator<Item = Value>, rules: Vec<Value>) -> Value {
    let conditions: Vec<Value> = conditions.into_iter().collect();
    json!({ "type": "tree", "conditions": conditions, "rules": rules })
}

fn endpoint(conditions: impl IntoIterator<Item = Value>, url: &str) -> Value {
    let conditions: Vec<Value> = conditions.into_iter().collect();
    json!({ "type": "endpoint", "conditions": conditions, "endpoint": { "url": url } })
}

fn error(conditions: impl IntoIterator<Item = Value>, message: &str) -> Value {
    let conditions: Vec<Value> = conditions.into_iter().collect();
    json!({ "type": "error", "conditions": conditions, "error": message })
}
