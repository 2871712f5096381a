//! Values of cases as expressions: in, JSON and the type it is to have; out, Rust that uses the crate from outside.

use aws_smithy_types::DateTime;
use aws_smithy_types::date_time::Format;
use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};
use serde_json::{Map, Number, Value};

use crate::ir::{Binding, Crate, Field, MapKey, Structure, Type, TypeRef, Union};
use crate::model::traits::TimestampFormat;

/// What can't be expressed, and why.
type Reason = String;

/// Where values come from or go to, which decides how exact their times are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Into a request, or out of a response's headers: to the nanosecond.
    Exact,
    /// Out of the JSON of a response: as exact as `f64`, through which the reader takes seconds.
    Rounded,
}

/// What a value is made for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Context<'a> {
    pub lowered: &'a Crate,
    pub side: Side,
}

/// The calls of setters that give a builder these values: `.set_name(Some("a".to_owned()))`.
pub(super) fn setters(
    context: Context<'_>,
    structure: &Structure,
    params: &Map<String, Value>,
) -> Result<TokenStream, Reason> {
    let mut setters = TokenStream::new();
    for (member, value) in params {
        let field = structure
            .fields
            .iter()
            .find(|field| field.shape.member_name() == Some(member.as_str()))
            .ok_or_else(|| format!("`{}` has no member `{member}`", structure.shape))?;
        if value.is_null() {
            continue;
        }
        let set = field.name.prefixed("set_");
        let value = field_value(context, field, value)?;
        setters.extend(quote!(.#set(Some(#value))));
    }
    Ok(setters)
}

fn field_value(context: Context<'_>, field: &Field, json: &Value) -> Result<TokenStream, Reason> {
    let context = match field.binding {
        Binding::Header(_) | Binding::PrefixHeaders(_) => Context {
            side: Side::Exact,
            ..context
        },
        Binding::Body
        | Binding::Payload
        | Binding::Label
        | Binding::Query(_)
        | Binding::QueryParams
        | Binding::StatusCode => context,
    };
    let value =
        value(context, &field.ty, json).map_err(|reason| format!("{}: {reason}", field.shape))?;
    Ok(boxed(value, field.boxed))
}

fn boxed(value: TokenStream, is_boxed: bool) -> TokenStream {
    if is_boxed {
        quote!(Box::new(#value))
    } else {
        value
    }
}

/// An expression of the type.
fn value(context: Context<'_>, ty: &Type, json: &Value) -> Result<TokenStream, Reason> {
    match (ty, json) {
        (Type::Boolean, Value::Bool(value)) => Ok(quote!(#value)),
        (Type::Byte | Type::Short | Type::Integer | Type::Long, Value::Number(number)) => {
            integer(number)
        }
        (Type::Float | Type::Double, value) => float(ty, value),
        (Type::BigInteger | Type::BigDecimal, Value::Number(number)) => {
            Ok(big(&number.to_string()))
        }
        (Type::BigInteger | Type::BigDecimal, Value::String(text)) => Ok(big(text)),
        (Type::String, Value::String(text)) => Ok(quote!(#text.to_owned())),
        (Type::Enum(name), Value::String(text)) => {
            let path = type_path(name);
            Ok(quote!(#path::from(#text)))
        }
        (Type::Blob, Value::String(text)) => {
            let bytes = Literal::byte_string(text.as_bytes());
            Ok(quote!(aws_smithy_types::Blob::new(#bytes)))
        }
        (Type::ByteStream, Value::String(text)) => {
            let bytes = Literal::byte_string(text.as_bytes());
            Ok(quote!(aws_smithy_types::byte_stream::ByteStream::from_static(#bytes)))
        }
        (Type::Timestamp(format), Value::Number(seconds)) => {
            timestamp(context.side, *format, seconds)
        }
        (Type::Timestamp(_), Value::String(text)) => timestamp_of_text(text),
        (Type::Document, value) => document(value),
        (Type::Structure(name), Value::Object(params)) => structure(context, name, params),
        (Type::Union(name), Value::Object(params)) => union(context, name, params),
        (Type::List { member, sparse }, Value::Array(items)) => {
            let items = items
                .iter()
                .map(|item| item_value(context, member, *sparse, item))
                .collect::<Result<Vec<_>, _>>()?;
            Ok(quote!(vec![#(#items),*]))
        }
        (Type::Map { key, value, sparse }, Value::Object(entries)) => {
            let entries = entries
                .iter()
                .map(|(name, item)| {
                    let (key, item) = (
                        map_key(key, name),
                        item_value(context, value, *sparse, item)?,
                    );
                    Ok(quote!((#key, #item)))
                })
                .collect::<Result<Vec<_>, Reason>>()?;
            Ok(quote!(std::collections::HashMap::from([#(#entries),*])))
        }
        (ty, value) => Err(format!("`{value}` isn't a value of type {ty:?}")),
    }
}

fn item_value(
    context: Context<'_>,
    ty: &Type,
    sparse: bool,
    json: &Value,
) -> Result<TokenStream, Reason> {
    if sparse && json.is_null() {
        return Ok(quote!(None));
    }
    let value = value(context, ty, json)?;
    Ok(if sparse { quote!(Some(#value)) } else { value })
}

fn map_key(key: &MapKey, name: &str) -> TokenStream {
    match key {
        MapKey::String => quote!(#name.to_owned()),
        MapKey::Enum(ty) => {
            let path = type_path(ty);
            quote!(#path::from(#name))
        }
    }
}

fn integer(number: &Number) -> Result<TokenStream, Reason> {
    let value = number.as_i64().or_else(|| {
        // `1.0` is whole, too. Beyond 53 bits it couldn't be told.
        let value = number.as_f64().filter(|value| value.fract() == 0.0)?;
        (value.abs() < 9e15).then_some(value as i64)
    });
    let value = value.ok_or_else(|| format!("`{number}` isn't a whole number of 64 bits"))?;
    let value = Literal::i64_unsuffixed(value);
    Ok(quote!(#value))
}

fn big(number: &str) -> TokenStream {
    quote!(#number.parse().expect("a number"))
}

fn float(ty: &Type, json: &Value) -> Result<TokenStream, Reason> {
    let primitive = if *ty == Type::Float {
        format_ident!("f32")
    } else {
        format_ident!("f64")
    };
    match json {
        Value::Number(number) => {
            let value = Literal::f64_unsuffixed(double(number)?);
            Ok(quote!(#value))
        }
        Value::String(text) => match text.as_str() {
            "NaN" => Ok(quote!(#primitive::NAN)),
            "Infinity" => Ok(quote!(#primitive::INFINITY)),
            "-Infinity" => Ok(quote!(#primitive::NEG_INFINITY)),
            other => Err(format!("`{other}` isn't a number")),
        },
        other => Err(format!("`{other}` isn't a number")),
    }
}

/// Seconds since 1970, whose fraction is taken digit by digit, unless the reader doesn't do so either.
fn timestamp(side: Side, format: TimestampFormat, seconds: &Number) -> Result<TokenStream, Reason> {
    let text = seconds.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    let is_rounded = side == Side::Rounded && format == TimestampFormat::EpochSeconds;
    if is_rounded && !fraction.bytes().all(|digit| digit == b'0') {
        let value = Literal::f64_unsuffixed(double(seconds)?);
        return Ok(quote!(aws_smithy_types::DateTime::from_secs_f64(#value)));
    }
    let invalid = |_| format!("`{text}` isn't a time");
    let nanos: u32 = format!("{fraction:0<9}").parse().map_err(invalid)?;
    let secs: i64 = whole.parse().map_err(invalid)?;
    Ok(if nanos > 0 && text.starts_with('-') {
        date_time(secs - 1, 1_000_000_000 - nanos)
    } else {
        date_time(secs, nanos)
    })
}

/// The specification has numbers only, but traits have times as text, and so have the cases of event streams.
fn timestamp_of_text(text: &str) -> Result<TokenStream, Reason> {
    let time = DateTime::from_str(text, Format::DateTimeWithOffset)
        .or_else(|_| DateTime::from_str(text, Format::HttpDate));
    let time = time.map_err(|_| format!("`{text}` isn't a time"))?;
    Ok(date_time(time.secs(), time.subsec_nanos()))
}

fn date_time(secs: i64, nanos: u32) -> TokenStream {
    let (secs, nanos) = (
        Literal::i64_unsuffixed(secs),
        Literal::u32_unsuffixed(nanos),
    );
    quote!(aws_smithy_types::DateTime::from_secs_and_nanos(#secs, #nanos))
}

fn document(json: &Value) -> Result<TokenStream, Reason> {
    let document = quote!(aws_smithy_types::Document);
    Ok(match json {
        Value::Null => quote!(#document::Null),
        Value::Bool(value) => quote!(#document::Bool(#value)),
        Value::Number(number) => {
            let number = document_number(number)?;
            quote!(#document::Number(aws_smithy_types::Number::#number))
        }
        Value::String(text) => quote!(#document::String(#text.to_owned())),
        Value::Array(items) => {
            let items = items.iter().map(self::document);
            let items = items.collect::<Result<Vec<_>, _>>()?;
            quote!(#document::Array(vec![#(#items),*]))
        }
        Value::Object(entries) => {
            let entries = entries.iter().map(|(key, value)| {
                let value = self::document(value)?;
                Ok(quote!((#key.to_owned(), #value)))
            });
            let entries = entries.collect::<Result<Vec<_>, Reason>>()?;
            quote!(#document::Object(std::collections::HashMap::from([#(#entries),*])))
        }
    })
}

fn document_number(number: &Number) -> Result<TokenStream, Reason> {
    Ok(match (number.as_u64(), number.as_i64()) {
        (Some(value), _) => quote!(PosInt(#value)),
        (None, Some(value)) => quote!(NegInt(#value)),
        (None, None) => {
            let value = double(number)?;
            quote!(Float(#value))
        }
    })
}

/// Returns the number as a double, which numbers such as `1e400` are too large for.
fn double(number: &Number) -> Result<f64, Reason> {
    let value = number.as_f64();
    value.ok_or_else(|| format!("`{number}` is too large for a double"))
}

fn structure(
    context: Context<'_>,
    name: &TypeRef,
    params: &Map<String, Value>,
) -> Result<TokenStream, Reason> {
    let all = if name.is_error {
        &context.lowered.errors
    } else {
        &context.lowered.structures
    };
    let structure = all
        .iter()
        .find(|structure| structure.name == name.name)
        .ok_or_else(|| format!("there is no structure `{}`", name.name))?;
    let setters = setters(context, structure, params)?;
    let (path, build) = (type_path(name), build(structure));
    Ok(quote!(#path::builder() #setters #build))
}

/// The end of a chain that builds: `.build()`, which some structures can refuse.
pub(super) fn build(structure: &Structure) -> TokenStream {
    let expect = structure
        .is_fallible()
        .then(|| quote!(.expect("the case has all required members")));
    quote!(.build() #expect)
}

fn union(
    context: Context<'_>,
    name: &TypeRef,
    params: &Map<String, Value>,
) -> Result<TokenStream, Reason> {
    let union: &Union = context
        .lowered
        .unions
        .iter()
        .find(|union| union.name == name.name)
        .ok_or_else(|| format!("there is no union `{}`", name.name))?;
    let mut set = params.iter().filter(|(_, value)| !value.is_null());
    let (Some((member, json)), None) = (set.next(), set.next()) else {
        return Err(format!(
            "a value of the union `{}` has exactly one member",
            name.name
        ));
    };
    let variant = union
        .variants
        .iter()
        .find(|variant| variant.shape.member_name() == Some(member.as_str()))
        .ok_or_else(|| format!("the union `{}` has no member `{member}`", name.name))?;
    let (path, variant_name) = (type_path(name), &variant.name);
    match &variant.ty {
        None => Ok(quote!(#path::#variant_name)),
        Some(ty) => {
            let value = boxed(value(context, ty, json)?, variant.boxed);
            Ok(quote!(#path::#variant_name(#value)))
        }
    }
}

/// Returns the path of a type. Test files import the crate as `service`.
fn type_path(ty: &TypeRef) -> TokenStream {
    let name = &ty.name;
    if ty.is_error {
        quote!(service::types::error::#name)
    } else {
        quote!(service::types::#name)
    }
}
