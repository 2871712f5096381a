//! Lowers the endpoint rules of the service, their test cases, and the values that operations give to their parameters.

use serde_json::json;

use super::{Context, names, types};
use crate::endpoints::{
    self, EndpointError, EndpointTraits, InputMember, InputShapes, InputValue, OperationTraits,
};
use crate::error::ProblemKind;
use crate::ir::endpoints::{EndpointBinding, EndpointRules, EndpointTest};
use crate::ir::{Structure, Type};
use crate::model::traits::{TimestampFormat, Traits};
use crate::model::{Model, ShapeId};

/// Lowers the endpoint rules of the service, or the default rules if it has none.
pub(super) fn lower_rules(
    context: &mut Context<'_>,
    traits: &Traits,
    prefix: &str,
) -> EndpointRules {
    let default = default_rules(prefix);
    let has_rules = traits.endpoint_rule_set.is_some() || traits.endpoint_bdd.is_some();
    let rule_set = if has_rules {
        traits.endpoint_rule_set.as_ref()
    } else {
        Some(&default)
    };
    let client_context_params = traits.client_context_params.as_ref();
    let traits = EndpointTraits {
        rule_set,
        bdd: traits.endpoint_bdd.as_ref(),
        client_context_params,
    };
    endpoints::lower(traits).unwrap_or_else(|error| {
        report(context, context.service.clone(), &error);
        endpoints::lower(EndpointTraits {
            rule_set: Some(&default),
            ..EndpointTraits::default()
        })
        .expect("the default rules are valid")
    })
}

fn report(context: &mut Context<'_>, shape: ShapeId, error: &EndpointError) {
    context.report(shape, ProblemKind::Endpoint(error.to_string()));
}

/// Returns rules that resolve a custom endpoint, or else the host of the region in its partition.
fn default_rules(prefix: &str) -> serde_json::Value {
    let parameter = |built_in: &str, kind: &str| json!({ "builtIn": built_in, "required": false, "documentation": "", "type": kind });
    let is_set = |name: &str| json!({ "fn": "isSet", "argv": [{ "ref": name }] });
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
            { "type": "endpoint", "conditions": [is_set("Endpoint")], "endpoint": { "url": { "ref": "Endpoint" } } },
            { "type": "endpoint", "conditions": [is_set("Region"), partition], "endpoint": { "url": url } },
            { "type": "error", "conditions": [], "error": "Invalid Configuration: Missing Region" },
        ],
    })
}

/// Lowers the test cases of the service's endpoint rules.
pub(super) fn lower_tests(context: &mut Context<'_>, rules: &EndpointRules) -> Vec<EndpointTest> {
    let service = context.model.get(context.service);
    let Some(tests) = service.and_then(|shape| shape.traits.endpoint_tests.as_ref()) else {
        return Vec::new();
    };
    endpoints::lower_tests(tests, &rules.parameters).unwrap_or_else(|error| {
        report(context, context.service.clone(), &error);
        Vec::new()
    })
}

/// Lowers the endpoint parameters that an operation sets.
pub(super) fn lower_bindings(
    context: &mut Context<'_>,
    rules: &EndpointRules,
    id: &ShapeId,
    input: &Structure,
) -> Vec<EndpointBinding> {
    let model = context.model;
    let Some(traits) = model.get(id).map(|shape| &shape.traits) else {
        return Vec::new();
    };
    let shapes = Shapes { context };
    let members = input.fields.iter().filter_map(|field| {
        let member = InputMember {
            field: field.name.clone(),
            optional: true,
            value: shapes.value(&field.ty),
        };
        Some((field.context_param.as_deref()?, member))
    });
    let operation = OperationTraits {
        static_params: traits.static_context_params.as_ref(),
        members: members.collect(),
        operation_params: traits.operation_context_params.as_ref(),
        input: input.shape.as_str(),
        shapes: &shapes,
    };
    endpoints::bindings(rules, &operation).unwrap_or_else(|error| {
        report(context, id.clone(), &error);
        Vec::new()
    })
}

/// The model's structures, for the paths of `operationContextParams`.
struct Shapes<'a, 'm> {
    context: &'a Context<'m>,
}

impl InputShapes for Shapes<'_, '_> {
    fn member(&self, structure: &str, member: &str) -> Option<InputMember> {
        let model: &Model = self.context.model;
        let id = ShapeId::from(structure);
        let found = model
            .get(&id)?
            .members()
            .into_iter()
            .find(|candidate| candidate.name == member)?;
        let ty = types::target_type(self.context, found, TimestampFormat::EpochSeconds);
        Some(InputMember {
            field: names::field(member),
            optional: found.traits.required.is_none()
                || matches!(ty, Type::Structure(_) | Type::Union(_)),
            value: self.value_of(&found.target, &ty),
        })
    }
}

impl Shapes<'_, '_> {
    /// As [`Self::value`], for a type whose shape is known: paths go on through structures.
    fn value_of(&self, target: &ShapeId, ty: &Type) -> InputValue {
        match ty {
            Type::Structure(_) | Type::Union(_) => InputValue::Structure(target.to_string()),
            Type::List { .. } | Type::Map { .. } => {
                let members = self
                    .context
                    .model
                    .get(target)
                    .map(crate::model::Shape::members)
                    .unwrap_or_default();
                let item = members.last().map(|item| {
                    let ty = types::target_type(self.context, item, TimestampFormat::EpochSeconds);
                    Box::new(self.value_of(&item.target, &ty))
                });
                match (item, ty) {
                    (Some(item), Type::List { .. }) => InputValue::List(item),
                    (Some(item), _) => InputValue::Map(item),
                    (None, _) => InputValue::Other,
                }
            }
            other => self.value(other),
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
