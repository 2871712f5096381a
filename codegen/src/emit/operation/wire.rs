//! An operation on the wire: its input as a request, a response as its output or error.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::http;
use crate::emit::wire as json;
use crate::ir::{Binding, Crate, Field, Operation, TypeRef};

/// The file `wire.rs` of an operation.
///
/// ```ignore
/// impl Operation for ListThings {
///     const NAME: &'static str = "ListThings";
///
///     type Input = ListThingsInput;
///     type Output = ListThingsOutput;
///     type Error = ListThingsError;
///
///     fn span() -> Span { … }
///     fn serialize(input: ListThingsInput, config: &mut ConfigBag) -> Result<HttpRequest, BoxError> { … }
///     fn deserialize(response: &HttpResponse) -> Result<ListThingsOutput, BoxError> { … }
///     fn deserialize_error(response: &HttpResponse, meta: ErrorMetadata) -> Result<ListThingsError, BoxError> { … }
/// }
/// ```
pub(in crate::emit) fn emit(lowered: &Crate, operation: &Operation) -> TokenStream {
    let imports = emit_imports(operation);
    let trait_impl = emit_operation(lowered, operation);
    let write = emit_write(operation);
    let read = http::response::reads_members(&operation.output)
        .then(|| json::emit_read(&operation.output));
    quote! {
        #imports
        #trait_impl
        #write
        #read
    }
}

fn emit_imports(operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (input, output, error) = (
        name.suffixed("Input"),
        name.suffixed("Output"),
        name.suffixed("Error"),
    );
    quote! {
        use super::{#name, #error, #input, #output};
        use crate::error::{BoxError, ErrorMetadata};
        use crate::config::ConfigBag;
        use crate::config::http::{HttpRequest, HttpResponse};
        use crate::runtime::operation::{self, Operation};
    }
}

fn emit_operation(lowered: &Crate, operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (input, output, error) = (
        name.suffixed("Input"),
        name.suffixed("Output"),
        name.suffixed("Error"),
    );
    let text = operation.shape.name();
    let span = format!("{}.{text}", lowered.service.sdk_id);
    let serialize = http::request::emit(operation);
    let deserialize = http::response::emit(operation);
    let errors = emit_errors(operation);
    let extras = http::extras::emit(operation);
    quote! {
        impl Operation for #name {
            const NAME: &'static str = #text;

            type Input = #input;
            type Output = #output;
            type Error = #error;

            fn span() -> tracing::Span {
                operation::span!(#span)
            }

            #serialize
            #deserialize
            #errors
            #extras
        }
    }
}

fn emit_errors(operation: &Operation) -> TokenStream {
    let error = operation.name.suffixed("Error");
    let arms = operation
        .errors
        .iter()
        .map(|modeled| emit_error_arm(operation, modeled));
    quote! {
        fn deserialize_error(response: &HttpResponse, meta: ErrorMetadata) -> Result<#error, BoxError> {
            Ok(match meta.code() {
                #(#arms)*
                _ => {
                    let _ = response;
                    #error::generic(meta)
                }
            })
        }
    }
}

fn emit_error_arm(operation: &Operation, modeled: &TypeRef) -> TokenStream {
    let error = operation.name.suffixed("Error");
    let (name, code) = (&modeled.name, modeled.name.as_str());
    quote! {
        Some(#code) => #error::#name(crate::error::modeled::read(response, meta)?),
    }
}

/// The members of the body, in the order of their names: that of the official SDK.
fn emit_write(operation: &Operation) -> Option<TokenStream> {
    let mut fields: Vec<&Field> = operation
        .input
        .fields
        .iter()
        .filter(|field| field.binding == Binding::Body)
        .collect();
    fields.sort_by(|a, b| a.shape.cmp(&b.shape));
    let input = operation.name.suffixed("Input");
    (!fields.is_empty()).then(|| json::emit_members(&quote!(#input), &fields))
}
