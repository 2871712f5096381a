//! Writes lists and maps, which are elements of their own or flattened.

use std::collections::HashMap;

use super::XmlWriter;

impl XmlWriter {
    /// Writes the items of a list, each as an element.
    pub(crate) fn list<T>(&mut self, items: &[T], member: &'static str, write: impl Fn(&mut Self, &T)) {
        for item in items {
            self.member(member, Some(item), &write);
        }
    }

    /// Writes the entries of a map, in its own order.
    pub(crate) fn map<K: AsRef<str>, T>(
        &mut self,
        map: &HashMap<K, T>,
        names: [&'static str; 2],
        write: impl Fn(&mut Self, &T),
    ) {
        for entry in map {
            self.member("entry", Some(&entry), |xml, entry| xml.entry(*entry, names, &write));
        }
    }

    /// Writes the key and the value of an entry.
    pub(super) fn entry<K: AsRef<str>, T>(
        &mut self,
        (key, value): (&K, &T),
        [key_name, value_name]: [&'static str; 2],
        write: impl Fn(&mut Self, &T),
    ) {
        self.member(key_name, Some(key), Self::string);
        self.member(value_name, Some(value), write);
    }

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
