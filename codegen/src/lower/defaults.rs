//! Converts default values from the model's JSON to literals that fit the member's type.

use std::str::FromStr;

use aws_smithy_types::base64::decode;
use aws_smithy_types::date_time::Format;
use aws_smithy_types::{BigDecimal, BigInteger, DateTime};
use serde_json::Value;

use crate::ir::{Literal, Type};

/// Returns the literal for `value` as a member of type `ty`, or `None` if it doesn't fit:
/// <https://smithy.io/2.0/spec/type-refinement-traits.html#default-value-constraints>.
pub(super) fn literal(value: &Value, ty: &Type) -> Option<Literal> {
    match ty {
        Type::Boolean => value.as_bool().map(|value| {
            if value {
                Literal::Boolean(true)
            } else {
                Literal::Zero
            }
        }),
        Type::Byte => integer(value, i8::MIN.into(), i8::MAX.into()),
        Type::Short => integer(value, i16::MIN.into(), i16::MAX.into()),
        Type::Integer => integer(value, i32::MIN.into(), i32::MAX.into()),
        Type::Long => integer(value, i64::MIN, i64::MAX),
        Type::Float => float(value, |value| (value as f32).is_finite()),
        Type::Double => float(value, f64::is_finite),
        Type::BigInteger => big_number::<BigInteger>(value),
        Type::BigDecimal => big_number::<BigDecimal>(value),
        Type::String | Type::Enum(_) => value.as_str().map(|text| Literal::String(text.to_owned())),
        Type::Blob | Type::ByteStream => value
            .as_str()
            .and_then(|text| decode(text).ok())
            .map(Literal::Blob),
        Type::Timestamp(_) => timestamp(value),
        Type::Document => document(value),
        Type::List { .. } => value
            .as_array()
            .filter(|items| items.is_empty())
            .map(|_| Literal::Zero),
        Type::Map { .. } => value
            .as_object()
            .filter(|entries| entries.is_empty())
            .map(|_| Literal::Zero),
        Type::Structure(_) | Type::Union(_) => None,
    }
}

fn integer(value: &Value, min: i64, max: i64) -> Option<Literal> {
    let value = value.as_i64().filter(|value| (min..=max).contains(value))?;
    Some(if value == 0 {
        Literal::Zero
    } else {
        Literal::Integer(value)
    })
}

fn float(value: &Value, fits: impl Fn(f64) -> bool) -> Option<Literal> {
    let value = value.as_f64().filter(|value| fits(*value))?;
    Some(if value == 0.0 {
        Literal::Zero
    } else {
        Literal::Float(value)
    })
}

/// Returns the number as its text, which the generated crate parses. It is parsed here to find out whether it can be.
fn big_number<N: FromStr>(value: &Value) -> Option<Literal> {
    let text = value.as_number()?.to_string();
    text.parse::<N>().ok()?;
    Some(Literal::String(text))
}

/// Reads a number of seconds or a text in one of the other formats, whichever the member has on the wire.
fn timestamp(value: &Value) -> Option<Literal> {
    let time = match value {
        Value::Number(seconds) => DateTime::from_secs_f64(seconds.as_f64()?),
        Value::String(text) => DateTime::from_str(text, Format::DateTime)
            .or_else(|_| DateTime::from_str(text, Format::HttpDate))
            .ok()?,
        Value::Null | Value::Bool(_) | Value::Array(_) | Value::Object(_) => return None,
    };
    Some(Literal::Timestamp(time.secs(), time.subsec_nanos()))
}

/// Accepts scalars, an empty list and an empty map; anything else can't be a default.
fn document(value: &Value) -> Option<Literal> {
    let fits = match value {
        Value::Null => false,
        Value::Bool(_) | Value::String(_) => true,
        Value::Number(number) => number.as_f64().is_some_and(f64::is_finite),
        Value::Array(items) => items.is_empty(),
        Value::Object(entries) => entries.is_empty(),
    };
    fits.then(|| Literal::Document(value.clone()))
}
