//! Values of members as text, for paths, queries and headers.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::http::format;
use crate::ir::{Binding, Field, Type};

/// The values of a member: none, one, or the items of a list.
///
/// ```ignore
/// input.name.as_deref()
/// input.sizes.iter().flatten().copied().map(Primitive)
/// ```
pub(super) fn values(field: &Field) -> TokenStream {
    let name = &field.name;
    match &field.ty {
        Type::List { member, sparse } => {
            let items = if *sparse {
                quote!(input.#name.iter().flatten().flatten())
            } else {
                quote!(input.#name.iter().flatten())
            };
            let map = item(member);
            quote!(#items #map)
        }
        Type::String if is_base64(field) => {
            quote!(input.#name.as_ref().map(aws_smithy_types::base64::encode))
        }
        Type::String => quote!(input.#name.as_deref()),
        ty if ty.is_copy() => quote!(input.#name.map(Primitive)),
        ty => {
            let map = item(ty);
            quote!(input.#name.as_ref() #map)
        }
    }
}

/// The items of a list that is one header, if there is a list.
///
/// ```ignore
/// input.names.as_ref().map(|items| items.iter().map(quoted))
/// ```
pub(super) fn list_items(field: &Field) -> TokenStream {
    let name = &field.name;
    let Type::List { member, sparse } = &field.ty else {
        return values(field);
    };
    let flatten = sparse.then(|| quote!(.flatten()));
    let map = match **member {
        Type::String if is_base64(field) => quote!(.map(aws_smithy_types::base64::encode)),
        Type::String | Type::Enum(_) => quote!(.map(quoted)),
        ref ty => item(ty),
    };
    quote!(input.#name.as_ref().map(|items| items.iter() #flatten #map))
}

/// What turns references to values of this type into text, if there is something to do.
fn item(ty: &Type) -> TokenStream {
    match ty {
        Type::Boolean
        | Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double => quote!(.copied().map(Primitive)),
        Type::Timestamp(timestamp) => {
            let format = format(*timestamp);
            quote!(.map(|time| Time(time, #format)))
        }
        Type::String
        | Type::Enum(_)
        | Type::BigInteger
        | Type::BigDecimal
        | Type::Blob
        | Type::ByteStream
        | Type::Document
        | Type::Structure(_)
        | Type::Union(_)
        | Type::List { .. }
        | Type::Map { .. } => quote!(),
    }
}

/// In headers, text of a media type is in Base64.
fn is_base64(field: &Field) -> bool {
    matches!(field.binding, Binding::Header(_)) && field.media_type.is_some()
}
