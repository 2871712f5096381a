//! An operation on the wire: its input as a request, a response as its output or error.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::http;
use crate::emit::wire as json;
use crate::ir::{Binding, Crate, Field, Operation};

/// The file `wire.rs` of an operation.
///
/// ```ignore
/// impl Operation for super::ListThings {
///     const NAME: &'static str = "ListThings";
///
///     type Input = ListThingsInput;
///     type Output = ListThingsOutput;
///     type Error = super::ListThingsError;
///
///     fn span() -> Span { … }
///     fn serialize(input: ListThingsInput, config: &mut ConfigBag) -> Result<HttpRequest, BoxError> { … }
///     fn deserialize(response: &HttpResponse) -> Result<ListThingsOutput, BoxError> { … }
/// }
/// ```
pub(in crate::emit) fn emit(lowered: &Crate, operation: &Operation) -> TokenStream {
    let trait_impl = emit_operation(lowered, operation);
    let read = http::response::reads_structure(&operation.output)
        .then(|| json::emit_read(&operation.output));
    let input = json::emit_message(&operation.input, emit_write(operation));
    let output = json::emit_message(&operation.output, read);
    let body = quote!(#trait_impl #input #output);
    let imports = emit_imports(operation, &body);
    quote!(#imports #body)
}

fn emit_imports(operation: &Operation, body: &TokenStream) -> TokenStream {
    let (input, output) = (&operation.input.name, &operation.output.name);
    let others = http::imports::emit(body);
    quote! {
        use super::{#input, #output};
        #others
    }
}

fn emit_operation(lowered: &Crate, operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (input, output) = (&operation.input.name, &operation.output.name);
    let error = name.suffixed("Error");
    let text = operation.shape.name();
    let span = format!("{}.{text}", lowered.service.sdk_id);
    let serialize = http::request::emit(operation);
    let deserialize = http::response::emit(operation);
    let extras = http::extras::emit(operation);
    quote! {
        impl Operation for super::#name {
            const NAME: &'static str = #text;

            type Input = #input;
            type Output = #output;
            type Error = super::#error;

            fn span() -> tracing::Span {
                operation::span!(#span)
            }

            #serialize
            #deserialize
            #extras
        }
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
    (!fields.is_empty()).then(|| json::emit_members(&operation.input, &fields))
}
