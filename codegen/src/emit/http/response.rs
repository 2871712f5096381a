//! From a response to an output.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Binding, Operation, Structure};

/// Whether members of the structure are in the JSON body.
pub(in crate::emit) fn reads_members(structure: &Structure) -> bool {
    structure
        .fields
        .iter()
        .any(|field| field.binding == Binding::Body)
}

/// The method `deserialize` of an operation.
///
/// ```ignore
/// fn deserialize(response: &HttpResponse) -> Result<ListThingsOutput, BoxError> {
///     let mut output = ListThingsOutputBuilder::default();
///     response::read_json(response, &mut output)?;
///     output._request_id = response::request_id(response);
///     Ok(ReadStructure::finish(output))
/// }
/// ```
pub(in crate::emit) fn emit(operation: &Operation) -> TokenStream {
    let output = operation.name.suffixed("Output");
    let builder = operation.name.suffixed("OutputBuilder");
    let (read, finish) = if reads_members(&operation.output) {
        (
            Some(quote!(crate::runtime::http::response::read_json(response, &mut output)?;)),
            quote!(crate::json::ReadStructure::finish(output)),
        )
    } else {
        (None, quote!(output.build()))
    };
    quote! {
        fn deserialize(response: &HttpResponse) -> Result<#output, BoxError> {
            let mut output = super::builders::#builder::default();
            #read
            output._request_id = crate::runtime::http::response::request_id(response);
            Ok(#finish)
        }
    }
}
