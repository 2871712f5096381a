//! Flattened lists and maps, whose items are elements beside the other members.

use std::{collections::HashMap, hash::Hash};

use super::{XmlReader, XmlWriter, error::Read};

impl XmlReader<'_> {
    /// Reads another item of a list.
    pub(crate) fn item<T>(
        &mut self,
        items: Option<Vec<T>>,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<Vec<T>> {
        let mut items = items.unwrap_or_default();
        items.extend(read(self)?);
        Ok(Some(items))
    }

    /// Reads another entry of a map.
    pub(crate) fn flattened_entry<K: for<'s> From<&'s str> + Eq + Hash, T>(
        &mut self,
        map: Option<HashMap<K, T>>,
        names: [&'static str; 2],
        read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<HashMap<K, T>> {
        let mut map = map.unwrap_or_default();
        map.extend(self.entry(names, read)?);
        Ok(Some(map))
    }
}

impl XmlWriter {
    /// Writes each item of a list as an element of this name.
    pub(crate) fn flattened_list<T>(
        &mut self,
        name: &'static str,
        items: Option<&Vec<T>>,
        write: impl Fn(&mut Self, &T),
    ) {
        self.list(items.map(Vec::as_slice).unwrap_or_default(), name, write);
    }

    /// Writes each entry of a map as an element of this name.
    pub(crate) fn flattened_map<K: AsRef<str>, T>(
        &mut self,
        name: &'static str,
        map: Option<&HashMap<K, T>>,
        names: [&'static str; 2],
        write: impl Fn(&mut Self, &T),
    ) {
        for entry in map.into_iter().flatten() {
            self.member(name, Some(&entry), |xml, entry| xml.entry(*entry, names, &write));
        }
    }
}
