//! Emits writers: one line per member.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::members::{index, path, union_path};
use crate::ir::{Binding, Field, Presence, Structure, Type, Union, Variant};
use crate::model::traits::TimestampFormat;

/// Emits the writer of a structure.
///
/// ```ignore
/// impl WriteStructure for crate::types::StringCondition {
///     fn write_members(&self, json: &mut JsonWriter) {
///         json.member(Self::MEMBERS[0], self.field_name.as_ref(), JsonWriter::string);
///         json.member(Self::MEMBERS[1], self.value.as_ref(), JsonWriter::string);
///     }
/// }
/// ```
pub(crate) fn emit_structure(structure: &Structure) -> TokenStream {
    let fields: Vec<&Field> = structure
        .fields
        .iter()
        .filter(|field| field.binding == Binding::Body)
        .collect();
    emit_members(structure, &fields)
}

/// Emits the writer of a structure that writes these fields.
pub(crate) fn emit_members(structure: &Structure, fields: &[&Field]) -> TokenStream {
    let path = path(structure);
    let members = fields.iter().map(|field| emit_member(structure, field));
    let json = if fields.is_empty() {
        quote!(_)
    } else {
        quote!(json)
    };
    quote! {
        impl WriteStructure for #path {
            fn write_members(&self, #json: &mut JsonWriter) {
                #(#members)*
            }
        }
    }
}

fn emit_member(structure: &Structure, field: &Field) -> TokenStream {
    let (index, name) = (index(structure, field), &field.name);
    let write = item(&field.ty);
    let value = match field.presence {
        Presence::Optional if field.boxed => quote!(self.#name.as_deref()),
        Presence::Optional => quote!(self.#name.as_ref()),
        Presence::Required | Presence::Default(_) if field.boxed => quote!(Some(&*self.#name)),
        Presence::Required | Presence::Default(_) if field.omit_zero => {
            let zero = zero(&field.ty);
            quote!(Some(&self.#name).filter(|value| **value != #zero))
        }
        Presence::Required | Presence::Default(_) => quote!(Some(&self.#name)),
    };
    quote!(json.member(Self::MEMBERS[#index], #value, #write);)
}

/// The zero of a type. It is a literal with a type: numbers can be compared with other types as well, if another crate
/// has implemented `PartialEq` for that, and then the compiler couldn't infer the type.
fn zero(ty: &Type) -> TokenStream {
    match ty {
        Type::Boolean => quote!(false),
        Type::Byte => quote!(0i8),
        Type::Short => quote!(0i16),
        Type::Integer => quote!(0i32),
        Type::Long => quote!(0i64),
        Type::Float => quote!(0.0f32),
        Type::Double => quote!(0.0f64),
        Type::BigInteger
        | Type::BigDecimal
        | Type::String
        | Type::Blob
        | Type::ByteStream
        | Type::Timestamp(_)
        | Type::Document
        | Type::Enum(_)
        | Type::Structure(_)
        | Type::Union(_)
        | Type::List { .. }
        | Type::Map { .. } => {
            quote!(std::default::Default::default())
        }
    }
}

/// The function that writes a value: `JsonWriter::string`, or a closure where there is more to say.
fn item(ty: &Type) -> TokenStream {
    let method = match ty {
        Type::Boolean => quote!(boolean),
        Type::Byte | Type::Short | Type::Integer | Type::Long => quote!(integer),
        Type::Float | Type::Double => quote!(double),
        Type::BigInteger | Type::BigDecimal => quote!(big_number),
        Type::String | Type::Enum(_) => quote!(string),
        Type::Blob | Type::ByteStream => quote!(blob),
        Type::Timestamp(TimestampFormat::EpochSeconds) => quote!(epoch_seconds),
        Type::Timestamp(TimestampFormat::DateTime) => quote!(date_time),
        Type::Timestamp(TimestampFormat::HttpDate) => quote!(http_date),
        Type::Document => quote!(document),
        Type::Structure(_) | Type::Union(_) => quote!(structure),
        Type::List { member, sparse } => {
            let method = if *sparse {
                quote!(sparse_list)
            } else {
                quote!(list)
            };
            return collection(&method, member);
        }
        Type::Map { value, sparse, .. } => {
            let method = if *sparse {
                quote!(sparse_map)
            } else {
                quote!(map)
            };
            return collection(&method, value);
        }
    };
    quote!(JsonWriter::#method)
}

fn collection(method: &TokenStream, ty: &Type) -> TokenStream {
    let item = item(ty);
    quote!(|json, value| json.#method(value, #item))
}

/// Emits the writer of a union.
///
/// ```ignore
/// impl WriteStructure for crate::types::ThingFilter {
///     fn write_members(&self, json: &mut JsonWriter) {
///         match self {
///             Self::Name(value) => json.member(Self::MEMBERS[0], Some(value), JsonWriter::string),
///             Self::Unknown => json.unknown_variant("ThingFilter"),
///         }
///     }
/// }
/// ```
pub(super) fn emit_union(union: &Union) -> TokenStream {
    let path = union_path(union);
    let arms = union.variants.iter().enumerate().map(emit_variant);
    let name = union.name.as_str();
    quote! {
        impl WriteStructure for #path {
            fn write_members(&self, json: &mut JsonWriter) {
                match self {
                    #(#arms)*
                    Self::Unknown => json.unknown_variant(#name),
                }
            }
        }
    }
}

fn emit_variant((index, variant): (usize, &Variant)) -> TokenStream {
    let (name, index) = (&variant.name, Literal::usize_unsuffixed(index));
    match &variant.ty {
        None => {
            quote!(Self::#name => json.member(Self::MEMBERS[#index], Some(&()), JsonWriter::structure),)
        }
        Some(ty) => {
            let item = item(ty);
            let value = if variant.boxed {
                quote!(&**value)
            } else {
                quote!(value)
            };
            quote!(Self::#name(value) => json.member(Self::MEMBERS[#index], Some(#value), #item),)
        }
    }
}
