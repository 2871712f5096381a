//! What some operations add to their request beside input and bindings.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::Operation;

/// The optional items of the operation's implementation.
pub(in crate::emit) fn emit(operation: &Operation) -> TokenStream {
    let token = operation.input.fields.iter().find(|field| field.idempotency_token).map(|field| {
        let (name, input) = (&field.name, operation.name.suffixed("Input"));
        quote! {
            const IDEMPOTENCY_TOKEN: Option<fn(&mut #input) -> &mut Option<String>> = Some(|input| &mut input.#name);
        }
    });
    quote!(#token)
}
