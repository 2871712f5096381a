//! The parameters of endpoint rules: declarations of the model go in, fields of `Params` come out.

use heck::ToSnakeCase;
use serde_json::Value;

use super::error::EndpointError;
use super::ir::{Base, Expr, Kind, Type};
use super::model;

/// A parameter of the endpoint rules, and field of `Params`.
#[derive(Clone, Debug)]
pub struct Parameter {
    /// The name in the model, such as `UseFIPS`.
    pub name: String,
    /// The name of the field and of its setter, such as `use_fips`.
    pub field: String,
    /// The type of its values.
    pub ty: ParameterType,
    /// Whether it is always set once `Params` are built.
    pub required: bool,
    /// The value it has unless another one is given.
    pub default: Option<Constant>,
    /// The model's documentation.
    pub docs: Option<String>,
    /// Where its value comes from, if that is the client's configuration.
    pub built_in: Option<BuiltIn>,
}

/// The type of a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ParameterType {
    /// `String`
    String,
    /// `bool`
    Bool,
    /// `Vec<String>`
    StringArray,
}

/// A value of a parameter that is known when code is generated.
#[derive(Clone, Debug, PartialEq)]
pub enum Constant {
    /// Text.
    String(String),
    /// True or false.
    Bool(bool),
    /// Several texts.
    StringArray(Vec<String>),
}

/// Sources in the client's configuration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// `AWS::Region`
    Region,
    /// `AWS::UseFIPS`
    UseFips,
    /// `AWS::UseDualStack`
    UseDualStack,
    /// `SDK::Endpoint`
    Endpoint,
    /// `AWS::Auth::AccountIdEndpointMode`
    AccountIdEndpointMode,
}

/// Turns the declarations into fields; the order stays.
///
/// # Errors
/// Names the parameter whose type, default or built-in can't be honoured.
pub(crate) fn lower(
    declared: &[(String, model::Parameter)],
    is_client_param: &dyn Fn(&str) -> bool,
) -> Result<Vec<Parameter>, EndpointError> {
    declared
        .iter()
        .map(|(name, declared)| parameter(name, declared, is_client_param))
        .collect()
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
    let ty = ParameterType::parse(&declared.ty)
        .ok_or_else(|| wrong(format!("type `{}` is not supported", declared.ty)))?;
    let default = match &declared.default {
        Some(value) => Some(
            ty.constant(value)
                .ok_or_else(|| wrong("the default has another type".to_owned()))?,
        ),
        None => None,
    };
    let built_in = declared.built_in.as_deref().and_then(BuiltIn::parse);
    // A built-in without source stays unset, as in the official crates, which is fine as long as
    // the rules can do without it.
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
        field: name.to_snake_case(),
        ty,
        required: declared.required,
        default,
        docs: declared.documentation.clone(),
        built_in,
    })
}

impl ParameterType {
    /// Models spell types with and without capitals.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        match name.to_ascii_lowercase().as_str() {
            "string" => Some(Self::String),
            "boolean" => Some(Self::Bool),
            "stringarray" => Some(Self::StringArray),
            _ => None,
        }
    }

    /// Reads a value of this type.
    pub(crate) fn constant(self, value: &Value) -> Option<Constant> {
        match self {
            Self::String => value.as_str().map(|text| Constant::String(text.to_owned())),
            Self::Bool => value.as_bool().map(Constant::Bool),
            Self::StringArray => {
                let texts = value
                    .as_array()?
                    .iter()
                    .map(|text| text.as_str().map(str::to_owned));
                texts.collect::<Option<_>>().map(Constant::StringArray)
            }
        }
    }
}

impl BuiltIn {
    fn parse(name: &str) -> Option<Self> {
        match name {
            "AWS::Region" => Some(Self::Region),
            "AWS::UseFIPS" => Some(Self::UseFips),
            "AWS::UseDualStack" => Some(Self::UseDualStack),
            "SDK::Endpoint" => Some(Self::Endpoint),
            "AWS::Auth::AccountIdEndpointMode" => Some(Self::AccountIdEndpointMode),
            _ => None,
        }
    }
}

impl Parameter {
    /// The expression that reads the parameter in `rules.rs`.
    pub(crate) fn expr(&self) -> Expr {
        let base = match self.ty {
            ParameterType::String => Base::Str,
            ParameterType::Bool => Base::Bool,
            ParameterType::StringArray => Base::Strings,
        };
        let ty = Type {
            base,
            optional: !self.required,
        };
        Expr {
            kind: Kind::Parameter(self.field.clone()),
            ty,
        }
    }
}
