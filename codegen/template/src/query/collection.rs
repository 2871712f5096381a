//! Lists and maps, whose items are numbered from 1 on.

use std::collections::HashMap;

use super::QueryWriter;

impl QueryWriter {
    /// Writes the items of a list below a segment called `member`; a list without items is a parameter without value.
    pub(crate) fn list<T>(&mut self, items: &[T], member: &'static str, write: impl Fn(&mut Self, &T)) {
        match items.is_empty() {
            true => self.text(""),
            false => self.named(member, |query| query.numbered(items, write)),
        }
    }

    /// Writes the items of a list directly below the name of the list.
    pub(crate) fn numbered<'t, T: 't>(
        &mut self,
        items: impl IntoIterator<Item = &'t T>,
        write: impl Fn(&mut Self, &T),
    ) {
        for (index, item) in items.into_iter().enumerate() {
            self.named(&(index + 1).to_string(), |query| write(query, item));
        }
    }

    /// Writes the items of a flattened list.
    pub(crate) fn flattened_list<T>(
        &mut self,
        name: &'static str,
        items: Option<&Vec<T>>,
        write: impl Fn(&mut Self, &T),
    ) {
        self.member(name, items, |query, items| query.numbered(items, write));
    }

    /// Writes the entries of a map, in its own order.
    pub(crate) fn map<K: AsRef<str>, T>(
        &mut self,
        map: &HashMap<K, T>,
        names: [&'static str; 2],
        write: impl Fn(&mut Self, &T),
    ) {
        self.named("entry", |query| query.entries(map, names, write));
    }

    /// Writes the entries of a flattened map, in its own order.
    pub(crate) fn flattened_map<K: AsRef<str>, T>(
        &mut self,
        name: &'static str,
        map: Option<&HashMap<K, T>>,
        names: [&'static str; 2],
        write: impl Fn(&mut Self, &T),
    ) {
        self.member(name, map, |query, map| query.entries(map, names, write));
    }

    fn entries<K: AsRef<str>, T>(
        &mut self,
        map: &HashMap<K, T>,
        [key_name, value_name]: [&'static str; 2],
        write: impl Fn(&mut Self, &T),
    ) {
        for (index, (key, value)) in map.iter().enumerate() {
            self.named(&(index + 1).to_string(), |query| {
                query.member(key_name, Some(key), Self::string);
                query.member(value_name, Some(value), &write);
            });
        }
    }
}
