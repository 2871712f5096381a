//! What an error structure adds to a structure.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{ErrorTraits, RetryKind, Structure};

/// `modeled_error!` implements the error's traits; a retry kind of the model is an argument of it, and
/// how it is read if not all members are in the body.
///
/// ```ignore
/// crate::error::modeled::modeled_error!(ThrottlingException, ThrottlingExceptionBuilder, message message);
/// ```
pub(super) fn emit_impls(structure: &Structure, error: &ErrorTraits) -> TokenStream {
    let name = &structure.name;
    let builder = name.suffixed("Builder");
    let message = error
        .message
        .and_then(|index| structure.fields.get(index))
        .map(|field| {
            let name = &field.name;
            if field.sensitive {
                quote!(, sensitive #name)
            } else {
                quote!(, message #name)
            }
        });
    let retry = error.retryable.map(|kind| {
        let kind = match kind {
            RetryKind::Throttling => quote!(ThrottlingError),
            RetryKind::Client => quote!(ClientError),
            RetryKind::Server => quote!(ServerError),
        };
        quote!(, retry #kind)
    });
    let read = structure.is_bound().then(|| quote!(, read read_response));
    quote!(crate::error::modeled::modeled_error!(#name, #builder #message #retry #read);)
}
