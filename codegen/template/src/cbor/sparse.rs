//! Sparse lists and maps: those that may hold `null`.

use std::{collections::HashMap, hash::Hash};

use super::{CborReader, CborWriter, error::Read};

impl CborReader<'_> {
    /// Reads an array, with the `null`s in it.
    pub(crate) fn sparse_list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<Vec<Option<T>>> {
        self.list(|cbor| read(cbor).map(Some))
    }

    /// Reads a map from strings or enums, with the members that are `null`.
    pub(crate) fn sparse_map<K: for<'s> From<&'s str> + Eq + Hash, T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<HashMap<K, Option<T>>> {
        self.map(|cbor| read(cbor).map(Some))
    }
}

impl CborWriter {
    /// Writes an array in which `None` is `null`.
    pub(crate) fn sparse_list<T>(&mut self, items: &[Option<T>], write: impl Fn(&mut Self, &T)) {
        self.list(items, |cbor, item| cbor.value_or_null(item, &write));
    }

    /// Writes a map in which `None` is `null`, in its own order.
    pub(crate) fn sparse_map<K: AsRef<str>, T>(
        &mut self,
        map: &HashMap<K, Option<T>>,
        write: impl Fn(&mut Self, &T),
    ) {
        self.map(map, |cbor, value| cbor.value_or_null(value, &write));
    }

    fn value_or_null<T>(&mut self, value: &Option<T>, write: impl Fn(&mut Self, &T)) {
        match value {
            Some(value) => write(self, value),
            None => self.null(),
        }
    }
}
