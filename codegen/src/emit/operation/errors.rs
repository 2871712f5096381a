//! Emits the enum of an operation's errors, and the enum of all errors of the service.

use proc_macro2::TokenStream;
use quote::quote;

use super::inline;
use crate::emit::docs::{doc_lines, docs_or, summary_or};
use crate::ir::{Crate, Operation, Role, Structure, TypeRef};
use crate::lower::names::snake;

/// Emits the error enum of an operation.
///
/// ```ignore
/// #[derive(Debug)]
/// #[non_exhaustive]
/// pub enum ListThingsError {
///     /// No thing has this ID.
///     ThingNotFoundException(crate::types::error::ThingNotFoundException),
///     /// An error that isn't in the model.
///     #[deprecated(note = "…")]
///     Unhandled(crate::error::sealed_unhandled::Unhandled),
/// }
///
/// impl ListThingsError {
///     /// Whether this is [`ThingNotFoundException`](Self::ThingNotFoundException).
///     pub fn is_thing_not_found_exception(&self) -> bool {
///         matches!(self, Self::ThingNotFoundException(_))
///     }
///     …
/// }
///
/// crate::error::modeled::operation_error!(ListThingsError { ThingNotFoundException });
/// ```
pub(in crate::emit) fn emit(lowered: &Crate, operation: &Operation) -> TokenStream {
    let name = operation.name.suffixed("Error");
    let inline = inline(lowered);
    let docs = doc_lines(&format!("The errors of `{}`.", operation.name));
    let variants = emit_variants(lowered, &operation.errors);
    let predicates = operation.errors.iter().map(emit_predicate);
    let entries = operation.errors.iter().map(|error| {
        let name = &error.name;
        let code = code(lowered, error)
            .filter(|code| *code != name.as_str())
            .map(|code| quote!(= #code));
        quote!(#name #code)
    });
    quote! {
        #docs
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum #name {
            #variants
        }

        impl #name {
            #(#predicates)*

            /// Wraps any error.
            pub fn unhandled(err: impl Into<crate::error::BoxError>) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled::new(err.into()))
            }

            /// Creates an error that isn't in the model from its code, message and request ID.
            pub fn generic(err: crate::error::ErrorMetadata) -> Self {
                Self::Unhandled(crate::error::sealed_unhandled::Unhandled::generic(err))
            }

            /// Returns the code, message and request ID of the error.
            pub fn meta(&self) -> &crate::error::ErrorMetadata {
                crate::error::ProvideErrorMetadata::meta(self)
            }
        }

        crate::error::modeled::operation_error!(#inline #name { #(#entries),* });
    }
}

fn emit_predicate(error: &TypeRef) -> TokenStream {
    let (name, is) = (&error.name, snake(error.name.as_str()).prefixed("is_"));
    let docs = format!(" Whether this is [`{name}`](Self::{name}).");
    quote! {
        #[doc = #docs]
        pub fn #is(&self) -> bool {
            matches!(self, Self::#name(_))
        }
    }
}

/// Emits the error enum of the service, into which those of the operations convert.
pub(in crate::emit) fn emit_service(lowered: &Crate) -> TokenStream {
    let mut errors: Vec<TypeRef> = lowered
        .operations
        .iter()
        .flat_map(|operation| operation.errors.clone())
        .collect();
    errors.sort();
    errors.dedup();
    let variants = emit_variants(lowered, &errors);
    let names = errors.iter().map(|error| &error.name);
    let (operations, conversions): (Vec<_>, Vec<_>) =
        lowered.operations.iter().map(conversion).unzip();
    quote! {
        #(#operations)*

        /// All errors of the service. The errors of its operations convert into it.
        #[derive(Debug)]
        #[non_exhaustive]
        pub enum Error {
            #variants
        }

        crate::error::modeled::service_error!(Error { #(#names),* });
        #(#conversions)*
    }
}

/// The import of an operation's error enum, and the macro call that converts it.
fn conversion(operation: &Operation) -> (TokenStream, TokenStream) {
    let module = &operation.module;
    let name = operation.name.suffixed("Error");
    let variants = operation.errors.iter().map(|error| &error.name);
    (
        quote!(use crate::operation::#module::#name;),
        quote!(crate::error::modeled::error_conversion!(#name { #(#variants),* } => Error);),
    )
}

fn emit_variants(lowered: &Crate, errors: &[TypeRef]) -> TokenStream {
    let variants = errors.iter().map(|error| {
        let name = &error.name;
        let docs = error_docs(lowered, error);
        quote!(#docs #name(crate::types::error::#name),)
    });
    quote! {
        #(#variants)*
        /// An error that isn't in the model, such as an invalid response or an unknown code.
        #[deprecated(note = "match with a wildcard and look at `.code()` instead")]
        Unhandled(crate::error::sealed_unhandled::Unhandled),
    }
}

/// The code of the error on the wire. Its name in Rust can be different.
fn code<'a>(lowered: &'a Crate, error: &TypeRef) -> Option<&'a str> {
    match &structure(lowered, error)?.role {
        Role::Error(traits) => Some(&traits.code),
        Role::Input(_) | Role::Output(_) | Role::Shared => None,
    }
}

fn error_docs(lowered: &Crate, error: &TypeRef) -> TokenStream {
    let fallback = format!("The error `{}`.", error.name);
    match structure(lowered, error) {
        Some(structure) => doc_lines(summary_or(&structure.docs, &fallback)),
        None => docs_or(&crate::ir::Docs::default(), &fallback),
    }
}

fn structure<'a>(lowered: &'a Crate, error: &TypeRef) -> Option<&'a Structure> {
    let mut structures = lowered.errors.iter();
    structures.find(|structure| structure.name == error.name)
}
