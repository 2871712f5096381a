//! Lowers the values that an operation gives to parameters: `staticContextParams`, `contextParam` and
//! `operationContextParams`.

use serde_json::Value;

use super::error::EndpointError;
use super::model::{self, Ordered};
use super::parameters;
use crate::ir::RustName;
use crate::ir::endpoints::{
    BoundValue, Conversion, EndpointBinding, EndpointRules, Parameter, ParameterType,
};
use crate::ir::jmespath::PathValue;

/// The traits of one operation that bind values to parameters.
pub(crate) struct OperationTraits<'a> {
    /// `smithy.rules#staticContextParams` of the operation.
    pub(crate) static_params: Option<&'a Value>,
    /// The parameter and the member, for each member of the input with `smithy.rules#contextParam`.
    pub(crate) members: Vec<(&'a str, InputMember)>,
    /// The parameters of `smithy.rules#operationContextParams`.
    pub(crate) paths: Vec<InputPath<'a>>,
}

/// A field of a generated structure, which is an `Option`.
#[derive(Clone, Debug)]
pub(crate) struct InputMember {
    /// The field's name.
    pub(crate) field: RustName,
    /// Its type inside the `Option`.
    pub(crate) value: InputValue,
}

/// The type of a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum InputValue {
    /// `String`
    String,
    /// A generated enum, with `as_str`.
    Enum,
    /// `bool`
    Bool,
    /// A list of `String`.
    StringList,
    /// A type that no parameter has.
    Other,
}

/// A path into the input.
pub(crate) struct InputPath<'a> {
    /// The parameter.
    pub(crate) parameter: &'a str,
    /// The path as the model has it.
    pub(crate) path: &'a str,
    /// The value that it leads to.
    pub(crate) value: PathValue,
}

#[derive(serde::Deserialize)]
struct StaticParam {
    value: Value,
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
    let statics: Ordered<StaticParam> = match traits.static_params {
        Some(value) => model::read("smithy.rules#staticContextParams", value)?,
        None => Ordered::default(),
    };
    let names = statics.0.iter().map(|(name, _)| name.as_str());
    let names = names.chain(traits.members.iter().map(|(name, _)| *name));
    let mut names = names.chain(traits.paths.iter().map(|path| path.parameter));
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
        } else if let Some(path) = traits.paths.iter().find(|path| path.parameter == name) {
            path_value(parameter, path)?
        } else {
            continue;
        };
        bindings.push(EndpointBinding {
            field: parameter.field.clone(),
            value,
            is_configurable: rules.config_source(parameter).is_some(),
        });
    }
    Ok(bindings)
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
    let conversion = match (parameter.ty, member.value) {
        (ParameterType::String, InputValue::String)
        | (ParameterType::StringArray, InputValue::StringList) => Conversion::Clone,
        (ParameterType::String, InputValue::Enum) => Conversion::EnumText,
        (ParameterType::Bool, InputValue::Bool) => Conversion::Copy,
        (ParameterType::String | ParameterType::Bool | ParameterType::StringArray, _) => {
            let reason = format!("member `{field}` has another type");
            return Err(wrong(&parameter.name, reason));
        }
    };
    Ok(BoundValue::Member {
        field: field.clone(),
        conversion,
    })
}

fn path_value(parameter: &Parameter, path: &InputPath<'_>) -> Result<BoundValue, EndpointError> {
    let is_fitting = match (parameter.ty, &path.value) {
        (ParameterType::String, PathValue::Text(_))
        | (ParameterType::Bool, PathValue::Boolean(_))
        | (ParameterType::StringArray, PathValue::Texts(_)) => true,
        (ParameterType::String | ParameterType::Bool | ParameterType::StringArray, _) => false,
    };
    let text = path.path;
    if !is_fitting {
        let reason = format!("path `{text}` leads to another type");
        return Err(wrong(&parameter.name, reason));
    }
    if path.value.is_fallible() {
        let reason = format!("path `{text}` calls a function that fails without a value");
        return Err(wrong(&parameter.name, reason));
    }
    Ok(BoundValue::Path(path.value.clone()))
}
