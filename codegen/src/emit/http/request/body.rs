//! The body of a request: the members that have no other place, or the one that is the payload.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::http::has_body_members;
use crate::ir::{Binding, Field, Operation, Type};

/// What kind of body the requests of an operation have.
#[derive(Debug, Clone, Copy)]
pub(in crate::emit) enum Body<'a> {
    /// None.
    None,
    /// A JSON object of members.
    Members,
    /// The value of this member.
    Payload(&'a Field),
}

/// The kind of body.
pub(in crate::emit) fn body(operation: &Operation) -> Body<'_> {
    let payload = |field: &&Field| field.binding == Binding::Payload;
    match operation.input.fields.iter().find(payload) {
        Some(field) => Body::Payload(field),
        None if has_body_members(&operation.input) => Body::Members,
        None => Body::None,
    }
}

/// The expression that ends the building of a request.
pub(super) fn emit(operation: &Operation) -> TokenStream {
    match body(operation) {
        Body::None => quote!(request.build("")),
        Body::Members => quote!(request.json(&input)),
        Body::Payload(field) => emit_payload(field),
    }
}

/// A structure that isn't set is `{}`; without any other value the body is empty.
fn emit_payload(field: &Field) -> TokenStream {
    let name = &field.name;
    let media_type = field.media_type.as_deref();
    let (default_type, value) = match &field.ty {
        Type::Structure(_) => return quote!(request.json(&input.#name)),
        Type::Union(_) => return emit_union_payload(field),
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

fn emit_union_payload(field: &Field) -> TokenStream {
    let name = &field.name;
    quote! {
        match &input.#name {
            Some(#name) => request.json(#name),
            None => request.payload("application/json", ""),
        }
    }
}
