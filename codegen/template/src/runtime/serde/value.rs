//! The values that types are made of: strings, numbers, timestamps, lists, maps and so on.

use std::{collections::HashMap, hash::Hash, marker::PhantomData};

use aws_smithy_types::date_time::Format;
use aws_smithy_types::primitive::{Encoder, Parse};
use aws_smithy_types::{Blob, DateTime, Document, Number, base64};
use serde::ser::{Error, SerializeMap, Serializer};

use super::tree::null_or;
use super::{OnWire, TimeFormat, Wire};

/// Implements [`Wire`] for a type: how it is written, and the one kind of JSON that it is read from.
macro_rules! leaves {
    ($($(#[$doc:meta])* $ty:ty: |$value:ident, $to:ident| $write:expr, $expected:literal, $json:pat => $read:expr;)*) => {
        $($(#[$doc])*
        impl<F> Wire<F> for $ty {
            fn write<S: Serializer>(&self, $to: S) -> Result<S::Ok, S::Error> {
                let $value = self;
                $write
            }

            fn read(json: Document) -> Result<Option<Self>, String> {
                match json {
                    $json => $read,
                    other => null_or($expected, &other),
                }
            }
        })*
    };
}

leaves! {
    String: |text, to| to.serialize_str(text), "a string", Document::String(text) => Ok(Some(text));
    bool: |value, to| to.serialize_bool(*value), "a boolean", Document::Bool(value) => Ok(Some(value));
    Blob: |bytes, to| to.serialize_str(&base64::encode(bytes)), "a string in base64",
        Document::String(text) => match base64::decode(text) {
            Ok(bytes) => Ok(Some(Blob::new(bytes))),
            Err(error) => Err(format!("expected base64: {error}")),
        };
}

/// A variant without a value.
impl<F> Wire<F> for () {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_map(Some(0))?.end()
    }

    fn read(_: Document) -> Result<Option<Self>, String> {
        Ok(Some(()))
    }
}

impl<F> Wire<F> for Number {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match *self {
            Number::PosInt(value) => serializer.serialize_u64(value),
            Number::NegInt(value) => serializer.serialize_i64(value),
            Number::Float(value) if value.is_finite() => serializer.serialize_f64(value),
            // JSON has no number for it.
            Number::Float(value) => serializer.serialize_str(Encoder::from(value).encode()),
        }
    }

    fn read(json: Document) -> Result<Option<Self>, String> {
        match json {
            Document::Number(number) => Ok(Some(number)),
            Document::String(text) => match f64::parse_smithy_primitive(&text) {
                Ok(value) if !value.is_finite() => Ok(Some(Number::Float(value))),
                _ => Err("expected a number, found a string".to_owned()),
            },
            other => null_or("a number", &other),
        }
    }
}

/// Implements [`Wire`] for numbers: how they become a [`Number`] and come from one.
macro_rules! numbers {
    ($($ty:ty: |$value:ident| $to:expr, $from:expr;)*) => {
        $(impl<F> Wire<F> for $ty {
            fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $value = *self;
                Wire::<F>::write(&$to, serializer)
            }

            fn read(json: Document) -> Result<Option<Self>, String> {
                let from: fn(Number) -> Option<$ty> = $from;
                let Some(number) = <Number as Wire<F>>::read(json)? else {
                    return Ok(None);
                };
                let value = from(number);
                value.map(Some).ok_or_else(|| "expected a whole number in the range of its type".to_owned())
            }
        })*
    };
}

numbers! {
    i8: |value| Number::NegInt(value.into()), |number| number.try_into().ok();
    i16: |value| Number::NegInt(value.into()), |number| number.try_into().ok();
    i32: |value| Number::NegInt(value.into()), |number| number.try_into().ok();
    i64: |value| Number::NegInt(value), |number| number.try_into().ok();
    f32: |value| Number::Float(value.into()), |number| Some(number.to_f32_lossy());
    f64: |value| Number::Float(value), |number| Some(number.to_f64_lossy());
}

/// Seconds go through `f64`, as everywhere.
impl<F: TimeFormat> Wire<F> for DateTime {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let text = self.fmt(F::FORMAT).map_err(S::Error::custom)?;
        match (F::FORMAT, text.parse::<i64>(), text.parse::<f64>()) {
            (Format::EpochSeconds, Ok(seconds), _) => serializer.serialize_i64(seconds),
            (Format::EpochSeconds, _, Ok(seconds)) => serializer.serialize_f64(seconds),
            (_, _, _) => serializer.serialize_str(&text),
        }
    }

    fn read(json: Document) -> Result<Option<Self>, String> {
        match (json, F::FORMAT) {
            (Document::Number(number), Format::EpochSeconds) if number.to_f64_lossy().is_finite() => {
                Ok(Some(DateTime::from_secs_f64(number.to_f64_lossy())))
            }
            (Document::String(text), Format::DateTime) => time(&text, Format::DateTimeWithOffset),
            (Document::String(text), Format::HttpDate) => time(&text, Format::HttpDate),
            (other, _) => null_or("a timestamp", &other),
        }
    }
}

fn time(text: &str, format: Format) -> Result<Option<DateTime>, String> {
    DateTime::from_str(text, format).map(Some).map_err(|error| format!("expected a timestamp: {error}"))
}

impl<F> Wire<F> for Document {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Document::Object(members) => Wire::<F>::write(members, serializer),
            Document::Array(items) => Wire::<F>::write(items, serializer),
            Document::Number(number) => Wire::<F>::write(number, serializer),
            Document::String(text) => serializer.serialize_str(text),
            Document::Bool(value) => serializer.serialize_bool(*value),
            Document::Null => serializer.serialize_unit(),
        }
    }

    fn read(json: Document) -> Result<Option<Self>, String> {
        Ok(Some(json))
    }
}

/// An item that may be `null`.
impl<T: Wire<F>, F> Wire<F> for Option<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(value) => value.write(serializer),
            None => serializer.serialize_unit(),
        }
    }

    fn read(json: Document) -> Result<Option<Self>, String> {
        T::read(json).map(Some)
    }
}

impl<T: Wire<F>, F> Wire<F> for Box<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).write(serializer)
    }

    fn read(json: Document) -> Result<Option<Self>, String> {
        Ok(T::read(json)?.map(Box::new))
    }
}

/// Items that are `null` are left out, unless they may be.
impl<T: Wire<F>, F> Wire<F> for Vec<T> {
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(|item| OnWire(item, PhantomData::<F>)))
    }

    fn read(json: Document) -> Result<Option<Self>, String> {
        match json {
            Document::Array(items) => {
                let items = items.into_iter().filter_map(|item| T::read(item).transpose());
                items.collect::<Result<_, _>>().map(Some)
            }
            other => null_or("an array", &other),
        }
    }
}

/// Entries that are `null` are left out, unless they may be.
impl<K, T: Wire<F>, F> Wire<F> for HashMap<K, T>
where
    K: AsRef<str> + for<'s> From<&'s str> + Eq + Hash,
{
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let entries = self.iter().map(|(key, value)| (key.as_ref(), OnWire(value, PhantomData::<F>)));
        serializer.collect_map(entries)
    }

    fn read(json: Document) -> Result<Option<Self>, String> {
        let Some(members) = super::object(json)? else {
            return Ok(None);
        };
        let entries = members.into_iter().filter_map(|(key, value)| {
            let value = T::read(value).transpose()?;
            Some(value.map(|value| (K::from(&key), value)))
        });
        entries.collect::<Result<_, _>>().map(Some)
    }
}
