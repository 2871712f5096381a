//! Emits the list of the outputs and errors that have the extended request ID of S3.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Crate, Operation};

/// Emits the file `extended_request_ids.rs`.
///
/// ```ignore
/// crate::runtime::extended_request_id::outputs! { operation::get_object::GetObjectOutput, … }
///
/// crate::runtime::extended_request_id::errors! {
///     error_meta::Error, operation::get_object::GetObjectError, …, types::error::NoSuchKey, …
/// }
/// ```
pub(super) fn emit(lowered: &Crate) -> TokenStream {
    let outputs = lowered.operations.iter().map(output);
    let operations = lowered.operations.iter().map(error);
    let errors = lowered.errors.iter().map(|error| &error.name);
    quote! {
        //! The outputs and errors that have the extended request ID of S3.

        crate::runtime::extended_request_id::outputs! { #(#outputs),* }

        crate::runtime::extended_request_id::errors! {
            error_meta::Error #(, #operations)* #(, types::error::#errors)*
        }
    }
}

fn output(operation: &Operation) -> TokenStream {
    let (module, name) = (&operation.module, &operation.output.name);
    quote!(operation::#module::#name)
}

fn error(operation: &Operation) -> TokenStream {
    let (module, name) = (&operation.module, operation.name.suffixed("Error"));
    quote!(operation::#module::#name)
}
