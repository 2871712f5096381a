//! Converts declarations of parameters into fields of `Params`.

use std::collections::BTreeMap;

use serde_json::Value;

use super::error::EndpointError;
use super::model;
use crate::ir::RustName;
use crate::ir::endpoints::program::{Base, Expr, Kind, Type};
use crate::ir::endpoints::{BuiltIn, Constant, Parameter, ParameterType};
use crate::lower::names;

/// Converts the declarations, in their order.
///
/// # Errors
///
/// The first parameter whose type, default or built-in is unsupported, or whose Rust name is that of another one.
pub(super) fn lower(
    declared: &[(String, model::Parameter)],
    is_client_param: &dyn Fn(&str) -> bool,
) -> Result<Vec<Parameter>, EndpointError> {
    let parameters = declared
        .iter()
        .map(|(name, declared)| parameter(name, declared, is_client_param))
        .collect::<Result<Vec<_>, _>>()?;
    check_names(&parameters)?;
    Ok(parameters)
}

/// Checks that the setters of the parameters differ from each other and from the constructor beside them.
fn check_names(parameters: &[Parameter]) -> Result<(), EndpointError> {
    let mut taken = BTreeMap::from([("from_config".to_owned(), "from_config")]);
    for parameter in parameters {
        let set_name = RustName::new(&parameter.field).prefixed("set_").to_string();
        for setter in [parameter.field.clone(), set_name] {
            let reason = format!("maps to the same Rust name `{setter}` as ");
            if let Some(other) = taken.insert(setter, &parameter.name) {
                return Err(EndpointError::Parameter {
                    name: parameter.name.clone(),
                    reason: format!("{reason}`{other}`; rename it in the model"),
                });
            }
        }
    }
    Ok(())
}

fn parameter(
    name: &str,
    declared: &model::Parameter,
    is_client_param: &dyn Fn(&str) -> bool,
) -> Result<Parameter, EndpointError> {
    let wrong = |reason: String| EndpointError::Parameter {
        name: name.to_owned(),
        reason,
    };
    let ty = parse_type(&declared.ty)
        .ok_or_else(|| wrong(format!("type `{}` is not supported", declared.ty)))?;
    let default = match &declared.default {
        Some(value) => Some(
            constant(ty, value).ok_or_else(|| wrong("the default has another type".to_owned()))?,
        ),
        None => None,
    };
    let built_in = declared.built_in.as_deref().and_then(parse_built_in);
    let is_account_id = declared.built_in.as_deref() == Some("AWS::Auth::AccountId");
    // An unknown built-in stays unset, as in the official crates, which is fine as long as the rules work without it.
    if let Some(unknown) = declared.built_in.as_deref()
        && built_in.is_none()
        && declared.required
        && default.is_none()
        && !is_client_param(name)
    {
        return Err(wrong(format!(
            "built-in `{unknown}` is required, but not supported"
        )));
    }
    Ok(Parameter {
        name: name.to_owned(),
        field: names::field(name).to_string(),
        ty,
        required: declared.required,
        default,
        docs: declared.documentation.clone(),
        built_in,
        is_account_id,
    })
}

/// Reads a type, which models write with and without capitals.
pub(super) fn parse_type(name: &str) -> Option<ParameterType> {
    match name.to_ascii_lowercase().as_str() {
        "string" => Some(ParameterType::String),
        "boolean" => Some(ParameterType::Bool),
        "stringarray" => Some(ParameterType::StringArray),
        _ => None,
    }
}

/// Reads a value of this type.
pub(super) fn constant(ty: ParameterType, value: &Value) -> Option<Constant> {
    match ty {
        ParameterType::String => value.as_str().map(|text| Constant::String(text.to_owned())),
        ParameterType::Bool => value.as_bool().map(Constant::Bool),
        ParameterType::StringArray => {
            let texts = value
                .as_array()?
                .iter()
                .map(|text| text.as_str().map(str::to_owned));
            texts.collect::<Option<_>>().map(Constant::StringArray)
        }
    }
}

fn parse_built_in(name: &str) -> Option<BuiltIn> {
    match name {
        "AWS::Region" => Some(BuiltIn::Region),
        "AWS::UseFIPS" => Some(BuiltIn::UseFips),
        "AWS::UseDualStack" => Some(BuiltIn::UseDualStack),
        "SDK::Endpoint" => Some(BuiltIn::Endpoint),
        "AWS::Auth::AccountIdEndpointMode" => Some(BuiltIn::AccountIdEndpointMode),
        _ => None,
    }
}

/// Returns the expression that reads the parameter in `rules.rs`.
pub(super) fn expr(parameter: &Parameter) -> Expr {
    let base = match parameter.ty {
        ParameterType::String => Base::Str,
        ParameterType::Bool => Base::Bool,
        ParameterType::StringArray => Base::Strings,
    };
    let ty = Type {
        base,
        optional: !parameter.required,
    };
    Expr {
        kind: Kind::Parameter(parameter.field.clone()),
        ty,
    }
}
