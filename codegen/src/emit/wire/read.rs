//! Emits readers: a match on the member's index, with an arm for each field of the builder.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::members::{index, path, union_path};
use crate::emit::builder;
use crate::emit::ty::{builder_path, type_path};
use crate::ir::{Binding, Field, Role, Structure, Type, Union, Variant};
use crate::model::traits::TimestampFormat;

/// Emits the reader of a structure.
///
/// ```ignore
/// impl ReadStructure for crate::types::builders::AgentStatusBuilder {
///     type Value = crate::types::AgentStatus;
///
///     fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError> {
///         match member {
///             0 => self.agent_status_arn = json.string()?,
///             1 => self.name = json.string()?,
///             _ => json.skip()?,
///         }
///         Ok(())
///     }
///
///     fn finish(self) -> Self::Value {
///         self.build()
///     }
/// }
/// ```
pub(crate) fn emit_structure(structure: &Structure) -> TokenStream {
    let (builder, value) = (builder_path_of(structure), path(structure));
    let in_body = |field: &&Field| field.binding == Binding::Body;
    let arms = structure.fields.iter().filter(in_body).map(|field| {
        let (index, name, read) = (index(structure, field), &field.name, member_value(field));
        quote!(#index => self.#name = #read,)
    });
    let finish = emit_finish(structure);
    quote! {
        impl ReadStructure for #builder {
            type Value = #value;

            fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError> {
                match member {
                    #(#arms)*
                    _ => json.skip()?,
                }
                Ok(())
            }

            #finish
        }
    }
}

fn emit_finish(structure: &Structure) -> TokenStream {
    let corrections: Vec<TokenStream> = structure
        .fields
        .iter()
        .filter_map(|field| {
            let (name, fill) = (&field.name, correction(field)?);
            Some(quote!(self.#name.#fill;))
        })
        .collect();
    let mutable = (!corrections.is_empty()).then(|| quote!(mut));
    let build = if structure.is_fallible() {
        quote!(self.build().expect("every required member has a value"))
    } else {
        quote!(self.build())
    };
    quote! {
        fn finish(#mutable self) -> Self::Value {
            #(#corrections)*
            #build
        }
    }
}

/// The path of the builder. The file of an operation's messages is beside its builders.
fn builder_path_of(structure: &Structure) -> TokenStream {
    let builder = structure.name.suffixed("Builder");
    match structure.role {
        Role::Input(_) | Role::Output(_) => quote!(super::builders::#builder),
        Role::Shared | Role::Error(_) => builder::path(structure),
    }
}

/// The call that fills in a required member that the service didn't send, since building after reading can't fail. The
/// values are those of the official SDK's "error correction".
fn correction(field: &Field) -> Option<TokenStream> {
    if !field.is_corrected() {
        return None;
    }
    let value = match &field.ty {
        Type::Enum(name) => {
            let path = type_path(name);
            quote!(#path::from("no value was set"))
        }
        Type::Union(name) => {
            let path = type_path(name);
            return Some(insert(&quote!(#path::Unknown), field.boxed));
        }
        Type::Structure(name) => {
            let path = builder_path(name);
            quote!(ReadStructure::finish(#path::default()))
        }
        Type::Timestamp(_) => quote!(crate::primitives::DateTime::from_secs(0)),
        Type::Document => {
            return Some(quote!(get_or_insert(aws_smithy_types::Document::Null)));
        }
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
        | Type::Map { .. } => return Some(quote!(get_or_insert_default())),
    };
    Some(if field.boxed {
        quote!(get_or_insert_with(|| Box::new(#value)))
    } else {
        quote!(get_or_insert_with(|| #value))
    })
}

/// The call that inserts a constant.
fn insert(value: &TokenStream, is_boxed: bool) -> TokenStream {
    if is_boxed {
        quote!(get_or_insert_with(|| Box::new(#value)))
    } else {
        quote!(get_or_insert(#value))
    }
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

/// Emits the reader of a union.
///
/// ```ignore
/// impl ReadUnion for crate::types::ContactMetricValue {
///     fn read_variant(member: usize, json: &mut JsonReader<'_>) -> Result<Option<Self>, JsonError> {
///         Ok(match member {
///             0 => json.double()?.map(Self::Number),
///             _ => json.skip().map(|()| Some(Self::Unknown))?,
///         })
///     }
/// }
/// ```
pub(super) fn emit_union(union: &Union) -> TokenStream {
    let path = union_path(union);
    let arms = union.variants.iter().enumerate().map(|(index, variant)| {
        let (index, read) = (Literal::usize_unsuffixed(index), variant_value(variant));
        quote!(#index => #read,)
    });
    quote! {
        impl ReadUnion for #path {
            fn read_variant(member: usize, json: &mut JsonReader<'_>) -> Result<Option<Self>, JsonError> {
                Ok(match member {
                    #(#arms)*
                    _ => json.skip().map(|()| Some(Self::Unknown))?,
                })
            }
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
