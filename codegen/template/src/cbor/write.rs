//! The writer: generated types are written as CBOR into one growing buffer.

use std::collections::HashMap;

use aws_smithy_types::error::operation::SerializationError;

use super::read::Major;

/// A member's name as it is written. It is the name itself, which JSON puts between quotes.
macro_rules! key {
    ($name:literal) => {
        $name
    };
}
pub(crate) use key;

/// Returns the name of the member with this key, which [`key!`] made.
pub(crate) fn name(key: &str) -> &str {
    key
}

/// A structure or a union that can be written as a CBOR map. Implemented by generated code.
pub(crate) trait WriteStructure {
    /// Writes those members that have a value, each with [`CborWriter::member`].
    fn write_members(&self, cbor: &mut CborWriter);
}

/// A variant without a value.
impl WriteStructure for () {
    fn write_members(&self, _: &mut CborWriter) {}
}

/// Writes CBOR values one after the other.
///
/// The first error is kept until the [end](CborWriter::finish), so that writing a value can't fail.
pub(crate) struct CborWriter {
    out: Vec<u8>,
    error: Option<SerializationError>,
}

impl CborWriter {
    /// Creates a writer that has written nothing.
    pub(crate) fn new() -> Self {
        Self { out: Vec::with_capacity(1024), error: None }
    }

    /// Returns what has been written, or the first error.
    pub(crate) fn finish(self) -> Result<Vec<u8>, SerializationError> {
        self.error.map_or(Ok(self.out), Err)
    }

    /// Writes a map of indefinite length, since the number of members that have a value isn't known beforehand.
    pub(crate) fn structure<T: WriteStructure>(&mut self, value: &T) {
        self.out.push(0xbf);
        value.write_members(self);
        self.out.push(0xff);
    }

    /// Writes a member of a map, if it has a value.
    pub(crate) fn member<T: ?Sized>(
        &mut self,
        key: &'static str,
        value: Option<&T>,
        write: impl FnOnce(&mut Self, &T),
    ) {
        if let Some(value) = value {
            self.string(key);
            write(self, value);
        }
    }

    /// Keeps the error that the union of this name holds a variant that was unknown when this crate was made.
    pub(crate) fn unknown_variant(&mut self, union: &'static str) {
        self.error.get_or_insert(SerializationError::unknown_variant(union));
    }

    /// Writes an array.
    pub(crate) fn list<T>(&mut self, items: &[T], write: impl Fn(&mut Self, &T)) {
        self.head(Major::Array, items.len() as u64);
        for item in items {
            write(self, item);
        }
    }

    /// Writes a map, in its own order.
    pub(crate) fn map<K: AsRef<str>, T>(&mut self, map: &HashMap<K, T>, write: impl Fn(&mut Self, &T)) {
        self.head(Major::Map, map.len() as u64);
        for (key, value) in map {
            self.string(key);
            write(self, value);
        }
    }

    /// Writes a string, or an enum as the string it stands for.
    pub(crate) fn string<T: AsRef<str> + ?Sized>(&mut self, value: &T) {
        self.bytes(Major::Text, value.as_ref().as_bytes());
    }

    /// Writes a boolean.
    pub(crate) fn boolean(&mut self, value: &bool) {
        self.out.push(if *value { 0xf5 } else { 0xf4 });
    }

    /// Writes a `byte`, `short`, `integer` or `long`, in as few bytes as possible.
    pub(crate) fn integer<T: Copy + Into<i64>>(&mut self, value: &T) {
        match u64::try_from((*value).into()) {
            Ok(value) => self.head(Major::Unsigned, value),
            // The complement of the bits is -1 - value.
            Err(_) => self.head(Major::Negative, !(*value).into() as u64),
        }
    }

    /// Writes a `float` or `double`, in four bytes if that doesn't change it.
    pub(crate) fn double<T: Copy + Into<f64>>(&mut self, value: &T) {
        let value: f64 = (*value).into();
        let single = value as f32;
        if f64::from(single) == value || value.is_nan() {
            self.out.push(0xfa);
            self.out.extend(single.to_be_bytes());
        } else {
            self.out.push(0xfb);
            self.out.extend(value.to_be_bytes());
        }
    }

    /// Writes `null`.
    pub(super) fn null(&mut self) {
        self.out.push(0xf6);
    }

    pub(super) fn bytes(&mut self, major: Major, bytes: &[u8]) {
        self.head(major, bytes.len() as u64);
        self.out.extend(bytes);
    }

    /// Writes the beginning of an item, in as few bytes as possible.
    pub(super) fn head(&mut self, major: Major, argument: u64) {
        let major = (major as u8) << 5;
        let bytes = argument.to_be_bytes();
        let (info, length) = match argument {
            0..24 => (bytes[7], 0),
            24..0x100 => (24, 1),
            0x100..0x1_0000 => (25, 2),
            0x1_0000..0x1_0000_0000 => (26, 4),
            _ => (27, 8),
        };
        self.out.push(major | info);
        self.out.extend(&bytes[8 - length..]);
    }
}
