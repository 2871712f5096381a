//! An operation on the wire: its input as a request, a response as its output or error.

use proc_macro2::TokenStream;
use quote::quote;

use super::{inline, presigned};
use crate::emit::codec::Format;
use crate::emit::http;
use crate::emit::imports::Imports;
use crate::emit::wire;
use crate::ir::{Body, Codec, Crate, Field, Operation};

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
    let mut imports = Imports::default();
    let trait_impl = emit_operation(&mut imports, lowered, operation);
    let presigned = presigned::emit_wire(&mut imports, lowered.codec, operation);
    let write = emit_write(lowered.codec, operation);
    let read = http::response::reads_structure(&operation.output)
        .then(|| wire::emit_read(lowered.codec, &operation.output));
    if write.is_some() || read.is_some() {
        imports.glob(Format::read(lowered.codec).path());
    }
    if write.is_some() {
        imports.glob(Format::written(lowered.codec).path());
    }
    let input = wire::emit_message(lowered.codec, &operation.input, write);
    let output = wire::emit_message(lowered.codec, &operation.output, read);
    let (input_name, output_name) = (&operation.input.name, &operation.output.name);
    let imports = imports.emit();
    quote! {
        use super::{#input_name, #output_name};
        #imports
        #trait_impl
        #presigned
        #input
        #output
    }
}

fn emit_operation(imports: &mut Imports, lowered: &Crate, operation: &Operation) -> TokenStream {
    let name = &operation.name;
    let (input, output) = (&operation.input.name, &operation.output.name);
    let error = name.suffixed("Error");
    let inline = inline(lowered);
    let text = operation.shape.name();
    let span = format!("{}.{text}", lowered.service.sdk_id);
    let serialize = http::request::emit(imports, lowered.codec, operation);
    let deserialize = http::response::emit(imports, lowered.codec, operation);
    let options = http::operation_options::emit(imports, operation);
    imports.item("crate::runtime::operation", "self");
    imports.item("crate::runtime::operation", "Operation");
    quote! {
        impl Operation for super::#name {
            const NAME: &'static str = #text;

            type Input = #input;
            type Output = #output;
            type Error = super::#error;

            #inline
            fn span() -> tracing::Span {
                operation::span!(#span)
            }

            #inline
            #serialize
            #inline
            #deserialize
            #options
        }
    }
}

fn emit_write(codec: Codec, operation: &Operation) -> Option<TokenStream> {
    let Body::Members(members) = &operation.request.body else {
        return None;
    };
    let input = &operation.input;
    let fields: Vec<&Field> = members.iter().map(|&index| &input.fields[index]).collect();
    Some(wire::emit_members(codec, input, &fields))
}
