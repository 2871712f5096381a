//! Emits a tagged union.

use proc_macro2::TokenStream;
use quote::quote;

use super::docs::{code, deprecated, doc_lines, docs_or, summary_or};
use super::ty::Scope;
use crate::ir::{RustName, Union, Variant};

/// Emits the file of a union.
///
/// ```ignore
/// #[non_exhaustive]
/// #[derive(Clone, PartialEq, Debug)]
/// pub enum ContactMetricValue {
///     /// A number.
///     Number(f64),
///     /// A variant that this crate doesn't know. It can be received but not sent.
///     #[non_exhaustive]
///     Unknown,
/// }
///
/// impl ContactMetricValue {
///     /// Returns the value of the variant `Number`: …
///     pub fn as_number(&self) -> Result<&f64, &Self> { … }
///
///     /// Whether this is [`Number`](Self::Number).
///     pub fn is_number(&self) -> bool { … }
/// }
/// ```
pub(super) fn emit(union: &Union) -> TokenStream {
    let scope = Scope::defining([&union.name]);
    let name = &union.name;
    let fallback = format!("One of the variants of `{}`.", union.shape.name());
    let docs = docs_or(&union.docs, &fallback);
    let deprecated = deprecated(union.deprecated.as_ref());
    let is_sensitive = union.variants.iter().any(|variant| variant.sensitive);
    let debug = (!is_sensitive).then(|| quote!(, Debug));
    let variants = union
        .variants
        .iter()
        .map(|variant| emit_variant(&scope, variant));
    let methods = union
        .variants
        .iter()
        .map(|variant| emit_methods(&scope, variant));
    let debug_impl = is_sensitive.then(|| emit_debug(union));
    quote! {
        #docs
        #deprecated
        #[non_exhaustive]
        #[derive(Clone, PartialEq #debug)]
        pub enum #name {
            #(#variants)*
            /// A variant that this crate doesn't know. It can be received but not sent.
            #[non_exhaustive]
            Unknown,
        }

        impl #name {
            #(#methods)*

            /// Whether this crate doesn't know the variant.
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown)
            }
        }

        #debug_impl
    }
}

fn fallback(variant: &Variant) -> String {
    format!("The variant {}.", code(variant.wire.as_str()))
}

fn emit_variant(scope: &Scope, variant: &Variant) -> TokenStream {
    let docs = docs_or(&variant.docs, &fallback(variant));
    let deprecated = deprecated(variant.deprecated.as_ref());
    let name = &variant.name;
    let payload = variant.ty.as_ref().map(|ty| {
        let ty = scope.boxed_ty(ty, variant.boxed);
        quote!((#ty))
    });
    quote!(#docs #deprecated #name #payload,)
}

/// Emits `as_…` and `is_…`.
fn emit_methods(scope: &Scope, variant: &Variant) -> TokenStream {
    let fallback = fallback(variant);
    let summary = summary_or(&variant.docs, &fallback);
    let docs = doc_lines(&format!(
        "{summary}\n\n# Errors\n\nReturns the union itself if it is another variant."
    ));
    let name = &variant.name;
    let (as_name, is_name) = (variant.snake.prefixed("as_"), variant.snake.prefixed("is_"));
    let result = scope.result();
    let (ty, pattern, value) = match &variant.ty {
        Some(ty) => (scope.ty(ty), quote!(Self::#name(value)), quote!(value)),
        None => (quote!(()), quote!(Self::#name), quote!(())),
    };
    let borrow = variant.ty.as_ref().map(|_| quote!(&));
    let is_docs = format!(" Whether this is [`{name}`](Self::{name}).");
    quote! {
        #docs
        pub fn #as_name(&self) -> #result<#borrow #ty, &Self> {
            match self {
                #pattern => Ok(#value),
                _ => Err(self),
            }
        }

        #[doc = #is_docs]
        pub fn #is_name(&self) -> bool {
            self.#as_name().is_ok()
        }
    }
}

fn emit_debug(union: &Union) -> TokenStream {
    let name = &union.name;
    let arms = union
        .variants
        .iter()
        .map(|variant| debug_arm(&variant.name, variant));
    quote! {
        impl std::fmt::Debug for #name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self {
                    #(#arms)*
                    Self::Unknown => f.write_str("Unknown"),
                }
            }
        }
    }
}

fn debug_arm(name: &RustName, variant: &Variant) -> TokenStream {
    let text = name.as_str();
    match (&variant.ty, variant.sensitive) {
        (_, true) => {
            let pattern = variant.ty.as_ref().map(|_| quote!((_)));
            quote!(Self::#name #pattern => f.write_str(crate::runtime::REDACTED),)
        }
        (Some(_), false) => {
            quote!(Self::#name(value) => f.debug_tuple(#text).field(value).finish(),)
        }
        (None, false) => quote!(Self::#name => f.write_str(#text),),
    }
}
