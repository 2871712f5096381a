//! Lowers the endpoint rules of the service, their test cases, and the values that operations give to their parameters.

use serde_json::{Value, json};

use super::{Context, jmespath};
use crate::endpoints::{
    self, EndpointError, EndpointTraits, InputMember, InputPath, InputValue, OperationTraits,
};
use crate::error::ProblemKind;
use crate::ir::endpoints::{EndpointBinding, EndpointRules, EndpointTest};
use crate::ir::{Structure, Type};
use crate::model::ShapeId;
use crate::select::operation::Operation;

/// Lowers the endpoint rules of the service. A service without rules gets the rule that every AWS service had before there
/// were rules or, if it isn't an AWS service, the rule that an endpoint URL must be set.
pub(super) fn lower_rules(context: &mut Context<'_>, prefix: &str) -> EndpointRules {
    let service = &context.selection.service;
    let traits = service.traits;
    let plain = if traits.aws_service.is_some() {
        aws_rules(prefix)
    } else {
        url_rules()
    };
    let has_rules = traits.endpoint_rule_set.is_some() || traits.endpoint_bdd.is_some();
    let rule_set = if has_rules {
        traits.endpoint_rule_set.as_ref()
    } else {
        Some(&plain)
    };
    let client_context_params = traits.client_context_params.as_ref();
    let traits = EndpointTraits {
        rule_set,
        bdd: traits.endpoint_bdd.as_ref(),
        client_context_params,
    };
    endpoints::lower(traits).unwrap_or_else(|error| {
        report(context, service.id.clone(), &error);
        endpoints::lower(EndpointTraits {
            rule_set: Some(&url_rules()),
            ..EndpointTraits::default()
        })
        .expect("rules without text of the model are valid")
    })
}

fn report(context: &mut Context<'_>, shape: ShapeId, error: &EndpointError) {
    context.report(shape, ProblemKind::Endpoint(error.to_string()));
}

fn parameter(built_in: &str, kind: &str) -> Value {
    json!({ "builtIn": built_in, "required": false, "documentation": "", "type": kind })
}

fn is_set(name: &str) -> Value {
    json!({ "fn": "isSet", "argv": [{ "ref": name }] })
}

fn custom_endpoint() -> Value {
    let endpoint = json!({ "url": { "ref": "Endpoint" } });
    json!({ "type": "endpoint", "conditions": [is_set("Endpoint")], "endpoint": endpoint })
}

/// Returns rules for a custom endpoint or the region's host in its partition.
fn aws_rules(prefix: &str) -> Value {
    let partition =
        json!({ "fn": "aws.partition", "argv": [{ "ref": "Region" }], "assign": "Partition" });
    let url = format!("https://{prefix}.{{Region}}.{{Partition#dnsSuffix}}");
    json!({
        "version": "1.0",
        "parameters": {
            "Region": parameter("AWS::Region", "String"),
            "Endpoint": parameter("SDK::Endpoint", "String"),
        },
        "rules": [
            custom_endpoint(),
            { "type": "endpoint", "conditions": [is_set("Region"), partition], "endpoint": { "url": url } },
            { "type": "error", "conditions": [], "error": "Invalid Configuration: Missing Region" },
        ],
    })
}

/// Returns rules for a custom endpoint, without which there is no endpoint.
fn url_rules() -> Value {
    let error = "Invalid Configuration: Missing endpoint URL; set `endpoint_url`";
    json!({
        "version": "1.0",
        "parameters": { "Endpoint": parameter("SDK::Endpoint", "String") },
        "rules": [
            custom_endpoint(),
            { "type": "error", "conditions": [], "error": error },
        ],
    })
}

/// Lowers the test cases of the service's endpoint rules.
pub(super) fn lower_tests(context: &mut Context<'_>, rules: &EndpointRules) -> Vec<EndpointTest> {
    let service = &context.selection.service;
    let Some(tests) = &service.traits.endpoint_tests else {
        return Vec::new();
    };
    endpoints::lower_tests(tests, &rules.parameters).unwrap_or_else(|error| {
        report(context, service.id.clone(), &error);
        Vec::new()
    })
}

/// Lowers the endpoint parameters that an operation sets.
pub(super) fn lower_bindings<'a>(
    context: &mut Context<'a>,
    rules: &EndpointRules,
    operation: &'a Operation<'a>,
    input: &Structure,
) -> Vec<EndpointBinding> {
    let members = input.fields.iter().filter_map(|field| {
        let member = InputMember {
            field: field.name.clone(),
            value: input_value(&field.ty),
        };
        Some((field.context_param.as_deref()?, member))
    });
    let paths = operation.context_params.iter().map(|param| InputPath {
        parameter: &param.name,
        path: &param.path,
        value: jmespath::lower(context, &param.value),
    });
    let traits = OperationTraits {
        static_params: operation.traits.static_context_params.as_ref(),
        members: members.collect(),
        paths: paths.collect(),
    };
    endpoints::bindings(rules, &traits).unwrap_or_else(|error| {
        report(context, operation.id.clone(), &error);
        Vec::new()
    })
}

fn input_value(ty: &Type) -> InputValue {
    match ty {
        Type::String => InputValue::String,
        Type::Enum(_) => InputValue::Enum,
        Type::Boolean => InputValue::Bool,
        Type::List {
            member,
            sparse: false,
        } if **member == Type::String => InputValue::StringList,
        _ => InputValue::Other,
    }
}
