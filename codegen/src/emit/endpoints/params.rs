//! Emits `config/endpoint/params.rs`, which contains `Params` and its builder.

use proc_macro2::TokenStream;
use quote::quote;

use super::config_source;
use super::expr::{ident, set_name};
use crate::docs::{code, doc_attributes, plain};
use crate::ir::endpoints::{Constant, EndpointRules, Parameter, ParameterType};

/// Emits the file.
///
/// ```text
/// pub struct Params { pub(super) region: Option<String>, pub(super) use_fips: bool }
/// impl Params { pub fn builder() -> ParamsBuilder; pub fn region(&self) -> Option<&str>; … }
/// pub struct ParamsBuilder { region: Option<String>, use_fips: Option<bool> }
/// impl ParamsBuilder {
///     pub(crate) fn from_config(cfg: &ConfigBag) -> Self { … }
///     pub fn region(mut self, value: impl Into<String>) -> Self { … }
///     pub fn set_region(mut self, value: Option<String>) -> Self { … }
///     pub fn build(self) -> Result<Params, InvalidParams> { … }
/// }
/// ```
pub(in crate::emit) fn emit(rules: &EndpointRules) -> TokenStream {
    let parameters = &rules.parameters;
    let fields = parameters.iter().map(emit_field);
    let getters = parameters.iter().map(emit_getter);
    let builder_fields = parameters.iter().map(|parameter| {
        let (name, ty) = (ident(&parameter.field), value_type(parameter.ty));
        quote!(#name: Option<#ty>)
    });
    let from_config = emit_from_config(rules);
    let setters = parameters.iter().map(emit_setters);
    let values = parameters.iter().map(emit_built_value);
    let imports = emit_imports(rules);
    let resolver = emit_resolver(rules);
    quote! {
        //! The parameters of the endpoint rules.

        #imports
        use super::{DowncastParams, EndpointFuture, InvalidParams, ResolveEndpoint};

        /// The parameters of the endpoint rules.
        #[derive(Clone, Debug, PartialEq)]
        #[non_exhaustive]
        pub struct Params {
            #(#fields,)*
        }

        impl Params {
            /// Creates a builder of [`Params`].
            pub fn builder() -> ParamsBuilder {
                ParamsBuilder::default()
            }

            #(#getters)*
        }

        /// Builder of [`Params`].
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct ParamsBuilder {
            #(#builder_fields,)*
        }

        impl ParamsBuilder {
            #from_config

            #(#setters)*

            /// Builds the [`Params`].
            ///
            /// # Errors
            /// Returns an error if a required parameter isn't set.
            pub fn build(self) -> Result<Params, InvalidParams> {
                Ok(Params {
                    #(#values,)*
                })
            }
        }

        #resolver
    }
}

/// Returns the parameter that the account of the credentials is the value of.
fn account_id(rules: &EndpointRules) -> Option<&Parameter> {
    let mut parameters = rules.parameters.iter();
    parameters.find(|parameter| parameter.is_account_id)
}

/// Emits the imports from other crates, of which the account needs some.
fn emit_imports(rules: &EndpointRules) -> TokenStream {
    let (account_id, error, identity) = match account_id(rules) {
        Some(_) => (
            Some(quote!(
                use aws_credential_types::attributes::AccountId;
            )),
            Some(quote!(
                use aws_smithy_runtime_api::box_error::BoxError;
            )),
            Some(quote!(
                use aws_smithy_runtime_api::client::identity::Identity;
            )),
        ),
        None => (None, None, None),
    };
    quote! {
        #account_id
        #error
        use aws_smithy_runtime_api::client::endpoint::{self, EndpointResolverParams};
        #identity
        use aws_smithy_types::config_bag::ConfigBag;
    }
}

/// Emits the implementation of the runtime's trait for resolvers of this service. The account of the credentials is only
/// known after a call has begun, and so is set last.
fn emit_resolver(rules: &EndpointRules) -> TokenStream {
    let finalize = account_id(rules).map(|parameter| {
        let name = ident(&parameter.field);
        quote! {
            fn finalize_params<'a>(&'a self, params: &'a mut EndpointResolverParams) -> Result<(), BoxError> {
                // The parameters can be printed, so the identity doesn't stay there.
                let identity = params
                    .get_property_mut::<Identity>()
                    .map(|identity| std::mem::replace(identity, Identity::new((), None)));
                let params = params.get_mut::<Params>().ok_or("params of expected type was not present")?;
                if let Some(id) = identity.as_ref().and_then(|identity| identity.property::<AccountId>()) {
                    params.#name = Some(id.as_str().to_owned());
                }
                Ok(())
            }
        }
    });
    quote! {
        impl<T: ResolveEndpoint> endpoint::ResolveEndpoint for DowncastParams<T> {
            fn resolve_endpoint<'a>(&'a self, params: &'a EndpointResolverParams) -> EndpointFuture<'a> {
                match params.get::<Params>() {
                    Some(params) => self.0.resolve_endpoint(params),
                    None => EndpointFuture::ready(Err("params of expected type was not present".into())),
                }
            }

            #finalize
        }
    }
}

/// Emits the type of values.
pub(super) fn value_type(ty: ParameterType) -> TokenStream {
    match ty {
        ParameterType::String => quote!(String),
        ParameterType::Bool => quote!(bool),
        ParameterType::StringArray => quote!(Vec<String>),
    }
}

/// Emits the value as an expression of that type.
pub(super) fn emit_constant(value: &Constant) -> TokenStream {
    match value {
        Constant::String(text) => quote!(#text.to_owned()),
        Constant::Bool(value) => quote!(#value),
        Constant::StringArray(texts) => quote!(vec![#(#texts.to_owned()),*]),
    }
}

fn emit_field(parameter: &Parameter) -> TokenStream {
    let (name, ty) = (ident(&parameter.field), value_type(parameter.ty));
    if parameter.required {
        quote!(pub(super) #name: #ty)
    } else {
        quote!(pub(super) #name: Option<#ty>)
    }
}

fn emit_getter(parameter: &Parameter) -> TokenStream {
    let name = ident(&parameter.field);
    let docs = docs(parameter);
    let (ty, value) = match (parameter.ty, parameter.required) {
        (ParameterType::String, true) => (quote!(&str), quote!(Some(&self.#name))),
        (ParameterType::String, false) => (quote!(&str), quote!(self.#name.as_deref())),
        (ParameterType::Bool, true) => (quote!(bool), quote!(Some(self.#name))),
        (ParameterType::Bool, false) => (quote!(bool), quote!(self.#name)),
        (ParameterType::StringArray, true) => (quote!(&[String]), quote!(Some(&self.#name))),
        (ParameterType::StringArray, false) => (quote!(&[String]), quote!(self.#name.as_deref())),
    };
    quote! {
        #docs
        pub fn #name(&self) -> Option<#ty> {
            #value
        }
    }
}

fn docs(parameter: &Parameter) -> TokenStream {
    let fallback = format!("Parameter {} of the endpoint rules.", code(&parameter.name));
    let mut text = text_or(parameter.docs.as_deref(), fallback);
    if let Some(default) = &parameter.default {
        text.push_str(&defaults_to(default));
    }
    doc_attributes(&text)
}

/// Returns the sentence about a default, which is appended to documentation.
pub(super) fn defaults_to(default: &Constant) -> String {
    let default = match default {
        Constant::String(text) => format!("{text:?}"),
        Constant::Bool(value) => value.to_string(),
        Constant::StringArray(texts) => format!("{texts:?}"),
    };
    format!("\n\nDefaults to {}.", code(&default))
}

/// Returns the documentation, which is plain text in these traits, or `fallback` if there is none.
pub(super) fn text_or(docs: Option<&str>, fallback: String) -> String {
    let docs = docs.map(plain).filter(|text| !text.is_empty());
    docs.unwrap_or(fallback)
}

/// Emits the constructor, which sets the built-ins and the client's own settings.
fn emit_from_config(rules: &EndpointRules) -> TokenStream {
    let parameters = &rules.parameters;
    let sources: Vec<_> = parameters
        .iter()
        .filter_map(|parameter| {
            let source = config_source::emit(&rules.config_source(parameter)?);
            let name = ident(&parameter.field);
            Some(quote!(#name: #source))
        })
        .collect();
    let cfg = ident(if sources.is_empty() { "_cfg" } else { "cfg" });
    let rest = (sources.len() < parameters.len()).then(|| quote!(..Self::default()));
    quote! {
        /// Creates a builder with the parameters that come from the client's configuration.
        pub(crate) fn from_config(#cfg: &ConfigBag) -> Self {
            Self { #(#sources,)* #rest }
        }
    }
}

fn emit_setters(parameter: &Parameter) -> TokenStream {
    let (name, ty) = (ident(&parameter.field), value_type(parameter.ty));
    let setter = set_name(&parameter.field);
    let docs = format!(" Sets [`{0}`](Params::{0}).", parameter.field);
    let unset = format!(" Sets or unsets [`{0}`](Params::{0}).", parameter.field);
    quote! {
        #[doc = #docs]
        pub fn #name(mut self, value: impl Into<#ty>) -> Self {
            self.#name = Some(value.into());
            self
        }

        #[doc = #unset]
        pub fn #setter(mut self, value: Option<#ty>) -> Self {
            self.#name = value;
            self
        }
    }
}

fn emit_built_value(parameter: &Parameter) -> TokenStream {
    let (name, field) = (ident(&parameter.field), &parameter.field);
    match (&parameter.default, parameter.required) {
        (Some(Constant::Bool(false)), true) => quote!(#name: self.#name.unwrap_or_default()),
        (Some(Constant::Bool(value)), true) => quote!(#name: self.#name.unwrap_or(#value)),
        (Some(default), true) => {
            let default = emit_constant(default);
            quote!(#name: self.#name.unwrap_or_else(|| #default))
        }
        (Some(default), false) => {
            let default = emit_constant(default);
            quote!(#name: self.#name.or_else(|| Some(#default)))
        }
        (None, true) => quote!(#name: self.#name.ok_or(InvalidParams::missing(#field))?),
        (None, false) => quote!(#name: self.#name),
    }
}
