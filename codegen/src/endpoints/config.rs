//! Where parameters get their values from, if that is the client's configuration: built-ins and
//! `smithy.rules#clientContextParams` go in, expressions that load them from a `ConfigBag` come out.

use heck::{ToSnakeCase, ToUpperCamelCase};
use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::emit_expr::ident;
use super::error::EndpointError;
use super::model::{self, ClientContextParam, Ordered};
use super::parameters::{BuiltIn, Parameter, ParameterType};

/// A setting of the client that only endpoint rules need, such as `force_path_style`.
#[derive(Clone, Debug)]
pub struct ClientParam {
    /// The name of the parameter in the model, such as `ForcePathStyle`.
    pub name: String,
    /// The name of the setter in `config::Builder`.
    pub setter: String,
    /// The name of the type in `crate::config::endpoint_settings` under which the value is stored: a tuple struct
    /// around a `bool` or `String`.
    pub newtype: String,
    /// The type of its value.
    pub ty: ParameterType,
    /// The model's documentation.
    pub docs: Option<String>,
}

/// Reads `smithy.rules#clientContextParams`.
pub(crate) fn client_params(value: Option<&Value>) -> Result<Vec<ClientParam>, EndpointError> {
    let Some(value) = value else {
        return Ok(Vec::new());
    };
    let declared: Ordered<ClientContextParam> =
        model::read("smithy.rules#clientContextParams", value)?;
    let params = declared.0.into_iter().map(|(name, declared)| {
        let ty = ParameterType::parse(&declared.ty).ok_or_else(|| EndpointError::Parameter {
            name: name.clone(),
            reason: format!(
                "type `{}` of the client's setting is not supported",
                declared.ty
            ),
        })?;
        let (setter, newtype) = (name.to_snake_case(), name.to_upper_camel_case());
        Ok(ClientParam {
            name,
            setter,
            newtype,
            ty,
            docs: declared.documentation,
        })
    });
    params.collect()
}

/// The expression that loads the parameter from `cfg`, if the configuration has it. The client's
/// own setting is more specific than a built-in.
pub(crate) fn emit_source(
    parameter: &Parameter,
    client_params: &[ClientParam],
) -> Option<TokenStream> {
    if let Some(param) = client_params
        .iter()
        .find(|param| param.name == parameter.name)
    {
        let newtype = ident(&param.newtype);
        return Some(match param.ty {
            ParameterType::Bool => {
                quote!(cfg.load::<crate::config::endpoint_settings::#newtype>().map(|setting| setting.0))
            }
            ParameterType::String | ParameterType::StringArray => {
                quote!(cfg.load::<crate::config::endpoint_settings::#newtype>().map(|setting| setting.0.clone()))
            }
        });
    }
    Some(match parameter.built_in? {
        BuiltIn::Region => {
            quote!(
                cfg.load::<aws_types::region::Region>()
                    .map(ToString::to_string)
            )
        }
        BuiltIn::UseFips => {
            quote!(
                cfg.load::<aws_types::endpoint_config::UseFips>()
                    .map(|setting| setting.0)
            )
        }
        BuiltIn::UseDualStack => {
            quote!(
                cfg.load::<aws_types::endpoint_config::UseDualStack>()
                    .map(|setting| setting.0)
            )
        }
        BuiltIn::Endpoint => {
            quote!(
                cfg.load::<aws_types::endpoint_config::EndpointUrl>()
                    .map(|url| url.0.clone())
            )
        }
        BuiltIn::AccountIdEndpointMode => {
            quote!(
                cfg.load::<aws_types::endpoint_config::AccountIdEndpointMode>()
                    .map(ToString::to_string)
            )
        }
    })
}
