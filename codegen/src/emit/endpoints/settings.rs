//! Emits `config/service_settings/endpoint.rs`, which contains the setters of the client's settings that only endpoint rules need.

use proc_macro2::TokenStream;
use quote::quote;

use super::expr::{ident, set_name};
use super::params::{defaults_to, text_or, value_type};
use crate::docs::{code, doc_attributes};
use crate::ir::endpoints::{BuiltIn, ClientParam, EndpointRules};

/// Emits the file, if there are such settings.
///
/// ```ignore
/// #[derive(Clone, Debug)]
/// pub(crate) struct ForcePathStyle(pub(crate) bool);
///
/// impl Builder {
///     /// Names the bucket in the path.
///     pub fn force_path_style(mut self, force_path_style: impl Into<bool>) -> Self { … }
///     pub fn set_force_path_style(&mut self, force_path_style: Option<bool>) -> &mut Self { … }
/// }
/// ```
pub(in crate::emit) fn emit(rules: &EndpointRules) -> Option<TokenStream> {
    if !exist(rules) {
        return None;
    }
    let client_params = &rules.client_params;
    let types = client_params.iter().map(emit_type);
    let setters = client_params.iter().map(emit_setters);
    let storable = (!client_params.is_empty()).then(|| {
        quote!(
            use aws_smithy_types::config_bag::{Storable, StoreReplace};
        )
    });
    let (mode_setters, copy) = emit_mode(has_mode(rules));
    Some(quote! {
        //! Settings of the client that only the endpoint rules need.

        #storable
        use aws_types::sdk_config::SdkConfig;

        use crate::config::Builder;

        #(#types)*

        impl Builder {
            #(#setters)*
            #mode_setters
        }

        #copy
    })
}

/// Whether there are such settings.
pub(in crate::emit) fn exist(rules: &EndpointRules) -> bool {
    !rules.client_params.is_empty() || has_mode(rules)
}

fn has_mode(rules: &EndpointRules) -> bool {
    rules
        .parameters
        .iter()
        .any(|parameter| parameter.built_in == Some(BuiltIn::AccountIdEndpointMode))
}

/// Emits the type under which the value is stored.
fn emit_type(param: &ClientParam) -> TokenStream {
    let (name, ty) = (ident(&param.newtype), value_type(param.ty));
    let docs = format!(" The value of `{}`.", param.setter);
    quote! {
        #[doc = #docs]
        #[derive(Clone, Debug)]
        pub(crate) struct #name(pub(crate) #ty);

        impl Storable for #name {
            type Storer = StoreReplace<Self>;
        }
    }
}

fn emit_setters(param: &ClientParam) -> TokenStream {
    let (newtype, ty) = (ident(&param.newtype), value_type(param.ty));
    let (name, set_name) = (ident(&param.setter), set_name(&param.setter));
    let fallback = format!("Sets {} of the endpoint rules.", code(&param.name));
    let mut text = text_or(param.docs.as_deref(), fallback);
    if let Some(default) = &param.default {
        text.push_str(&defaults_to(default));
    }
    let docs = doc_attributes(&text);
    let set_docs = format!(" Sets or unsets [`{0}`](Self::{0}).", param.setter);
    quote! {
        #docs
        pub fn #name(mut self, #name: impl Into<#ty>) -> Self {
            self.#set_name(Some(#name.into()));
            self
        }

        #[doc = #set_docs]
        pub fn #set_name(&mut self, #name: Option<#ty>) -> &mut Self {
            self.config.store_or_unset(#name.map(#newtype));
            self
        }
    }
}

/// Emits the setters of the account ID endpoint mode, and the function that copies it from the configuration that all
/// clients share.
fn emit_mode(has_mode: bool) -> (Option<TokenStream>, TokenStream) {
    let docs = " Copies the settings from the configuration that all AWS clients share.";
    if !has_mode {
        let copy = quote! {
            #[doc = #docs]
            pub(super) fn copy(_: &mut Builder, _: &SdkConfig) {}
        };
        return (None, copy);
    }
    let mode = quote!(aws_types::endpoint_config::AccountIdEndpointMode);
    let setters = quote! {
        /// Sets whether endpoints contain the account ID. By default they do if it is known.
        pub fn account_id_endpoint_mode(mut self, account_id_endpoint_mode: #mode) -> Self {
            self.set_account_id_endpoint_mode(Some(account_id_endpoint_mode));
            self
        }

        /// Sets or unsets [`account_id_endpoint_mode`](Self::account_id_endpoint_mode).
        pub fn set_account_id_endpoint_mode(&mut self, account_id_endpoint_mode: Option<#mode>) -> &mut Self {
            self.config.store_or_unset(account_id_endpoint_mode);
            self
        }
    };
    let copy = quote! {
        #[doc = #docs]
        pub(super) fn copy(builder: &mut Builder, input: &SdkConfig) {
            builder.set_account_id_endpoint_mode(input.account_id_endpoint_mode().cloned());
        }
    };
    (Some(setters), copy)
}
