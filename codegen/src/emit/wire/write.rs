//! Emits writers: one line per member.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens, quote};

use super::members::{index, path, union_path};
use super::read::collection;
use crate::emit::codec::{Format, Words};
use crate::ir::{
    Binding, Codec, Elements, Field, Layout, Names, Nesting, Presence, Structure, Type, Union,
    Variant, WireName,
};
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
pub(crate) fn emit_structure(codec: Codec, structure: &Structure) -> TokenStream {
    let fields: Vec<&Field> = structure
        .fields
        .iter()
        .filter(|field| field.binding == Binding::Body)
        .collect();
    emit_members(codec, structure, &fields)
}

/// Emits the writer of a structure that writes these fields, the attributes of an XML element first.
pub(crate) fn emit_members(codec: Codec, structure: &Structure, fields: &[&Field]) -> TokenStream {
    let words = Format::written(codec).words();
    let (path, writer) = (path(structure), &words.writer);
    let is_attribute = |field: &&&Field| field.layout.written.as_str().starts_with('@');
    let attributes = fields.iter().filter(is_attribute);
    let others = fields.iter().filter(|field| !is_attribute(field));
    let members = attributes
        .chain(others)
        .map(|field| emit_field(&words, structure, field));
    let json = if fields.is_empty() {
        quote!(_)
    } else {
        words.module.to_token_stream()
    };
    quote! {
        impl WriteStructure for #path {
            fn write_members(&self, #json: &mut #writer) {
                #(#members)*
            }
        }
    }
}

fn emit_field(words: &Words, structure: &Structure, field: &Field) -> TokenStream {
    let name = &field.name;
    let value = match field.presence {
        Presence::Optional if field.boxed => quote!(self.#name.as_deref()),
        Presence::Optional => quote!(self.#name.as_ref()),
        Presence::Required | Presence::Default(_) if field.boxed => quote!(Some(&*self.#name)),
        Presence::Required | Presence::Default(_) if field.omit_zero => {
            let is_written = is_not_zero(&field.ty);
            quote!(Some(&self.#name).filter(|value| #is_written))
        }
        Presence::Required | Presence::Default(_) => quote!(Some(&self.#name)),
    };
    let key = key(&field.wire, &field.layout, index(structure, field));
    let member = emit_member(words, &field.layout, &field.ty, &key, &value);
    quote!(#member;)
}

/// The name of a member: that of `MEMBERS`, unless it is written under another one.
fn key(wire: &WireName, layout: &Layout, index: Literal) -> TokenStream {
    let written = &layout.written;
    if written == wire {
        quote!(Self::MEMBERS[#index])
    } else {
        quote!(#written)
    }
}

/// The expression that writes a member.
fn emit_member(
    words: &Words,
    layout: &Layout,
    ty: &Type,
    key: &TokenStream,
    value: &TokenStream,
) -> TokenStream {
    let json = &words.module;
    match (ty, &layout.elements, layout.written_nesting) {
        (Type::List { member, .. }, Elements::Items { elements, .. }, Nesting::Flattened) => {
            let item = item(words, member, elements);
            quote!(#json.flattened_list(#key, #value, #item))
        }
        (
            Type::Map { value: ty, .. },
            Elements::Entries {
                key: entry_key,
                value: entry_value,
                elements,
            },
            Nesting::Flattened,
        ) => {
            let (item, names) = (
                item(words, ty, elements),
                entry_names(entry_key, entry_value),
            );
            quote!(#json.flattened_map(#key, #value, #names, #item))
        }
        _ => {
            let write = item(words, ty, &layout.elements);
            quote!(#json.member(#key, #value, #write))
        }
    }
}

fn entry_names(key: &Names, value: &Names) -> TokenStream {
    let name = |names: &Names| names.written.clone().unwrap_or_else(|| names.read.clone());
    let (key, value) = (name(key), name(value));
    quote!([#key, #value])
}

/// Whether `value` isn't the zero of its type. The zero is a literal with a type: numbers can be compared with other types
/// as well, if another crate has implemented `PartialEq` for that, and then the compiler couldn't infer the type.
fn is_not_zero(ty: &Type) -> TokenStream {
    let zero = match ty {
        Type::Boolean => return quote!(**value),
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
        | Type::Map { .. } => quote!(std::default::Default::default()),
    };
    quote!(**value != #zero)
}

/// The function that writes a value: `JsonWriter::string`, or a closure where there is more to say.
fn item(words: &Words, ty: &Type, elements: &Elements) -> TokenStream {
    let Words {
        module: json,
        writer,
        ..
    } = words;
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
            let (method, names, elements) = match elements {
                Elements::Items { name, elements } => match &name.written {
                    Some(name) => (quote!(list), Some(quote!(#name,)), &**elements),
                    None => (quote!(numbered), None, &**elements),
                },
                Elements::None | Elements::Entries { .. } => {
                    (collection("list", *sparse), None, elements)
                }
            };
            let item = item(words, member, elements);
            return quote!(|#json, value| #json.#method(value, #names #item));
        }
        Type::Map { value, sparse, .. } => {
            let (names, elements) = match elements {
                Elements::Entries {
                    key,
                    value,
                    elements,
                } => {
                    let names = entry_names(key, value);
                    (Some(quote!(#names,)), &**elements)
                }
                Elements::None | Elements::Items { .. } => (None, elements),
            };
            let (method, item) = (collection("map", *sparse), item(words, value, elements));
            return quote!(|#json, value| #json.#method(value, #names #item));
        }
    };
    quote!(#writer::#method)
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
pub(super) fn emit_union(codec: Codec, union: &Union) -> TokenStream {
    let words = Format::written(codec).words();
    let Words {
        module: json,
        writer,
        ..
    } = &words;
    let path = union_path(union);
    let arms = union.variants.iter().enumerate();
    let arms = arms.map(|(index, variant)| emit_variant(&words, index, variant));
    let name = union.name.as_str();
    quote! {
        impl WriteStructure for #path {
            fn write_members(&self, #json: &mut #writer) {
                match self {
                    #(#arms)*
                    Self::Unknown => #json.unknown_variant(#name),
                }
            }
        }
    }
}

fn emit_variant(words: &Words, index: usize, variant: &Variant) -> TokenStream {
    let Words {
        module: json,
        writer,
        ..
    } = words;
    let name = &variant.name;
    let key = key(
        &variant.wire,
        &variant.layout,
        Literal::usize_unsuffixed(index),
    );
    match &variant.ty {
        None => {
            quote!(Self::#name => #json.member(#key, Some(&()), #writer::structure),)
        }
        Some(ty) => {
            let value = if variant.boxed {
                quote!(Some(&**value))
            } else {
                quote!(Some(value))
            };
            let member = emit_member(words, &variant.layout, ty, &key, &value);
            quote!(Self::#name(value) => #member,)
        }
    }
}
