//! Lowers the endpoint rules of the service, their test cases, and the values that operations give to their parameters.

use serde_json::{Value, json};

use super::{Context, names, structure, types};
use crate::endpoints::{
    self, EndpointError, EndpointTraits, InputMember, InputShapes, InputValue, OperationTraits,
};
use crate::error::ProblemKind;
use crate::ir::endpoints::{EndpointBinding, EndpointRules, EndpointTest};
use crate::ir::{Binding, Structure, Type};
use crate::model::{ShapeId, SimpleKind};
use crate::select::operation::Operation;
use crate::select::shapes::{Kind, Member, Target};

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
    operation: &Operation<'a>,
    input: &Structure,
) -> Vec<EndpointBinding> {
    let shapes = Shapes {
        context,
        input: operation.input,
    };
    let members = input.fields.iter().filter_map(|field| {
        let member = InputMember {
            field: field.name.clone(),
            optional: true,
            value: shapes.value(&field.ty),
        };
        Some((field.context_param.as_deref()?, member))
    });
    let parameters = OperationTraits {
        static_params: operation.traits.static_context_params.as_ref(),
        members: members.collect(),
        operation_params: operation.traits.operation_context_params.as_ref(),
        input: input.shape.as_str(),
        shapes: &shapes,
    };
    endpoints::bindings(rules, &parameters).unwrap_or_else(|error| {
        report(context, operation.id.clone(), &error);
        Vec::new()
    })
}

/// The selected structures, for the paths of `operationContextParams`.
struct Shapes<'c, 'a> {
    context: &'c Context<'a>,
    input: Target<'a>,
}

impl InputShapes for Shapes<'_, '_> {
    fn member(&self, id: &str, member: &str) -> Option<InputMember> {
        let shape = self.context.selection.shapes.get(&id.into())?;
        let found = shape.members().iter().find(|found| found.name == member)?;
        let ty = types::target_type(self.context, found, &Binding::Body);
        Some(InputMember {
            field: names::field(member),
            // Every member of an input is optional, even a required one.
            optional: id == self.input.id().as_str()
                || structure::is_optional_member(found.traits, &ty),
            value: self.member_value(found),
        })
    }
}

impl Shapes<'_, '_> {
    /// Returns the value of a member. Paths continue through structures.
    fn member_value(&self, member: &Member<'_>) -> InputValue {
        match &self.context.selection.shapes[member.target].kind {
            Kind::Structure(_) | Kind::Union(_) => {
                InputValue::Structure(member.target.id().to_string())
            }
            Kind::List(item) => InputValue::List(Box::new(self.member_value(item))),
            Kind::Map { value, .. } => InputValue::Map(Box::new(self.member_value(value))),
            Kind::Enum(_) => InputValue::Enum,
            Kind::Simple(SimpleKind::String) => InputValue::String,
            Kind::Simple(SimpleKind::Boolean) => InputValue::Bool,
            Kind::Simple(_) | Kind::IntEnum => InputValue::Other,
        }
    }

    fn value(&self, ty: &Type) -> InputValue {
        match ty {
            Type::String => InputValue::String,
            Type::Enum(_) => InputValue::Enum,
            Type::Boolean => InputValue::Bool,
            Type::List { member, .. } => InputValue::List(Box::new(self.value(member))),
            Type::Map { value, .. } => InputValue::Map(Box::new(self.value(value))),
            _ => InputValue::Other,
        }
    }
}
