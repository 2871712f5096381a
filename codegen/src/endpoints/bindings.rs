//! Lowers the values that an operation gives to parameters: `staticContextParams`, `contextParam` and
//! `operationContextParams`.

mod jmespath;

use serde_json::Value;

use super::error::EndpointError;
use super::model::{self, Ordered};
use super::parameters;
use crate::ir::RustName;
use crate::ir::endpoints::{
    BoundValue, Conversion, EndpointBinding, EndpointRules, Parameter, ParameterType,
};

/// The traits of one operation that bind values to parameters.
pub(crate) struct OperationTraits<'a> {
    /// `smithy.rules#staticContextParams` of the operation.
    pub(crate) static_params: Option<&'a Value>,
    /// The parameter and the member, for each member of the input with `smithy.rules#contextParam`.
    pub(crate) members: Vec<(&'a str, InputMember)>,
    /// `smithy.rules#operationContextParams` of the operation.
    pub(crate) operation_params: Option<&'a Value>,
    /// The shape ID of the input.
    pub(crate) input: &'a str,
    /// Looks up members of shapes.
    pub(crate) shapes: &'a dyn InputShapes,
}

/// Looks up the shapes that paths into an input lead through.
pub(crate) trait InputShapes {
    /// Returns the member of this name in the model, of the structure or union with this shape ID.
    fn member(&self, structure: &str, member: &str) -> Option<InputMember>;
}

/// A field of a generated structure.
#[derive(Clone, Debug)]
pub(crate) struct InputMember {
    /// The field's name.
    pub(crate) field: RustName,
    /// Whether its type is an `Option`.
    pub(crate) optional: bool,
    /// Its type inside the `Option`.
    pub(crate) value: InputValue,
}

/// The type of a field.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum InputValue {
    /// `String`
    String,
    /// A generated enum, with `as_str`.
    Enum,
    /// `bool`
    Bool,
    /// A generated structure with this shape ID.
    Structure(String),
    /// A list of such values.
    List(Box<InputValue>),
    /// A map from `String` to such values.
    Map(Box<InputValue>),
    /// A type that no path leads through.
    Other,
}

#[derive(serde::Deserialize)]
struct StaticParam {
    value: Value,
}

#[derive(serde::Deserialize)]
struct OperationParam {
    path: String,
}

/// Lowers the bindings of an operation, in the order of the parameters. Static values win over members, and these over
/// paths.
///
/// # Errors
///
/// The first binding of an unknown parameter, or of a value of another type.
pub(crate) fn bindings(
    rules: &EndpointRules,
    traits: &OperationTraits<'_>,
) -> Result<Vec<EndpointBinding>, EndpointError> {
    let statics: Ordered<StaticParam> =
        optional("smithy.rules#staticContextParams", traits.static_params)?;
    let paths: Ordered<OperationParam> = optional(
        "smithy.rules#operationContextParams",
        traits.operation_params,
    )?;
    let names = statics.0.iter().map(|(name, _)| name.as_str());
    let names = names.chain(traits.members.iter().map(|(name, _)| *name));
    let mut names = names.chain(paths.0.iter().map(|(name, _)| name.as_str()));
    let is_unknown = |name: &&str| rules.parameters.iter().all(|known| known.name != *name);
    if let Some(unknown) = names.find(is_unknown) {
        return Err(wrong(unknown, "there is no such parameter"));
    }
    let mut bindings = Vec::new();
    for parameter in &rules.parameters {
        let name = parameter.name.as_str();
        let value = if let Some((_, param)) = statics.0.iter().find(|(bound, _)| bound == name) {
            static_value(parameter, &param.value)?
        } else if let Some((_, member)) = traits.members.iter().find(|(bound, _)| *bound == name) {
            member_value(parameter, member)?
        } else if let Some((_, param)) = paths.0.iter().find(|(bound, _)| bound == name) {
            jmespath::lower(parameter, &param.path, traits.input, traits.shapes)?
        } else {
            continue;
        };
        // An unset value of the input doesn't hide one of the configuration.
        let fallback = value.reads_input().then(|| rules.config_source(parameter));
        bindings.push(EndpointBinding {
            field: parameter.field.clone(),
            value,
            fallback: fallback.flatten(),
        });
    }
    Ok(bindings)
}

fn optional<T: serde::de::DeserializeOwned>(
    what: &str,
    value: Option<&Value>,
) -> Result<Ordered<T>, EndpointError> {
    value.map_or_else(|| Ok(Ordered::default()), |value| model::read(what, value))
}

fn wrong(parameter: &str, reason: impl Into<String>) -> EndpointError {
    EndpointError::Binding {
        parameter: parameter.to_owned(),
        reason: reason.into(),
    }
}

fn static_value(parameter: &Parameter, value: &Value) -> Result<BoundValue, EndpointError> {
    parameters::constant(parameter.ty, value)
        .map(BoundValue::Static)
        .ok_or_else(|| wrong(&parameter.name, "the static value has another type"))
}

fn member_value(parameter: &Parameter, member: &InputMember) -> Result<BoundValue, EndpointError> {
    let field = &member.field;
    let conversion = match (parameter.ty, &member.value) {
        (ParameterType::StringArray, InputValue::List(element))
            if matches!(**element, InputValue::String) =>
        {
            Some(Conversion::Clone)
        }
        (ParameterType::StringArray, _) => None,
        (ty, value) => conversion(ty, value),
    };
    let conversion = conversion.ok_or_else(|| {
        let reason = format!("member `{field}` has another type");
        wrong(&parameter.name, reason)
    })?;
    Ok(BoundValue::Member {
        field: field.clone(),
        optional: member.optional,
        conversion,
    })
}

/// Returns how a value becomes one of the parameter, or an element of it.
fn conversion(ty: ParameterType, value: &InputValue) -> Option<Conversion> {
    match (ty, value) {
        (ParameterType::String | ParameterType::StringArray, InputValue::String) => {
            Some(Conversion::Clone)
        }
        (ParameterType::String | ParameterType::StringArray, InputValue::Enum) => {
            Some(Conversion::EnumText)
        }
        (ParameterType::Bool, InputValue::Bool) => Some(Conversion::Copy),
        (ParameterType::String | ParameterType::StringArray, InputValue::Bool)
        | (ParameterType::Bool, InputValue::String | InputValue::Enum)
        | (
            _,
            InputValue::Structure(_) | InputValue::List(_) | InputValue::Map(_) | InputValue::Other,
        ) => None,
    }
}
