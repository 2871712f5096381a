//! Emits expressions that load the value of a parameter from the client's configuration.

use proc_macro2::TokenStream;
use quote::quote;

use super::expr::ident;
use super::params::emit_constant;
use crate::ir::endpoints::{BuiltIn, ConfigSource, ParameterType};

/// Emits the expression, which reads the `ConfigBag` called `cfg`.
///
/// ```text
/// cfg.load::<aws_types::region::Region>().map(ToString::to_string)
/// ```
pub(super) fn emit(source: &ConfigSource) -> TokenStream {
    match source {
        ConfigSource::Setting {
            newtype,
            ty,
            default,
        } => {
            let newtype = ident(newtype);
            let value = match ty {
                ParameterType::Bool => quote!(setting.0),
                ParameterType::String | ParameterType::StringArray => quote!(setting.0.clone()),
            };
            let default = default.as_ref().map(|default| {
                let default = emit_constant(default);
                quote!(.or(Some(#default)))
            });
            quote!(cfg.load::<crate::config::service_settings::endpoint::#newtype>().map(|setting| #value) #default)
        }
        ConfigSource::BuiltIn(built_in) => emit_built_in(*built_in),
    }
}

fn emit_built_in(built_in: BuiltIn) -> TokenStream {
    let (ty, value) = match built_in {
        BuiltIn::Region => (quote!(region::Region), quote!(ToString::to_string)),
        BuiltIn::UseFips => (
            quote!(endpoint_config::UseFips),
            quote!(|setting| setting.0),
        ),
        BuiltIn::UseDualStack => (
            quote!(endpoint_config::UseDualStack),
            quote!(|setting| setting.0),
        ),
        BuiltIn::Endpoint => (
            quote!(endpoint_config::EndpointUrl),
            quote!(|url| url.0.clone()),
        ),
        // Rules compare the mode with each value, so it must have one.
        BuiltIn::AccountIdEndpointMode => {
            let mode = quote!(aws_types::endpoint_config::AccountIdEndpointMode);
            return quote!(Some(cfg.load::<#mode>().cloned().unwrap_or_default().to_string()));
        }
    };
    quote!(cfg.load::<aws_types::#ty>().map(#value))
}
