//! Implements serde for inputs, outputs and their types, in their wire representation.
//!
//! Values are written member by member and read from a [`Document`], so only self-describing formats such as JSON, YAML and
//! CBOR are supported. Emitted code lists the members; the macros here implement the traits. Paths in macros are complete.
#![allow(dead_code, unused_imports, unused_macros, reason = "which types there are depends on the model")]

pub(crate) mod tree;
mod value;

use std::{collections::HashMap, marker::PhantomData};

use aws_smithy_types::{Document, date_time::Format};
use serde::Serialize;
pub(crate) use serde::{Serializer, ser::SerializeMap};

use crate::codec;
pub(crate) use tree::{deserialize, object, unexpected, variant};

/// A value with a wire representation; `F` is the format of the timestamps in it.
pub(crate) trait Wire<F = EpochSeconds>: Sized {
    /// Writes the value.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error>;

    /// Reads a value; `null` is no value. The error says what was expected and where.
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
    /// Seconds since 1970 as a number, which is the format unless the model specifies another one.
    EpochSeconds;
    /// A timestamp such as `"1985-04-12T23:20:50.52Z"`, or with an offset instead of `Z`.
    DateTime;
    /// A timestamp such as `"Tue, 29 Apr 2014 18:30:38 GMT"`.
    HttpDate;
}

/// A value that serde writes in its wire representation.
struct OnWire<'a, T, F>(&'a T, PhantomData<F>);

impl<T: Wire<F>, F> Serialize for OnWire<'_, T, F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.write(serializer)
    }
}

/// Writes the member of an object that has the next of the `keys`, if it has a value.
pub(crate) fn write_member<T: Wire<F>, F, M: SerializeMap>(
    object: &mut M,
    keys: impl IntoIterator<Item = &'static &'static str>,
    value: Option<&T>,
) -> Result<(), M::Error> {
    let key = keys.into_iter().next().expect("every member has a key");
    match value {
        Some(value) => object.serialize_entry(codec::name(key), &OnWire(value, PhantomData::<F>)),
        None => Ok(()),
    }
}

/// Reads the member of an object that has the next of the `keys`, if it is there.
pub(crate) fn read_member<T: Wire<F>, F>(
    object: &mut HashMap<String, Document>,
    keys: impl IntoIterator<Item = &'static &'static str>,
) -> Result<Option<T>, String> {
    let key = keys.into_iter().next().expect("every member has a key");
    let name = codec::name(key);
    object.remove(name).map_or(Ok(None), |json| read_named(name, json))
}

/// Reads a value; an error contains its name.
pub(crate) fn read_named<T: Wire<F>, F>(name: &str, json: Document) -> Result<Option<T>, String> {
    T::read(json).map_err(|error| format!("{name}: {error}"))
}

/// Returns the value, unless it is the default of its type.
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

/// The value of a member, if it is to be written: an `Option` without a value isn't, nor is a `nonzero` that is zero.
macro_rules! present {
    ($value:expr) => {
        $value.as_ref()
    };
    ($value:expr, nonzero) => {
        $crate::runtime::serde::unless_zero(&$value)
    };
    ($value:expr, value) => {
        Some(&$value)
    };
}
pub(crate) use present;

/// Implements the traits of serde, and [`Wire`] with these two functions.
macro_rules! on_wire {
    ($name:ty, |$self:ident, $serializer:ident| $write:block, |$json:ident| $read:block) => {
        impl $crate::runtime::serde::Wire for $name {
            fn write<S: ::serde::Serializer>(&$self, $serializer: S) -> std::result::Result<S::Ok, S::Error> $write

            fn read(
                $json: aws_smithy_types::Document,
            ) -> std::result::Result<std::option::Option<Self>, std::string::String> $read
        }

        #[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
        impl ::serde::Serialize for $name {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                $crate::runtime::serde::Wire::write(self, serializer)
            }
        }

        #[cfg_attr(docsrs, doc(cfg(feature = "serde")))]
        impl<'de> ::serde::Deserialize<'de> for $name {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                $crate::runtime::serde::deserialize(deserializer)
            }
        }
    };
}
pub(crate) use on_wire;

/// Implements serde for the structure with this path in the crate. In braces follow the fields in the order of
/// its [`MEMBERS`](crate::codec::Members::MEMBERS), each with the format of its timestamps if that isn't the usual one. A
/// field that isn't an `Option` is marked as a `value`, or as `nonzero` if its zero isn't written.
///
/// Before the path stands how its builder builds: `finish` gives required members that are missing the value that they
/// get in responses, `try_build` fails if one is missing, and `build` never fails.
macro_rules! structure {
    ($build:ident $($path:ident)::+ { $($field:ident $(as $format:ident)? $(= $kind:ident)?),* }) => {
        $crate::runtime::serde::on_wire! {
            $crate::$($path)::+,
            |self, serializer| {
                use $crate::runtime::serde::*;
                let mut _object = Serializer::serialize_map(serializer, None)?;
                let mut _keys = <Self as $crate::codec::Members>::MEMBERS.iter();
                $(write_member::<_, format_of!($($format)?), _>(
                    &mut _object,
                    &mut _keys,
                    present!(self.$field $(, $kind)?),
                )?;)*
                SerializeMap::end(_object)
            },
            |json| {
                use $crate::runtime::serde::*;
                let Some(mut _object) = object(json)? else {
                    return Ok(None);
                };
                let mut _keys = <Self as $crate::codec::Members>::MEMBERS.iter();
                let mut _builder = Self::builder();
                $(_builder.$field = read_member::<_, format_of!($($format)?)>(&mut _object, &mut _keys)?;)*
                structure!(@$build _builder)
            }
        }
    };
    (@finish $builder:ident) => {
        Ok(Some($crate::codec::ReadStructure::finish($builder)))
    };
    (@build $builder:ident) => {
        Ok(Some($builder.build()))
    };
    (@try_build $builder:ident) => {
        $builder.build().map(Some).map_err(|error| std::string::ToString::to_string(&error))
    };
}
pub(crate) use structure;

/// Implements serde for the union with this path in the crate. In braces follow the variants in the order of its
/// [`MEMBERS`](crate::codec::Members::MEMBERS), each with `(_)` if it has a value, and with the format of its timestamps if
/// that isn't the usual one. `Unknown` has a name of its own, which is read as `Unknown` again.
macro_rules! union {
    ($($path:ident)::+ { $($variant:ident $(($value:tt))? $(as $format:ident)?),* }) => {
        $crate::runtime::serde::on_wire! {
            $crate::$($path)::+,
            |self, serializer| {
                use $crate::runtime::serde::*;
                let mut object = Serializer::serialize_map(serializer, Some(1))?;
                let mut _keys = <Self as $crate::codec::Members>::MEMBERS.iter();
                $(let _key = _keys.next();
                if let union!(@pattern $variant value $($value)?) = self {
                    let value = Some(union!(@value value $($value)?));
                    write_member::<_, format_of!($($format)?), _>(&mut object, _key, value)?;
                })*
                if let Self::Unknown = self {
                    let unknown = &$crate::codec::key!("SDK_UNKNOWN_MEMBER");
                    write_member::<_, EpochSeconds, _>(&mut object, Some(unknown), Some(&()))?;
                }
                SerializeMap::end(object)
            },
            |json| {
                use $crate::runtime::serde::*;
                let Some((_name, _value)) = variant(json)? else {
                    return Ok(None);
                };
                let mut _keys = <Self as $crate::codec::Members>::MEMBERS.iter();
                $(if _keys.next().is_some_and(|key| $crate::codec::name(key) == _name) {
                    return union!(@read $variant _name _value [$($format)?] $($value)?);
                })*
                Ok(Some(Self::Unknown))
            }
        }
    };
    (@pattern $variant:ident $value:ident) => { Self::$variant };
    (@pattern $variant:ident $value:ident _) => { Self::$variant($value) };
    (@value $value:ident) => { &() };
    (@value $value:ident _) => { $value };
    (@read $variant:ident $name:ident $value:ident []) => { Ok(Some(Self::$variant)) };
    (@read $variant:ident $name:ident $value:ident [$($format:ident)?] _) => {
        Ok(read_named::<_, format_of!($($format)?)>(&$name, $value)?.map(Self::$variant))
    };
}
pub(crate) use union;

/// Implements serde for an enum, which is a string in JSON.
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
