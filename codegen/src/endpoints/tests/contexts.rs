//! What operations add to the parameters.

use std::collections::BTreeMap;

use quote::{format_ident, quote};
use serde_json::{Value, json};

use super::pretty;
use crate::endpoints::{
    EndpointError, EndpointRules, EndpointTraits, InputMember, InputShapes, InputValue,
    OperationContext,
};

/// Shapes by ID and member.
struct Shapes(BTreeMap<(&'static str, &'static str), InputMember>);

impl InputShapes for Shapes {
    fn member(&self, structure: &str, member: &str) -> Option<InputMember> {
        self.0.get(&(structure, member)).cloned()
    }
}

fn optional(field: &str, value: InputValue) -> InputMember {
    InputMember {
        field: format_ident!("{field}"),
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
        field: format_ident!("table_name"),
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
            optional("requests", InputValue::Map(Box::new(InputValue::Other))),
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
    EndpointRules::new(EndpointTraits {
        rule_set: Some(&rule_set),
        client_context_params: Some(&client),
        bdd: None,
    })
    .expect("the rule set is valid")
}

/// Emits the setters for paths into the input.
fn paths(paths: &Value) -> Result<String, EndpointError> {
    let context = OperationContext {
        static_params: None,
        members: Vec::new(),
        operation_params: Some(paths),
        input: "Input",
        shapes: &shapes(),
    };
    let setters = rules().emit_context(&context)?;
    Ok(pretty(
        quote!(fn params(input: &Input) -> ParamsBuilder { ParamsBuilder::from_config(cfg) #setters }),
    ))
}

#[test]
fn static_values_and_members() {
    let statics = json!({"Arns": {"value": ["a", "b"]}, "Control": {"value": true}});
    let context = OperationContext {
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
    let setters = rules().emit_context(&context).expect("the bindings fit");
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
    ];
    for (name, value) in cases {
        insta::assert_snapshot!(format!("path_{name}"), paths(&value).expect(name));
    }
}

#[test]
fn paths_that_are_refused() {
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
            json!({"Arn": {"path": "TableName[*]"}}),
            "endpoint parameter `Arn`: path `TableName[*]` doesn't fit the input",
        ),
    ];
    for (value, message) in cases {
        assert_eq!(paths(&value).expect_err(message).to_string(), message);
    }
}

#[test]
fn client_settings_come_from_the_configuration() {
    let params = pretty(rules().emit_params());
    assert!(params.contains("path_style: cfg"), "{params}");
    assert!(
        params.contains("crate::config::endpoint_settings::PathStyle"),
        "{params}"
    );
    assert_eq!(rules().client_params[0].setter, "path_style");
}
