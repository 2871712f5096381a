//! Readers: a match on the member's index, each arm filling one field of the builder.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::emit::builder;
use crate::emit::literal;
use crate::emit::ty::{builder_path, type_path};
use crate::ir::{self, Binding, Field, Presence, Role, Structure, Type, Union, Variant};
use crate::model::traits::TimestampFormat;

/// The reader of a structure.
///
/// ```ignore
/// read_structure! {
///     json: crate::types::builders::AgentStatusBuilder => crate::types::AgentStatus;
///
///     0 "AgentStatusARN" => agent_status_arn = json.string()?;
///     1 "Name" => name = json.string()?;
/// }
/// ```
pub(crate) fn emit_structure(structure: &Structure) -> TokenStream {
    let (builder, value) = paths(structure);
    let in_body = |field: &&Field| field.binding == Binding::Body;
    let members = structure.fields.iter().filter(in_body).enumerate();
    let members = members.map(|(index, field)| {
        let (index, read) = (Literal::usize_unsuffixed(index), member_value(field));
        let (name, wire) = (&field.name, &field.wire);
        quote!(#index #wire => #name = #read;)
    });
    let corrections = structure.fields.iter().filter_map(|field| {
        let (name, value) = (&field.name, correction(field)?);
        Some(quote!(#name else #value;))
    });
    let tries = builder::is_fallible(structure).then(|| quote!(, tries));
    quote! {
        read_structure! {
            json: #builder => #value #tries;
            #(#members)*
            #(#corrections)*
        }
    }
}

/// The paths of builder and value. The file of an operation's messages is beside its builders.
fn paths(structure: &Structure) -> (TokenStream, TokenStream) {
    let (name, builder_name) = (&structure.name, structure.name.suffixed("Builder"));
    match structure.role {
        Role::Input(_) | Role::Output(_) => (quote!(super::builders::#builder_name), quote!(#name)),
        Role::Shared => (builder::path(structure), quote!(crate::types::#name)),
        Role::Error(_) => (builder::path(structure), quote!(crate::types::error::#name)),
    }
}

/// Whether building after reading puts in values that weren't sent.
pub(crate) fn is_corrected(structure: &Structure) -> bool {
    let is_corrected = |field| correction(field).is_some();
    structure.fields.iter().any(is_corrected)
}

/// What stands in for a required member that the service didn't send, since building after reading can't fail. The
/// stand-ins are those of the official SDK's "error correction".
fn correction(field: &Field) -> Option<TokenStream> {
    // A stand-in for a structure that contains itself would never end.
    let is_endless = field.recursive && field.presence != Presence::Required;
    if !field.required || matches!(field.presence, Presence::Default(_)) || is_endless {
        return None;
    }
    let value = match &field.ty {
        Type::Enum(name) => {
            let path = type_path(name);
            quote!(#path::from("no value was set"))
        }
        Type::Union(name) => {
            let path = type_path(name);
            quote!(#path::Unknown)
        }
        Type::Structure(name) => {
            let path = builder_path(name);
            quote!(ReadStructure::finish(#path::default()))
        }
        Type::Timestamp(_) => quote!(crate::primitives::DateTime::from_secs(0)),
        Type::Document => quote!(aws_smithy_types::Document::Null),
        Type::Blob => quote!(crate::primitives::Blob::new("")),
        Type::ByteStream => return None,
        Type::Boolean
        | Type::Byte
        | Type::Short
        | Type::Integer
        | Type::Long
        | Type::Float
        | Type::Double
        | Type::BigInteger
        | Type::BigDecimal
        | Type::String
        | Type::List { .. }
        | Type::Map { .. } => literal::emit(&ir::Literal::Zero, &field.ty),
    };
    Some(if field.boxed {
        quote!(Box::new(#value))
    } else {
        value
    })
}

fn member_value(field: &Field) -> TokenStream {
    let value = value(&field.ty);
    if field.boxed {
        quote!(#value.map(Box::new))
    } else {
        value
    }
}

/// The expression that reads a value of type `ty` from `json`: `json.list(JsonReader::string)?`.
pub(crate) fn value(ty: &Type) -> TokenStream {
    let (method, argument) = call(ty);
    quote!(json.#method(#argument)?)
}

/// The function that reads an item: `JsonReader::string`, or a closure where there is more to say.
pub(crate) fn item(ty: &Type) -> TokenStream {
    let (method, argument) = call(ty);
    match argument {
        None => quote!(JsonReader::#method),
        Some(argument) => quote!(|json| json.#method(#argument)),
    }
}

/// The reader's method for a type, and the function for its items.
fn call(ty: &Type) -> (TokenStream, Option<TokenStream>) {
    let method = match ty {
        Type::Boolean => quote!(boolean),
        Type::Byte => quote!(byte),
        Type::Short => quote!(short),
        Type::Integer => quote!(integer),
        Type::Long => quote!(long),
        Type::Float => quote!(float),
        Type::Double => quote!(double),
        Type::BigInteger => quote!(big_integer),
        Type::BigDecimal => quote!(big_decimal),
        Type::String => quote!(string),
        Type::Blob | Type::ByteStream => quote!(blob),
        Type::Timestamp(TimestampFormat::EpochSeconds) => quote!(epoch_seconds),
        Type::Timestamp(TimestampFormat::DateTime) => quote!(date_time),
        Type::Timestamp(TimestampFormat::HttpDate) => quote!(http_date),
        Type::Document => quote!(document),
        Type::Enum(name) => {
            let path = type_path(name);
            quote!(string_enum::<#path>)
        }
        Type::Structure(name) => {
            let path = builder_path(name);
            quote!(structure::<#path>)
        }
        Type::Union(name) => {
            let path = type_path(name);
            quote!(union::<#path>)
        }
        Type::List { member, sparse } => {
            let method = if *sparse {
                quote!(sparse_list)
            } else {
                quote!(list)
            };
            return (method, Some(item(member)));
        }
        Type::Map { value, sparse, .. } => {
            let method = if *sparse {
                quote!(sparse_map)
            } else {
                quote!(map)
            };
            return (method, Some(item(value)));
        }
    };
    (method, None)
}

/// The reader of a union.
///
/// ```ignore
/// read_union! {
///     json: crate::types::ContactMetricValue;
///
///     0 "Number" => json.double()?.map(Self::Number);
/// }
/// ```
pub(super) fn emit_union(union: &Union) -> TokenStream {
    let path = type_path(&ir::TypeRef {
        name: union.name.clone(),
        is_error: false,
    });
    let variants = union.variants.iter().enumerate().map(|(index, variant)| {
        let (index, read) = (Literal::usize_unsuffixed(index), variant_value(variant));
        let wire = &variant.wire;
        quote!(#index #wire => #read;)
    });
    quote! {
        read_union! {
            json: #path;
            #(#variants)*
        }
    }
}

fn variant_value(variant: &Variant) -> TokenStream {
    let name = &variant.name;
    match &variant.ty {
        None => quote!(json.skip().map(|()| Some(Self::#name))?),
        Some(ty) => {
            let value = value(ty);
            let boxed = variant.boxed.then(|| quote!(.map(Box::new)));
            quote!(#value #boxed .map(Self::#name))
        }
    }
}
