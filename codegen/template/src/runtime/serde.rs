//! Feature `serde`: inputs, outputs and the types in them as serde values, in the form that they have on the wire.
//!
//! They are written member by member and read by way of a [`Document`], so a format has to describe itself, as JSON,
//! YAML and CBOR do. Emitted code lists the members; the macros here do the rest, with whole paths as everywhere.
#![allow(dead_code, unused_imports, unused_macros, reason = "which types there are depends on the model")]

pub(crate) mod tree;
mod value;

use std::{collections::HashMap, marker::PhantomData};

use aws_smithy_types::{Document, date_time::Format};
use serde::Serialize;
pub(crate) use serde::{Serializer, ser::SerializeMap};

pub(crate) use tree::{deserialize, object, unexpected, variant};

/// A value that has a form on the wire; `F` is that of the timestamps in it.
pub(crate) trait Wire<F = EpochSeconds>: Sized {
    /// Writes the value.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// Reads a value, which isn't there if it is `null`. The error says what was expected where.
    fn read(json: Document) -> Result<Option<Self>, String>;
}

/// The format of a timestamp.
pub(crate) trait TimeFormat {
    const FORMAT: Format;
}

macro_rules! time_formats {
    ($($(#[$doc:meta])* $format:ident;)*) => {
        $($(#[$doc])*
        pub(crate) struct $format;

        impl TimeFormat for $format {
            const FORMAT: Format = Format::$format;
        })*
    };
}

time_formats! {
    /// Seconds since 1970, as a number. That is the format unless the model says otherwise.
    EpochSeconds;
    /// A timestamp such as `"1985-04-12T23:20:50.52Z"`, or with an offset instead of `Z`.
    DateTime;
    /// A timestamp such as `"Tue, 29 Apr 2014 18:30:38 GMT"`.
    HttpDate;
}

/// A value of which serde is to write the form on the wire.
struct OnWire<'a, T, F>(&'a T, PhantomData<F>);

impl<T: Wire<F>, F> Serialize for OnWire<'_, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

/// Writes a member of an object, if it has a value.
pub(crate) fn write_member<T: Wire<F>, F, M: SerializeMap>(
    object: &mut M,
    name: &str,
    value: Option<&T>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => object.serialize_entry(name, &OnWire(value, PhantomData::<F>)),
        None => Ok(()),
    }
}

/// Reads a member of an object, if it is there.
pub(crate) fn read_member<T: Wire<F>, F>(
    object: &mut HashMap<String, Document>,
    name: &str,
) -> Result<Option<T>, String> {
    object.remove(name).map_or(Ok(None), |json| read_named(name, json))
}

/// Reads a value, and names it in the error.
pub(crate) fn read_named<T: Wire<F>, F>(name: &str, json: Document) -> Result<Option<T>, String> {
    T::read(json).map_err(|error| format!("{name}: {error}"))
}

/// The value unless it is that of its type's default.
pub(crate) fn unless_zero<T: Default + PartialEq>(value: &T) -> Option<&T> {
    Some(value).filter(|value| **value != T::default())
}

/// The format of a member's timestamps.
macro_rules! format_of {
    () => {
        $crate::runtime::serde::EpochSeconds
    };
    ($format:ident) => {
        $crate::runtime::serde::$format
    };
}
pub(crate) use format_of;

/// The value of a member, if it is to be written: a `zero` isn't.
macro_rules! present {
    ($value:expr,) => {
        $value.as_ref()
    };
    ($value:expr, zero) => {
        $crate::runtime::serde::unless_zero(&$value)
    };
    ($value:expr, $presence:ident) => {
        Some(&$value)
    };
}
pub(crate) use present;

/// Implements the traits of serde, and [`Wire`] with these two functions.
macro_rules! on_wire {
    ($name:ident, |$self:ident, $serializer:ident| $write:block, |$json:ident| $read:block) => {
        impl $crate::runtime::serde::Wire for $name {
            fn write<S: ::serde::Serializer>(&$self, $serializer: S) -> std::result::Result<S::Ok, S::Error> $write

            fn read(
                $json: aws_smithy_types::Document,
            ) -> std::result::Result<std::option::Option<Self>, std::string::String> $read
        }

        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                $crate::runtime::serde::Wire::write(self, serializer)
            }
        }

        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                $crate::runtime::serde::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use on_wire;

/// Implements what serde needs for a structure: how its builder builds, then the members, each with its name on the
/// wire, the format of its timestamps, its field, its setter, and its presence.
///
/// A `streaming` one can't be a serde value. In a `completed` one, required members that are missing get the value that
/// they get in responses.
macro_rules! structure {
    ($verb:ident $value:ident [streaming] $($members:tt)*) => {};
    ($verb:ident $value:ident [$($completed:ident)?] $(
        $wire:literal [$($format:ident)?] $field:ident $set:ident [$($presence:ident)?];
    )*) => {
        $crate::runtime::serde::on_wire! {
            $value,
            |self, serializer| {
                use $crate::runtime::serde::*;
                let mut _object = Serializer::serialize_map(serializer, None)?;
                $(write_member::<_, format_of!($($format)?), _>(
                    &mut _object,
                    $wire,
                    present!(self.$field, $($presence)?),
                )?;)*
                SerializeMap::end(_object)
            },
            |json| {
                use $crate::runtime::serde::*;
                let Some(mut _object) = object(json)? else {
                    return Ok(None);
                };
                let builder = Self::builder()
                    $(.$set(read_member::<_, format_of!($($format)?)>(&mut _object, $wire)?))*;
                structure!(@build $verb [$($completed)?] builder)
            }
        }
    };
    (@build $verb:ident [completed] $builder:ident) => {
        Ok(Some($crate::json::ReadStructure::finish($builder)))
    };
    (@build builds [] $builder:ident) => {
        Ok(Some($builder.build()))
    };
    (@build tries [] $builder:ident) => {
        $builder.build().map(Some).map_err(|error| std::string::ToString::to_string(&error))
    };
}
pub(crate) use structure;

/// Implements what serde needs for a union: its variants, each with its name on the wire, the format of its timestamps
/// and, if it has a value, the type of that. `Unknown` has a name of its own, which is read as it again.
macro_rules! union {
    ($union:ident; $($wire:literal [$($format:ident)?] $variant:ident $(: $ty:ty)?;)*) => {
        $crate::runtime::serde::on_wire! {
            $union,
            |self, serializer| {
                use $crate::runtime::serde::*;
                let mut object = Serializer::serialize_map(serializer, Some(1))?;
                match self {
                    $(union!(@pattern $variant value $($ty)?) => write_member::<_, format_of!($($format)?), _>(
                        &mut object,
                        $wire,
                        Some(union!(@value value $($ty)?)),
                    )?,)*
                    Self::Unknown => {
                        write_member::<_, EpochSeconds, _>(&mut object, "SDK_UNKNOWN_MEMBER", Some(&()))?
                    }
                }
                SerializeMap::end(object)
            },
            |json| {
                use $crate::runtime::serde::*;
                let Some((name, _value)) = variant(json)? else {
                    return Ok(None);
                };
                Ok(match &*name {
                    $($wire => union!(@read $variant _value $wire [$($format)?] $($ty)?),)*
                    _ => Some(Self::Unknown),
                })
            }
        }
    };
    (@pattern $variant:ident $value:ident) => { Self::$variant };
    (@pattern $variant:ident $value:ident $ty:ty) => { Self::$variant($value) };
    (@value $value:ident) => { &() };
    (@value $value:ident $ty:ty) => { $value };
    (@read $variant:ident $value:ident $wire:literal []) => { Some(Self::$variant) };
    (@read $variant:ident $value:ident $wire:literal [$($format:ident)?] $ty:ty) => {
        read_named::<_, format_of!($($format)?)>($wire, $value)?.map(Self::$variant)
    };
}
pub(crate) use union;

/// Implements what serde needs for an enum, which is a string on the wire.
macro_rules! string {
    ($name:ident) => {
        $crate::runtime::serde::on_wire! {
            $name,
            |self, serializer| { ::serde::Serializer::serialize_str(serializer, self.as_str()) },
            |json| {
                let text = <std::string::String as $crate::runtime::serde::Wire>::read(json)?;
                Ok(text.map(|text| std::convert::From::from(text.as_str())))
            }
        }
    };
}
pub(crate) use string;
