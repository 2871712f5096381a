//! Default values as expressions.

use proc_macro2::TokenStream;
use quote::quote;
use serde_json::Value;

use super::ty::type_path;
use crate::ir::{Literal, Type};

/// An expression of type `ty`; `Literal::Zero` is `Default::default()`.
pub(crate) fn emit(literal: &Literal, ty: &Type) -> TokenStream {
    match literal {
        Literal::Zero => quote!(Default::default()),
        Literal::Boolean(value) => quote!(#value),
        Literal::Integer(value) => {
            let value = proc_macro2::Literal::i64_unsuffixed(*value);
            quote!(#value)
        }
        Literal::Float(value) => {
            let value = match ty {
                Type::Float => proc_macro2::Literal::f32_unsuffixed(*value as f32),
                _ => proc_macro2::Literal::f64_unsuffixed(*value),
            };
            quote!(#value)
        }
        Literal::String(text) => string(text, ty),
        Literal::Blob(bytes) => {
            let bytes = proc_macro2::Literal::byte_string(bytes);
            if *ty == Type::ByteStream {
                quote!(crate::primitives::ByteStream::from_static(#bytes))
            } else {
                quote!(crate::primitives::Blob::new(#bytes))
            }
        }
        Literal::Timestamp(seconds, 0) => {
            let seconds = proc_macro2::Literal::i64_unsuffixed(*seconds);
            quote!(crate::primitives::DateTime::from_secs(#seconds))
        }
        Literal::Timestamp(seconds, nanos) => {
            let seconds = proc_macro2::Literal::i64_unsuffixed(*seconds);
            let nanos = proc_macro2::Literal::u32_unsuffixed(*nanos);
            quote!(crate::primitives::DateTime::from_secs_and_nanos(#seconds, #nanos))
        }
        Literal::Document(value) => document(value),
    }
}

fn string(text: &str, ty: &Type) -> TokenStream {
    match ty {
        Type::Enum(name) => {
            let path = type_path(name);
            quote!(#path::from(#text))
        }
        Type::BigInteger | Type::BigDecimal => {
            // The text has been parsed in lowering, so the default of the type is never used.
            quote!(#text.parse().unwrap_or_default())
        }
        _ => quote!(#text.to_owned()),
    }
}

fn document(value: &Value) -> TokenStream {
    match value {
        Value::Null => quote!(aws_smithy_types::Document::Null),
        Value::Bool(value) => quote!(aws_smithy_types::Document::Bool(#value)),
        Value::String(text) => quote!(aws_smithy_types::Document::String(#text.to_owned())),
        Value::Number(number) => {
            let number = document_number(number);
            quote!(aws_smithy_types::Document::Number(#number))
        }
        Value::Array(_) => quote!(aws_smithy_types::Document::Array(std::vec::Vec::new())),
        Value::Object(_) => quote!(aws_smithy_types::Document::Object(
            std::collections::HashMap::new()
        )),
    }
}

fn document_number(number: &serde_json::Number) -> TokenStream {
    match (number.as_u64(), number.as_i64(), number.as_f64()) {
        (Some(value), _, _) => quote!(aws_smithy_types::Number::PosInt(#value)),
        (None, Some(value), _) => quote!(aws_smithy_types::Number::NegInt(#value)),
        (None, None, value) => {
            let value = value.unwrap_or_default();
            quote!(aws_smithy_types::Number::Float(#value))
        }
    }
}
