//! Emits the values of members as text, for paths, queries and headers.

use proc_macro2::TokenStream;
use quote::quote;

use super::REQUEST;
use crate::emit::http::emit_format;
use crate::emit::imports::Imports;
use crate::ir::{Binding, Field, Type};

/// Emits the values of a member: none, one, or the items of a list.
///
/// ```ignore
/// input.name.as_deref()
/// input.sizes.iter().flatten().copied().map(Primitive)
/// ```
pub(super) fn emit_values(imports: &mut Imports, field: &Field) -> TokenStream {
    let name = &field.name;
    match &field.ty {
        Type::List { member, sparse } => {
            let items = if *sparse {
                quote!(input.#name.iter().flatten().flatten())
            } else {
                quote!(input.#name.iter().flatten())
            };
            let map = emit_conversion(imports, member);
            quote!(#items #map)
        }
        Type::String if is_base64(field) => {
            quote!(input.#name.as_ref().map(aws_smithy_types::base64::encode))
        }
        Type::String => quote!(input.#name.as_deref()),
        ty if ty.is_copy() => {
            let primitive = imports.item(REQUEST, "Primitive");
            quote!(input.#name.map(#primitive))
        }
        ty => {
            let map = emit_conversion(imports, ty);
            quote!(input.#name.as_ref() #map)
        }
    }
}

/// Emits the items of a list that is one header, if the member has a value.
///
/// ```ignore
/// input.names.as_ref().map(|items| items.iter().map(quoted))
/// ```
pub(super) fn emit_list_items(imports: &mut Imports, field: &Field) -> TokenStream {
    let name = &field.name;
    let Type::List { member, sparse } = &field.ty else {
        return emit_values(imports, field);
    };
    let flatten = sparse.then(|| quote!(.flatten()));
    let map = match **member {
        Type::String if is_base64(field) => quote!(.map(aws_smithy_types::base64::encode)),
        Type::String | Type::Enum(_) => {
            let quoted = imports.item(REQUEST, "quoted");
            quote!(.map(#quoted))
        }
        ref ty => emit_conversion(imports, ty),
    };
    quote!(input.#name.as_ref().map(|items| items.iter() #flatten #map))
}

/// Emits the adapter that converts references to values of this type into text, if they aren't text already.
fn emit_conversion(imports: &mut Imports, ty: &Type) -> TokenStream {
    match ty {
        Type::Boolean
        | Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double => {
            let primitive = imports.item(REQUEST, "Primitive");
            quote!(.copied().map(#primitive))
        }
        Type::Timestamp(timestamp) => {
            let (time, format) = (
                imports.item(REQUEST, "Time"),
                emit_format(imports, *timestamp),
            );
            quote!(.map(|time| #time(time, #format)))
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
