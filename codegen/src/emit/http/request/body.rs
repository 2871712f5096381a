//! The body of a request: the members that have no other place, or the one that is the payload.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::codec::Format;
use crate::ir::{Body, Field, Operation, Type};

/// The expression that ends the building of a request.
pub(super) fn emit(format: Format, operation: &Operation) -> TokenStream {
    match &operation.request.body {
        Body::Empty => quote!(request.build("")),
        Body::Constant(text) => quote!(request.build(#text)),
        Body::Members(_) => format.emit_body(operation, &quote!(&input)),
        Body::Payload(index) => emit_payload(format, operation, &operation.input.fields[*index]),
    }
}

/// A structure that isn't set is `{}`; without any other value the body is empty.
fn emit_payload(format: Format, operation: &Operation, field: &Field) -> TokenStream {
    let name = &field.name;
    let media_type = field.media_type.as_deref();
    let (default_type, value) = match &field.ty {
        Type::Structure(_) => return format.emit_optional_body(operation, field),
        Type::Union(_) => return format.emit_body_or_nothing(operation, field),
        Type::Document => return quote!(request.document(input.#name.as_ref())),
        Type::ByteStream if field.requires_length => {
            let text = name.as_str();
            let media_type = media_type.unwrap_or("application/octet-stream");
            return quote! {
                let body = input.#name.into_inner();
                request.required_length(#text, body.content_length());
                request.payload(#media_type, body)
            };
        }
        Type::ByteStream => ("application/octet-stream", quote!(input.#name.into_inner())),
        Type::Blob => (
            "application/octet-stream",
            quote!(input.#name.map(aws_smithy_types::Blob::into_inner).unwrap_or_default()),
        ),
        Type::Enum(ty) => {
            let path = crate::emit::ty::type_path(ty);
            let text = quote!(input.#name.as_ref().map(#path::as_str).unwrap_or_default());
            ("text/plain", quote!(#text.to_owned()))
        }
        Type::String
        | Type::Boolean
        | Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::BigInteger
        | Type::BigDecimal
        | Type::Timestamp(_)
        | Type::List { .. }
        | Type::Map { .. } => ("text/plain", quote!(input.#name.unwrap_or_default())),
    };
    let media_type = media_type.unwrap_or(default_type);
    quote!(request.payload(#media_type, #value))
}
