//! Emits the auth schemes of a crate: their IDs and their implementations in the runtime crates.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{ApiKey, AuthScheme, Crate};

/// Emits the IDs of auth schemes.
///
/// ```ignore
/// &[aws_runtime::auth::sigv4::SCHEME_ID]
/// ```
pub(super) fn emit_ids(schemes: &[AuthScheme]) -> TokenStream {
    let conditions = schemes.iter().map(condition);
    let ids = schemes.iter().map(|scheme| match scheme {
        AuthScheme::SigV4 => quote!(aws_runtime::auth::sigv4::SCHEME_ID),
        AuthScheme::SigV4a => quote!(aws_runtime::auth::sigv4a::SCHEME_ID),
        AuthScheme::Bearer => http_id("HTTP_BEARER_AUTH_SCHEME_ID"),
        AuthScheme::Basic => http_id("HTTP_BASIC_AUTH_SCHEME_ID"),
        AuthScheme::ApiKey(_) => http_id("HTTP_API_KEY_AUTH_SCHEME_ID"),
        AuthScheme::NoAuth => quote!(aws_smithy_runtime::client::auth::no_auth::NO_AUTH_SCHEME_ID),
    });
    quote!(&[#(#conditions #ids),*])
}

fn http_id(name: &str) -> TokenStream {
    let name = quote::format_ident!("{name}");
    quote!(aws_smithy_runtime_api::client::auth::http::#name)
}

/// Emits the function that returns the implementations of the crate's auth schemes.
///
/// ```ignore
/// pub(crate) fn auth_schemes() -> Vec<SharedAuthScheme> {
///     Vec::from([SharedAuthScheme::new(aws_runtime::auth::sigv4::SigV4AuthScheme::new())])
/// }
/// ```
pub(super) fn emit_implementations(lowered: &Crate) -> TokenStream {
    let schemes = lowered.auth_schemes();
    let schemes = schemes.into_iter().filter_map(|scheme| {
        let implementation = implementation(scheme)?;
        let condition = condition(scheme);
        Some(quote!(#condition SharedAuthScheme::new(#implementation)))
    });
    quote! {
        /// Returns the implementations of the auth schemes. Calls without authentication need none.
        pub(crate) fn auth_schemes() -> Vec<SharedAuthScheme> {
            Vec::from([#(#schemes),*])
        }
    }
}

/// The Cargo feature that a scheme needs.
fn condition(scheme: &AuthScheme) -> Option<TokenStream> {
    match scheme {
        AuthScheme::SigV4a => Some(quote!(#[cfg(feature = "sigv4a")])),
        AuthScheme::SigV4
        | AuthScheme::Bearer
        | AuthScheme::Basic
        | AuthScheme::ApiKey(_)
        | AuthScheme::NoAuth => None,
    }
}

fn implementation(scheme: &AuthScheme) -> Option<TokenStream> {
    Some(match scheme {
        AuthScheme::SigV4 => quote!(aws_runtime::auth::sigv4::SigV4AuthScheme::new()),
        AuthScheme::SigV4a => quote!(crate::runtime::sigv4a::SigV4a::default()),
        AuthScheme::Bearer => {
            quote!(aws_smithy_runtime::client::auth::http::BearerAuthScheme::new())
        }
        AuthScheme::Basic => quote!(aws_smithy_runtime::client::auth::http::BasicAuthScheme::new()),
        AuthScheme::ApiKey(ApiKey::Header { name, prefix }) => {
            quote!(crate::runtime::api_key_header::ApiKeyHeader { name: #name, prefix: #prefix })
        }
        AuthScheme::ApiKey(ApiKey::Query { name }) => quote! {
            aws_smithy_runtime::client::auth::http::ApiKeyAuthScheme::new(
                "",
                aws_smithy_runtime::client::auth::http::ApiKeyLocation::Query,
                #name,
            )
        },
        AuthScheme::NoAuth => return None,
    })
}
