//! Writers: one line a member.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::ty::type_path;
use crate::ir::{self, Field, Presence, Structure, Type, Union, Variant};
use crate::model::traits::TimestampFormat;

/// The writer of a structure.
///
/// ```ignore
/// impl WriteStructure for StringCondition {
///     fn write_members(&self, json: &mut JsonWriter) {
///         json.member(key!("FieldName"), self.field_name.as_ref(), JsonWriter::string);
///         json.member(key!("Value"), self.value.as_ref(), JsonWriter::string);
///     }
/// }
/// ```
pub(crate) fn emit_structure(structure: &Structure) -> TokenStream {
    let path = crate::emit::operation_paths::structure_path(structure);
    let path: TokenStream = path.parse().expect("paths are made of identifiers");
    let fields: Vec<&Field> = structure
        .fields
        .iter()
        .filter(|field| field.binding == ir::Binding::Body)
        .collect();
    emit_members(&path, &fields)
}

/// The writer of these fields of the type at `path`.
pub(crate) fn emit_members(path: &TokenStream, fields: &[&Field]) -> TokenStream {
    let members = fields.iter().map(|field| emit_member(field));
    let unused = fields.is_empty().then(|| quote!(let _ = json;));
    quote! {
        impl WriteStructure for #path {
            fn write_members(&self, json: &mut JsonWriter) {
                #unused
                #(#members)*
            }
        }
    }
}

fn emit_member(field: &Field) -> TokenStream {
    let (wire, name) = (&field.wire, &field.name);
    let write = item(&field.ty);
    let value = match field.presence {
        Presence::Optional if field.boxed => quote!(self.#name.as_deref()),
        Presence::Optional => quote!(self.#name.as_ref()),
        Presence::Required | Presence::Default(_) if field.boxed => quote!(Some(&*self.#name)),
        Presence::Required | Presence::Default(_) if field.omit_zero => {
            quote!(Some(&self.#name).filter(|value| **value != Default::default()))
        }
        Presence::Required | Presence::Default(_) => quote!(Some(&self.#name)),
    };
    quote!(json.member(key!(#wire), #value, #write);)
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

/// The writer of a union.
///
/// ```ignore
/// impl WriteStructure for ThingFilter {
///     fn write_members(&self, json: &mut JsonWriter) {
///         match self {
///             Self::Name(value) => json.member(key!("Name"), Some(value), JsonWriter::string),
///             Self::Unknown => json.unknown_variant("ThingFilter"),
///         }
///     }
/// }
/// ```
pub(super) fn emit_union(union: &Union) -> TokenStream {
    let path = type_path(&ir::TypeRef {
        name: union.name.clone(),
        is_error: false,
    });
    let arms = union.variants.iter().map(emit_variant);
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

fn emit_variant(variant: &Variant) -> TokenStream {
    let (name, wire) = (&variant.name, &variant.wire);
    match &variant.ty {
        None => {
            quote!(Self::#name => json.member(key!(#wire), Some(&()), JsonWriter::structure),)
        }
        Some(ty) => {
            let item = item(ty);
            let value = if variant.boxed {
                quote!(&**value)
            } else {
                quote!(value)
            };
            quote!(Self::#name(value) => json.member(key!(#wire), Some(#value), #item),)
        }
    }
}
