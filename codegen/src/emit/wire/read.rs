//! Emits readers: a match on the member's index, with an arm for each field of the builder.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::members::{index, path, union_path};
use crate::emit::builder;
use crate::emit::codec::{Format, Words};
use crate::emit::ty::{builder_path, type_path};
use crate::ir::{Binding, Codec, Elements, Field, Nesting, Role, Structure, Type, Union, Variant};
use crate::model::traits::TimestampFormat;

/// Emits the reader of a structure.
///
/// ```ignore
/// impl ReadStructure for crate::types::builders::AgentStatusBuilder {
///     type Value = crate::types::AgentStatus;
///
///     fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError> {
///         match member {
///             0 => json.member(&mut self.agent_status_arn, JsonReader::string)?,
///             1 => self.tags = json.map(JsonReader::string)?,
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
pub(crate) fn emit_structure(codec: Codec, structure: &Structure) -> TokenStream {
    let words = Format::read(codec).words();
    let Words {
        module: json,
        reader,
        error,
        ..
    } = &words;
    let (builder, value) = (builder_path_of(structure), path(structure));
    let in_body = |field: &&Field| field.binding == Binding::Body;
    let arms = structure.fields.iter().filter(in_body).map(|field| {
        let (index, read) = (index(structure, field), read_member(&words, field));
        quote!(#index => #read,)
    });
    let arms: Vec<TokenStream> = arms.collect();
    let (member, body) = if arms.is_empty() {
        (quote!(_), quote!(#json.skip()))
    } else {
        let body = quote! {
            match member {
                #(#arms)*
                _ => #json.skip()?,
            }
            Ok(())
        };
        (quote!(member), body)
    };
    let finish = emit_finish(structure);
    quote! {
        impl ReadStructure for #builder {
            type Value = #value;

            fn read_member(&mut self, #member: usize, #json: &mut #reader<'_>) -> Result<(), #error> {
                #body
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

/// The expression that reads a member: `json.member(&mut self.name, JsonReader::string)?`, or an assignment where the
/// function for `member` would be a closure, which would be compiled for each member.
fn read_member(words: &Words, field: &Field) -> TokenStream {
    let Words {
        module: json,
        reader,
        ..
    } = words;
    let name = &field.name;
    if field.layout.read_nesting == Nesting::Flattened {
        let (method, argument) = flattened(words, &field.ty, &field.layout.elements);
        return quote!(self.#name = #json.#method(self.#name.take(), #argument)?);
    }
    let (method, argument) = call(words, &field.ty, &field.layout.elements);
    match (field.boxed, argument) {
        (false, None) => quote!(#json.member(&mut self.#name, #reader::#method)?),
        (false, argument) => quote!(self.#name = #json.#method(#argument)?),
        (true, argument) => quote!(self.#name = #json.#method(#argument)?.map(Box::new)),
    }
}

/// Returns the reader's method for another item of a flattened list or map, and its last arguments.
fn flattened(words: &Words, ty: &Type, elements: &Elements) -> (TokenStream, TokenStream) {
    match (ty, elements) {
        (
            Type::Map { value: ty, .. },
            Elements::Entries {
                key,
                value,
                elements,
            },
        ) => {
            let (key, value, item) = (&key.read, &value.read, item(words, ty, elements));
            (quote!(flattened_entry), quote!([#key, #value], #item))
        }
        (Type::List { member, .. }, Elements::Items { elements, .. }) => {
            (quote!(flattened_item), item(words, member, elements))
        }
        _ => (quote!(flattened_item), item(words, ty, elements)),
    }
}

/// The expression that reads a value of type `ty`: `json.list(JsonReader::string)?`.
fn value(words: &Words, ty: &Type, elements: &Elements) -> TokenStream {
    let json = &words.module;
    let (method, argument) = call(words, ty, elements);
    quote!(#json.#method(#argument)?)
}

/// The function that reads a value of type `ty`, in the format of responses.
pub(crate) fn read_function(format: Format, field: &Field) -> TokenStream {
    item(&format.words(), &field.ty, &field.layout.elements)
}

/// The function that reads an item: `JsonReader::string`, or a closure where there is more to say.
fn item(words: &Words, ty: &Type, elements: &Elements) -> TokenStream {
    let Words {
        module: json,
        reader,
        ..
    } = words;
    let (method, argument) = call(words, ty, elements);
    match argument {
        None => quote!(#reader::#method),
        Some(argument) => quote!(|#json| #json.#method(#argument)),
    }
}

/// Returns the reader's method for a type, and its arguments: the names of elements in XML, and the function for items.
fn call(words: &Words, ty: &Type, elements: &Elements) -> (TokenStream, Option<TokenStream>) {
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
            let (name, elements) = match elements {
                Elements::Items { name, elements } => {
                    let name = &name.read;
                    (Some(quote!(#name,)), &**elements)
                }
                Elements::None | Elements::Entries { .. } => (None, elements),
            };
            let item = item(words, member, elements);
            return (collection("list", *sparse), Some(quote!(#name #item)));
        }
        Type::Map { value, sparse, .. } => {
            let (names, elements) = match elements {
                Elements::Entries {
                    key,
                    value,
                    elements,
                } => {
                    let (key, value) = (&key.read, &value.read);
                    (Some(quote!([#key, #value],)), &**elements)
                }
                Elements::None | Elements::Items { .. } => (None, elements),
            };
            let item = item(words, value, elements);
            return (collection("map", *sparse), Some(quote!(#names #item)));
        }
    };
    (method, None)
}

/// The method for a list or a map.
pub(super) fn collection(name: &str, sparse: bool) -> TokenStream {
    let prefix = if sparse { "sparse_" } else { "" };
    let method = format_ident!("{prefix}{name}");
    quote!(#method)
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
pub(super) fn emit_union(codec: Codec, union: &Union) -> TokenStream {
    let words = Format::read(codec).words();
    let Words {
        module: json,
        reader,
        error,
        ..
    } = &words;
    let path = union_path(union);
    let arms = union.variants.iter().enumerate().map(|(index, variant)| {
        let (index, read) = (
            Literal::usize_unsuffixed(index),
            variant_value(&words, variant),
        );
        quote!(#index => #read,)
    });
    quote! {
        impl ReadUnion for #path {
            fn read_variant(member: usize, #json: &mut #reader<'_>) -> Result<Option<Self>, #error> {
                Ok(match member {
                    #(#arms)*
                    _ => #json.skip().map(|()| Some(Self::Unknown))?,
                })
            }
        }
    }
}

fn variant_value(words: &Words, variant: &Variant) -> TokenStream {
    let (json, name) = (&words.module, &variant.name);
    let Some(ty) = &variant.ty else {
        return quote!(#json.skip().map(|()| Some(Self::#name))?);
    };
    let value = match variant.layout.read_nesting {
        Nesting::Wrapped => value(words, ty, &variant.layout.elements),
        Nesting::Flattened => {
            let (method, argument) = flattened(words, ty, &variant.layout.elements);
            quote!(#json.repeated(|#json, value| #json.#method(value, #argument))?)
        }
    };
    let boxed = variant.boxed.then(|| quote!(.map(Box::new)));
    quote!(#value #boxed .map(Self::#name))
}
