//! Sparse lists and maps: those that may hold `null`.

use std::{collections::HashMap, hash::Hash};

use super::{JsonReader, JsonWriter, error::Read};

impl JsonReader<'_> {
    /// Reads an array, with the `null`s in it.
    pub(crate) fn sparse_list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<Vec<Option<T>>> {
        self.list(|json| read(json).map(Some))
    }

    /// Reads an object as a map from strings or enums, with the members that are `null`.
    pub(crate) fn sparse_map<K: for<'s> From<&'s str> + Eq + Hash, T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<HashMap<K, Option<T>>> {
        self.map(|json| read(json).map(Some))
    }
}

impl JsonWriter {
    /// Writes an array in which `None` is `null`.
    pub(crate) fn sparse_list<T>(&mut self, items: &[Option<T>], write: impl Fn(&mut Self, &T)) {
        self.list(items, |json, item| json.value_or_null(item, &write));
    }

    /// Writes a map in which `None` is `null` as an object, in its own order.
    pub(crate) fn sparse_map<K: AsRef<str>, T>(
        &mut self,
        map: &HashMap<K, Option<T>>,
        write: impl Fn(&mut Self, &T),
    ) {
        self.map(map, |json, value| json.value_or_null(value, &write));
    }

    fn value_or_null<T>(&mut self, value: &Option<T>, write: impl Fn(&mut Self, &T)) {
        match value {
            Some(value) => write(self, value),
            None => self.null(),
        }
    }
}
