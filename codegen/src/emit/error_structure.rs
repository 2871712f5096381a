//! What an error structure adds to a structure.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{ErrorTraits, RetryKind, RustName, Structure};

/// Emits the kind of retry if the model has one, and a call of `modeled_error!`, which implements the error's traits.
///
/// ```ignore
/// impl ThrottlingException {
///     /// Returns the kind of error that retries treat this error as.
///     pub fn retryable_error_kind(&self) -> aws_smithy_types::retry::ErrorKind {
///         aws_smithy_types::retry::ErrorKind::ThrottlingError
///     }
/// }
///
/// crate::error::modeled::modeled_error!(ThrottlingException, ThrottlingExceptionBuilder, message message, retry retryable_error_kind);
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
    let getter = error.retryable.map(|kind| retry_getter(name, kind));
    let retry = error
        .retryable
        .map(|_| quote!(, retry retryable_error_kind));
    let read = structure.is_bound().then(|| quote!(, read read_response));
    quote! {
        #getter
        crate::error::modeled::modeled_error!(#name, #builder #message #retry #read);
    }
}

fn retry_getter(name: &RustName, kind: RetryKind) -> TokenStream {
    let kind = match kind {
        RetryKind::Throttling => quote!(ThrottlingError),
        RetryKind::Client => quote!(ClientError),
        RetryKind::Server => quote!(ServerError),
    };
    quote! {
        impl #name {
            /// Returns the kind of error that retries treat this error as.
            pub fn retryable_error_kind(&self) -> aws_smithy_types::retry::ErrorKind {
                aws_smithy_types::retry::ErrorKind::#kind
            }
        }
    }
}
