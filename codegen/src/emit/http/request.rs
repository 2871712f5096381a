//! From an input to a request.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Binding, Operation};

/// The method `serialize` of an operation.
///
/// ```ignore
/// fn serialize(input: ListThingsInput, _: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
///     let mut request = RequestBuilder::new("POST");
///     request.path("/things");
///     request.json(&input)
/// }
/// ```
pub(in crate::emit) fn emit(operation: &Operation) -> TokenStream {
    let input = operation.name.suffixed("Input");
    let (method, uri) = (&operation.http.method, &operation.http.uri);
    let has_body = operation
        .input
        .fields
        .iter()
        .any(|field| field.binding == Binding::Body);
    let body = if has_body {
        quote!(request.json(&input))
    } else {
        quote!(request.empty())
    };
    quote! {
        fn serialize(input: #input, _: &mut ConfigBag) -> Result<HttpRequest, BoxError> {
            let mut request = crate::runtime::http::RequestBuilder::new(#method);
            request.path(#uri);
            #body
        }
    }
}
