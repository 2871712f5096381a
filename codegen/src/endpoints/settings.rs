//! `config/endpoint_settings.rs`: the client's settings that only endpoint rules need go in, their setters come out.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::config::ClientParam;
use super::emit_expr::ident;
use super::emit_params::{doc_lines, value_type};
use super::parameters::{BuiltIn, Parameter};

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
pub(crate) fn emit(parameters: &[Parameter], client_params: &[ClientParam]) -> Option<TokenStream> {
    if !exist(parameters, client_params) {
        return None;
    }
    let types = client_params.iter().map(emit_type);
    let setters = client_params.iter().map(emit_setters);
    let storable = (!client_params.is_empty()).then(|| {
        quote!(
            use aws_smithy_types::config_bag::{Storable, StoreReplace};
        )
    });
    let (mode_setters, copy) = emit_mode(has_mode(parameters));
    Some(quote! {
        //! Settings of the client that only the endpoint rules need.

        #storable
        use aws_types::sdk_config::SdkConfig;

        use super::Builder;

        #(#types)*

        impl Builder {
            #(#setters)*
            #mode_setters
        }

        #copy
    })
}

/// Whether there are such settings.
pub(crate) fn exist(parameters: &[Parameter], client_params: &[ClientParam]) -> bool {
    !client_params.is_empty() || has_mode(parameters)
}

fn has_mode(parameters: &[Parameter]) -> bool {
    parameters
        .iter()
        .any(|parameter| parameter.built_in == Some(BuiltIn::AccountIdEndpointMode))
}

/// The type under which the value is stored.
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
    let (name, set_name) = (ident(&param.setter), format_ident!("set_{}", param.setter));
    let fallback = format!("Sets `{}` of the endpoint rules.", param.name);
    let docs = doc_lines(param.docs.as_deref(), &fallback);
    let again = format!(
        " As [`{0}`](Self::{0}); `None` takes it back.",
        param.setter
    );
    quote! {
        #(#[doc = #docs])*
        pub fn #name(mut self, #name: impl Into<#ty>) -> Self {
            self.#set_name(Some(#name.into()));
            self
        }

        #[doc = #again]
        pub fn #set_name(&mut self, #name: Option<#ty>) -> &mut Self {
            self.config.store_or_unset(#name.map(#newtype));
            self
        }
    }
}

/// The setters of the mode in which account IDs are part of endpoints, which all clients share, and the function that
/// takes it over from their configuration.
fn emit_mode(has_mode: bool) -> (Option<TokenStream>, TokenStream) {
    let docs = " Takes the settings over from the configuration that all AWS clients share.";
    if !has_mode {
        let copy = quote! {
            #[doc = #docs]
            pub(super) fn copy_settings(_: &mut Builder, _: &SdkConfig) {}
        };
        return (None, copy);
    }
    let mode = quote!(aws_types::endpoint_config::AccountIdEndpointMode);
    let setters = quote! {
        /// Sets whether endpoints have the ID of the account in them; by default they do if it is known.
        pub fn account_id_endpoint_mode(mut self, account_id_endpoint_mode: #mode) -> Self {
            self.set_account_id_endpoint_mode(Some(account_id_endpoint_mode));
            self
        }

        /// As [`account_id_endpoint_mode`](Self::account_id_endpoint_mode); `None` takes it back.
        pub fn set_account_id_endpoint_mode(&mut self, account_id_endpoint_mode: Option<#mode>) -> &mut Self {
            self.config.store_or_unset(account_id_endpoint_mode);
            self
        }
    };
    let copy = quote! {
        #[doc = #docs]
        pub(super) fn copy_settings(builder: &mut Builder, input: &SdkConfig) {
            builder.set_account_id_endpoint_mode(input.account_id_endpoint_mode().cloned());
        }
    };
    (Some(setters), copy)
}
