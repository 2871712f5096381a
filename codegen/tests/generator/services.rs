//! Tests models with several services and services that the official SDK adjusts.

use serde_json::{Value, json};
use smithy_slim_codegen::{Config, Crate, Errors, Model, Operations, generate};

/// Returns a model with a service for each pair of a name and a name in the SDKs.
fn model(services: &[(&str, &str)]) -> Model {
    let mut shapes = json!({});
    for (name, sdk_id) in services {
        let operation = format!("a#Call{name}");
        shapes[format!("a#{name}")] = service(sdk_id, &operation);
        shapes[&operation] = json!({
            "type": "operation",
            "traits": { "smithy.api#http": { "method": "POST", "uri": "/", "code": 200 } },
        });
    }
    let text = json!({ "smithy": "2.0", "shapes": shapes }).to_string();
    Model::from_ast("two.json", text.as_bytes()).expect("the model is valid")
}

fn service(sdk_id: &str, operation: &str) -> Value {
    json!({
        "type": "service",
        "version": "1",
        "operations": [{ "target": operation }],
        "traits": {
            "aws.api#service": { "sdkId": sdk_id },
            "aws.auth#sigv4": { "name": "two" },
            "aws.protocols#restJson1": {},
        },
    })
}

fn generate_service(model: &Model, service: Option<&str>) -> Result<Crate, Errors> {
    let mut config = Config::new("two", Operations::All);
    config.service = service.map(Into::into);
    generate(model, &config)
}

#[test]
fn one_of_several_services_is_generated() {
    let model = model(&[("Shop", "Shop"), ("Office", "Office")]);
    for (service, file) in [
        ("a#Shop", "src/operation/call_shop.rs"),
        ("a#Office", "src/operation/call_office.rs"),
    ] {
        let generated = generate_service(&model, Some(service)).expect("the service exists");
        let is_there = |name: &str| generated.files.contains_key(std::path::Path::new(name));
        let calls = ["shop", "office"].map(|name| format!("src/operation/call_{name}.rs"));
        let found: Vec<&String> = calls.iter().filter(|name| is_there(name)).collect();
        assert_eq!(found, [file]);
    }
}

#[test]
fn services_to_choose_from_are_listed() {
    let model = model(&[("Shop", "Shop"), ("Office", "Office")]);
    let error = |service| {
        let result = generate_service(&model, service);
        result.expect_err("no service is chosen").to_string()
    };
    assert_eq!(
        error(None),
        "two.json: 2 services found: `a#Office`, `a#Shop`; choose one with `--service`"
    );
    assert_eq!(
        error(Some("a#Shed")),
        "two.json: the model has no service `a#Shed`; it has `a#Office`, `a#Shop`"
    );
}

#[test]
fn adjustments_that_are_not_made_are_warnings() {
    let warnings = |sdk_id| {
        let generated = generate_service(&model(&[("Call", sdk_id)]), None);
        let warnings = generated.expect("the model is valid").warnings;
        warnings.iter().map(ToString::to_string).collect::<Vec<_>>()
    };
    assert_eq!(
        warnings("RDS"),
        [
            "two.json: the official SDK adjusts this service by hand, which the generated crate doesn't: \
          tokens for connections are generated"
        ]
    );
    assert_eq!(warnings("Glacier"), Vec::<String>::new());
    assert_eq!(warnings("Shop"), Vec::<String>::new());
}
