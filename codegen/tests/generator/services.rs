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
        warnings("S3"),
        [
            "two.json: unlike the official crate, the generated one doesn't have sessions of S3 Express"
        ]
    );
    assert_eq!(warnings("Glacier"), Vec::<String>::new());
    assert_eq!(warnings("Shop"), Vec::<String>::new());
}

/// Returns a file of the crate of a service with this name in the SDKs, which has these shapes and the operation `Invoke`.
fn file(sdk_id: &str, shapes: &str, path: &str) -> String {
    let mut shapes: Value = serde_json::from_str(shapes).expect("the shapes are JSON");
    shapes["a#Shop"] = service(sdk_id, "a#Invoke");
    shapes["a#Shop"]["traits"]["aws.auth#sigv4"]["name"] = json!(sdk_id.to_lowercase());
    shapes["a#Shop"]["traits"]["smithy.api#httpBearerAuth"] = json!({});
    let text = json!({ "smithy": "2.0", "shapes": shapes }).to_string();
    let model = Model::from_ast("shop.json", text.as_bytes()).expect("the model is valid");
    let generated = generate_service(&model, None).expect("the model is complete");
    generated.files[std::path::Path::new(path)].clone()
}

/// Checks that a file has this text if the service has this name, and only then.
fn check_adjustment(sdk_id: &str, shapes: &str, path: &str, text: &str) {
    let has_text = |sdk_id| file(sdk_id, shapes, path).contains(text);
    assert!(has_text(sdk_id), "{text}");
    assert!(!has_text("Shop"), "{text}");
}

/// An operation without members.
const INVOKE: &str = r#"{
    "a#Invoke": { "type": "operation", "traits": { "smithy.api#http": { "method": "POST", "uri": "/", "code": 200 } } }
}"#;

const INVOKE_WIRE: &str = "src/operation/invoke/wire.rs";

#[test]
fn bedrock_reads_a_token_of_the_environment() {
    let path = "src/config/service_settings.rs";
    check_adjustment(
        "Bedrock",
        INVOKE,
        path,
        "environment_token::copy(builder, input)",
    );
}

#[test]
fn members_of_ec2_are_optional() {
    let shapes = r#"{
        "a#Invoke": {
            "type": "operation",
            "output": { "target": "a#Out" },
            "traits": { "smithy.api#http": { "method": "POST", "uri": "/", "code": 200 } }
        },
        "a#Out": {
            "type": "structure",
            "members": { "Name": { "target": "smithy.api#String", "traits": { "smithy.api#required": {} } } }
        }
    }"#;
    let path = "src/operation/invoke/output.rs";
    check_adjustment("EC2", shapes, path, "pub name: Option<String>");
}

#[test]
fn defaults_that_services_reject_are_removed() {
    let shapes = r#"{
        "a#Invoke": {
            "type": "operation",
            "output": { "target": "a#ProvisioningTemplateSummary" },
            "traits": { "smithy.api#http": { "method": "POST", "uri": "/", "code": 200 } }
        },
        "a#ProvisioningTemplateSummary": {
            "type": "structure",
            "members": {
                "enabled": { "target": "smithy.api#Boolean", "traits": { "smithy.api#default": false } },
                "workers": { "target": "a#WorkerCounts", "traits": { "smithy.api#default": 0 } }
            }
        },
        "a#WorkerCounts": { "type": "long", "traits": { "smithy.api#default": 0 } }
    }"#;
    let path = "src/operation/invoke/output.rs";
    check_adjustment("EMR Serverless", shapes, path, "pub workers: Option<i64>");
    check_adjustment("IoT", shapes, path, "pub enabled: Option<bool>");
}

#[test]
fn functions_of_lambda_can_take_long() {
    check_adjustment(
        "Lambda",
        INVOKE,
        INVOKE_WIRE,
        "StalledStreamProtectionConfig::disabled()",
    );
}

/// A text can be replaced by a hyphen, a number can't.
#[test]
fn the_account_of_glacier_has_a_default_if_it_is_a_text() {
    let wire = |target: &str| {
        let shapes = r#"{
            "a#Invoke": {
                "type": "operation",
                "input": { "target": "a#In" },
                "traits": { "smithy.api#http": { "method": "POST", "uri": "/{accountId}", "code": 200 } }
            },
            "a#In": {
                "type": "structure",
                "members": {
                    "accountId": {
                        "target": "TARGET",
                        "traits": { "smithy.api#httpLabel": {}, "smithy.api#required": {} }
                    }
                }
            }
        }"#;
        file("Glacier", &shapes.replace("TARGET", target), INVOKE_WIRE)
    };
    let default = ".or(Some(\"-\"))";
    assert!(wire("smithy.api#String").contains(default));
    assert!(!wire("smithy.api#Integer").contains(default));
}

#[test]
fn the_account_of_s3_control_is_no_prefix() {
    let shapes = r#"{
        "a#Invoke": {
            "type": "operation",
            "input": { "target": "a#In" },
            "traits": {
                "smithy.api#endpoint": { "hostPrefix": "{AccountId}." },
                "smithy.api#http": { "method": "POST", "uri": "/", "code": 200 }
            }
        },
        "a#In": {
            "type": "structure",
            "members": {
                "AccountId": {
                    "target": "smithy.api#String",
                    "traits": {
                        "smithy.api#hostLabel": {},
                        "smithy.api#httpHeader": "x-amz-account-id",
                        "smithy.api#required": {}
                    }
                }
            }
        }
    }"#;
    check_adjustment("S3 Control", shapes, INVOKE_WIRE, "body_hash: true");
    let has_prefix = |sdk_id| file(sdk_id, shapes, INVOKE_WIRE).contains("EndpointPrefix");
    assert!(has_prefix("Shop"));
    assert!(!has_prefix("S3 Control"));
}

#[test]
fn credentials_of_sso_are_not_printed() {
    let shapes = r#"{
        "a#Invoke": {
            "type": "operation",
            "output": { "target": "a#Out" },
            "traits": { "smithy.api#http": { "method": "POST", "uri": "/", "code": 200 } }
        },
        "a#Out": { "type": "structure", "members": { "Credentials": { "target": "a#RoleCredentials" } } },
        "a#RoleCredentials": { "type": "structure", "members": { "Key": { "target": "smithy.api#String" } } }
    }"#;
    let path = "src/types/role_credentials.rs";
    check_adjustment(
        "SSO",
        shapes,
        path,
        "debug.field(\"key\", &crate::runtime::REDACTED)",
    );
}

/// A body that streams isn't read, so it isn't searched for an error either.
#[test]
fn streams_of_s3_are_not_searched_for_errors() {
    let searches = |traits: Value| {
        let body = json!({ "target": "a#Body", "traits": { "smithy.api#httpPayload": {} } });
        let mut model = json!({
            "smithy": "2.0",
            "shapes": {
                "a#S3": service("S3", "a#Invoke"),
                "a#Invoke": {
                    "type": "operation",
                    "output": { "target": "a#Out" },
                    "traits": { "smithy.api#http": { "method": "GET", "uri": "/", "code": 200 } },
                },
                "a#Out": { "type": "structure", "members": { "Body": body } },
                "a#Body": { "type": "blob", "traits": traits },
            },
        });
        let service_traits = &mut model["shapes"]["a#S3"]["traits"];
        *service_traits = json!({
            "aws.api#service": { "sdkId": "S3" },
            "aws.auth#sigv4": { "name": "s3" },
            "aws.protocols#restXml": {},
        });
        let model = Model::from_ast("s3.json", model.to_string().as_bytes());
        let generated = generate_service(&model.expect("the model is valid"), None);
        let files = generated.expect("the model is complete").files;
        [INVOKE_WIRE, "src/runtime/http/response.rs"]
            .map(|path| files[std::path::Path::new(path)].contains("is_error_body"))
    };
    assert_eq!(searches(json!({})), [true, true]);
    assert_eq!(
        searches(json!({ "smithy.api#streaming": {} })),
        [false, false]
    );
}

/// Presigned requests of Polly have all members in the query, which can't contain every type.
#[test]
fn speech_that_does_not_fit_a_query_is_not_presigned() {
    let is_presigned = |target: &str| {
        let shapes = json!({
            "a#SynthesizeSpeech": {
                "type": "operation",
                "input": { "target": "a#In" },
                "traits": { "smithy.api#http": { "method": "POST", "uri": "/speech" } },
            },
            "a#In": { "type": "structure", "members": { "Text": { "target": target } } },
            "a#Texts": { "type": "list", "member": { "target": "smithy.api#String" } },
            "a#Pages": { "type": "list", "member": { "target": "a#Texts" } },
            "a#Marks": {
                "type": "map",
                "key": { "target": "smithy.api#String" },
                "value": { "target": "smithy.api#String" },
            },
        });
        let mut model = json!({ "smithy": "2.0", "shapes": shapes });
        model["shapes"]["a#Polly"] = service("Polly", "a#SynthesizeSpeech");
        let model = Model::from_ast("polly.json", model.to_string().as_bytes());
        let generated = generate_service(&model.expect("the model is valid"), None);
        let files = generated.expect("the model is complete").files;
        let builders = std::path::Path::new("src/operation/synthesize_speech/builders.rs");
        files[builders].contains("fn presigned(")
    };
    assert!(is_presigned("smithy.api#String"));
    assert!(is_presigned("a#Texts"));
    for target in [
        "a#Pages",
        "a#Marks",
        "smithy.api#Blob",
        "smithy.api#Document",
    ] {
        assert!(!is_presigned(target), "{target}");
    }
}
