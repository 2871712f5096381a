//! What an operation adds to the parameters: `staticContextParams`, `contextParam` and
//! `operationContextParams` go in, a chain of setters comes out.

mod jmespath;

use proc_macro2::{Ident, TokenStream};
use quote::quote;
use serde_json::Value;

use super::config::{ClientParam, emit_source};
use super::emit_expr::ident;
use super::emit_params::emit_constant;
use super::error::EndpointError;
use super::model::{self, Ordered};
use super::parameters::{Parameter, ParameterType};

/// The bindings of one operation.
pub struct OperationContext<'a> {
    /// `smithy.rules#staticContextParams` of the operation.
    pub static_params: Option<&'a Value>,
    /// For each member of the input with `smithy.rules#contextParam`: the parameter, and the member.
    pub members: Vec<(&'a str, InputMember)>,
    /// `smithy.rules#operationContextParams` of the operation.
    pub operation_params: Option<&'a Value>,
    /// The shape ID of the input.
    pub input: &'a str,
    /// Looks up members of shapes.
    pub shapes: &'a dyn InputShapes,
}

/// What paths into an input have to know about the shapes they lead through.
pub trait InputShapes {
    /// The member of this name in the model, of a structure or union with this shape ID.
    fn member(&self, structure: &str, member: &str) -> Option<InputMember>;
}

/// A field of a generated structure.
#[derive(Clone, Debug)]
pub struct InputMember {
    /// The field's name.
    pub field: Ident,
    /// Whether its type is an `Option`.
    pub optional: bool,
    /// Its type inside the `Option`.
    pub value: InputValue,
}

/// The type of a field.
#[derive(Clone, Debug)]
pub enum InputValue {
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
    /// Something that no path leads through.
    Other,
}

/// A binding, as it stands in the traits.
#[derive(serde::Deserialize)]
struct StaticParam {
    value: Value,
}

#[derive(serde::Deserialize)]
struct OperationParam {
    path: String,
}

/// Emits the setters, to be appended to `ParamsBuilder::from_config(cfg)`; the input is `input`.
///
/// ```text
/// .set_bucket(input.bucket.clone()).set_use_s3_express_control_endpoint(Some(true))
/// ```
///
/// Static values are the most specific ones, then members, then paths.
pub(crate) fn emit_context(
    parameters: &[Parameter],
    client_params: &[ClientParam],
    context: &OperationContext<'_>,
) -> Result<TokenStream, EndpointError> {
    let statics: Ordered<StaticParam> =
        optional("smithy.rules#staticContextParams", context.static_params)?;
    let paths: Ordered<OperationParam> = optional(
        "smithy.rules#operationContextParams",
        context.operation_params,
    )?;
    let names = statics.0.iter().map(|(name, _)| name.as_str());
    let names = names.chain(context.members.iter().map(|(name, _)| *name));
    let names = names.chain(paths.0.iter().map(|(name, _)| name.as_str()));
    if let Some(unknown) = names
        .into_iter()
        .find(|name| parameters.iter().all(|known| known.name != *name))
    {
        return Err(wrong(unknown, "there is no such parameter"));
    }
    let mut setters = TokenStream::new();
    for parameter in parameters {
        let name = parameter.name.as_str();
        let value = if let Some((_, param)) = statics.0.iter().find(|(bound, _)| bound == name) {
            Some(emit_static(parameter, &param.value)?)
        } else if let Some((_, member)) = context.members.iter().find(|(bound, _)| *bound == name) {
            Some(or_source(
                emit_member(parameter, member)?,
                parameter,
                client_params,
            ))
        } else if let Some((_, param)) = paths.0.iter().find(|(bound, _)| bound == name) {
            let value = jmespath::emit(parameter, &param.path, context.input, context.shapes)?;
            Some(or_source(value, parameter, client_params))
        } else {
            None
        };
        let setter = ident(&format!("set_{}", parameter.field));
        setters.extend(value.map(|value| quote!(.#setter(#value))));
    }
    Ok(setters)
}

fn optional<T: serde::de::DeserializeOwned>(
    what: &str,
    value: Option<&Value>,
) -> Result<Ordered<T>, EndpointError> {
    value.map_or_else(|| Ok(Ordered::default()), |value| model::read(what, value))
}

pub(super) fn wrong(parameter: &str, reason: impl Into<String>) -> EndpointError {
    EndpointError::Binding {
        parameter: parameter.to_owned(),
        reason: reason.into(),
    }
}

fn emit_static(parameter: &Parameter, value: &Value) -> Result<TokenStream, EndpointError> {
    let value = parameter.ty.constant(value);
    let value = value.ok_or_else(|| wrong(&parameter.name, "the static value has another type"))?;
    let value = emit_constant(&value);
    Ok(quote!(Some(#value)))
}

/// An unset value of the input doesn't hide one of the configuration.
fn or_source(
    value: TokenStream,
    parameter: &Parameter,
    client_params: &[ClientParam],
) -> TokenStream {
    match emit_source(parameter, client_params) {
        Some(source) => quote!(#value.or_else(|| #source)),
        None => value,
    }
}

fn emit_member(parameter: &Parameter, member: &InputMember) -> Result<TokenStream, EndpointError> {
    let field = &member.field;
    match (parameter.ty, &member.value, member.optional) {
        (ParameterType::String, InputValue::String, true) => Ok(quote!(input.#field.clone())),
        (ParameterType::String, InputValue::String, false) => {
            Ok(quote!(Some(input.#field.clone())))
        }
        (ParameterType::String, InputValue::Enum, true) => {
            Ok(quote!(input.#field.as_ref().map(|value| value.as_str().to_owned())))
        }
        (ParameterType::String, InputValue::Enum, false) => {
            Ok(quote!(Some(input.#field.as_str().to_owned())))
        }
        (ParameterType::Bool, InputValue::Bool, true) => Ok(quote!(input.#field)),
        (ParameterType::Bool, InputValue::Bool, false) => Ok(quote!(Some(input.#field))),
        (ParameterType::StringArray, InputValue::List(element), optional)
            if matches!(**element, InputValue::String) =>
        {
            Ok(if optional {
                quote!(input.#field.clone())
            } else {
                quote!(Some(input.#field.clone()))
            })
        }
        _ => Err(wrong(
            &parameter.name,
            format!("member `{field}` has another type"),
        )),
    }
}
