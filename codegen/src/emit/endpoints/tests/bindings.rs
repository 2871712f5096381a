//! Tests of the values that operations give to parameters.

use std::collections::BTreeMap;

use quote::quote;
use serde_json::{Value, json};

use super::pretty;
use crate::emit::endpoints::{emit_bindings, emit_params};
use crate::endpoints::{
    self, EndpointError, EndpointTraits, InputMember, InputShapes, InputValue, OperationTraits,
};
use crate::ir::RustName;
use crate::ir::endpoints::EndpointRules;

/// Shapes by ID and member.
struct Shapes(BTreeMap<(&'static str, &'static str), InputMember>);

impl InputShapes for Shapes {
    fn member(&self, structure: &str, member: &str) -> Option<InputMember> {
        self.0.get(&(structure, member)).cloned()
    }
}

fn optional(field: &str, value: InputValue) -> InputMember {
    InputMember {
        field: RustName::new(field),
        optional: true,
        value,
    }
}

fn list(element: InputValue) -> InputValue {
    InputValue::List(Box::new(element))
}

fn shapes() -> Shapes {
    let structure = |id: &str| InputValue::Structure(id.to_owned());
    let name = InputMember {
        field: RustName::new("table_name"),
        optional: false,
        value: InputValue::String,
    };
    Shapes(BTreeMap::from([
        (
            ("Input", "Items"),
            optional("items", list(structure("Item"))),
        ),
        (
            ("Input", "Requests"),
            optional("requests", InputValue::Map(Box::new(structure("Get")))),
        ),
        (
            ("Input", "TableName"),
            optional("table_name", InputValue::String),
        ),
        (("Input", "Kind"), optional("kind", InputValue::Enum)),
        (("Item", "Get"), optional("get", structure("Get"))),
        (("Item", "Put"), optional("put", structure("Get"))),
        (("Get", "TableName"), name),
    ]))
}

fn rules() -> EndpointRules {
    let parameter = |ty: &str| json!({"type": ty});
    let rule_set = json!({
        "version": "1.0",
        "parameters": {
            "Arn": parameter("string"),
            "Arns": parameter("stringArray"),
            "Control": parameter("boolean"),
            "PathStyle": {"type": "boolean", "builtIn": "AWS::S3::ForcePathStyle", "required": true},
            "Region": {"type": "string", "builtIn": "AWS::Region"},
        },
        "rules": [],
    });
    let client = json!({"PathStyle": {"type": "boolean", "documentation": "Paths."}});
    endpoints::lower(EndpointTraits {
        rule_set: Some(&rule_set),
        client_context_params: Some(&client),
        bdd: None,
    })
    .expect("the rule set is valid")
}

/// Emits the setters for paths into the input.
fn paths(paths: &Value) -> Result<String, EndpointError> {
    let traits = OperationTraits {
        static_params: None,
        members: Vec::new(),
        operation_params: Some(paths),
        input: "Input",
        shapes: &shapes(),
    };
    let setters = emit_bindings(&endpoints::bindings(&rules(), &traits)?);
    Ok(pretty(
        quote!(fn params(input: &Input) -> ParamsBuilder { ParamsBuilder::from_config(cfg) #setters }),
    ))
}

#[test]
fn static_values_and_members() {
    let statics = json!({"Arns": {"value": ["a", "b"]}, "Control": {"value": true}});
    let traits = OperationTraits {
        static_params: Some(&statics),
        members: vec![
            ("Arn", optional("kind", InputValue::Enum)),
            ("Control", optional("hidden", InputValue::Bool)),
            ("Region", optional("region", InputValue::String)),
        ],
        operation_params: None,
        input: "Input",
        shapes: &shapes(),
    };
    let bindings = endpoints::bindings(&rules(), &traits).expect("the bindings fit");
    let setters = emit_bindings(&bindings);
    insta::assert_snapshot!(setters.to_string(), @r#". set_arn (input . kind . as_ref () . map (| value | value . as_str () . to_owned ())) . set_arns (Some (vec ! ["a" . to_owned () , "b" . to_owned ()])) . set_control (Some (true)) . set_region (input . region . clone () . or_else (|| cfg . load :: < aws_types :: region :: Region > () . map (ToString :: to_string)))"#);
}

#[test]
fn paths_into_the_input() {
    let cases = [
        ("member", json!({"Arn": {"path": "TableName"}})),
        (
            "projection",
            json!({"Arns": {"path": "Items[*].Get.TableName"}}),
        ),
        (
            "several",
            json!({"Arns": {"path": "Items[*].[Get.TableName, Put.TableName][]"}}),
        ),
        ("keys", json!({"Arns": {"path": "keys(Requests)"}})),
        ("values", json!({"Arns": {"path": "Requests.*.TableName"}})),
    ];
    for (name, value) in cases {
        insta::assert_snapshot!(format!("path_{name}"), paths(&value).expect(name));
    }
}

#[test]
fn invalid_paths() {
    let cases = [
        (
            json!({"Nobody": {"path": "TableName"}}),
            "endpoint parameter `Nobody`: there is no such parameter",
        ),
        (
            json!({"Arn": {"path": "Nothing"}}),
            "endpoint parameter `Arn`: Input has no member `Nothing`",
        ),
        (
            json!({"Arn": {"path": "Items[?a]"}}),
            "endpoint parameter `Arn`: path `Items[?a]` is not supported",
        ),
        (
            json!({"Arn": {"path": "Items"}}),
            "endpoint parameter `Arn`: path `Items` leads to another type",
        ),
        (
            json!({"Arns": {"path": "Requests[*].TableName"}}),
            "endpoint parameter `Arns`: path `Requests[*].TableName` doesn't fit the input",
        ),
        (
            json!({"Arns": {"path": "[TableName, Kind]"}}),
            "endpoint parameter `Arns`: path `[TableName, Kind]` leads to values of several types",
        ),
        (
            json!({"Arn": {"path": "TableName[*]"}}),
            "endpoint parameter `Arn`: path `TableName[*]` doesn't fit the input",
        ),
    ];
    for (value, message) in cases {
        assert_eq!(paths(&value).expect_err(message).to_string(), message);
    }
}

#[test]
fn client_settings_are_read_from_the_configuration() {
    let params = pretty(emit_params(&rules()));
    assert!(params.contains("path_style: cfg"), "{params}");
    assert!(
        params.contains("crate::config::service_settings::endpoint::PathStyle"),
        "{params}"
    );
    assert_eq!(rules().client_params[0].setter, "path_style");
}
