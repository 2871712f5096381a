//! Lists and maps that are elements of their own.

use std::{collections::HashMap, hash::Hash};

use super::{XmlError, XmlReader, error::Read, tag};

impl XmlReader<'_> {
    /// Reads a list, whose items are elements called `member`.
    pub(crate) fn list<T>(
        &mut self,
        member: &'static str,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<Vec<T>> {
        let mut items = Vec::new();
        while let Some(tag) = self.next()? {
            match tag::matches(tag.name, member) {
                true => items.extend(read(self)?),
                false => self.skip()?,
            }
        }
        Ok(Some(items))
    }

    /// Reads a map from strings or enums, whose entries are elements called `entry` that contain an element `key` and
    /// an element `value`.
    pub(crate) fn map<K: for<'s> From<&'s str> + Eq + Hash, T>(
        &mut self,
        [key, value]: [&'static str; 2],
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<HashMap<K, T>> {
        let mut map = HashMap::new();
        while let Some(tag) = self.next()? {
            match tag::matches(tag.name, "entry") {
                true => map.extend(self.entry([key, value], &mut read)?),
                false => self.skip()?,
            }
        }
        Ok(Some(map))
    }

    /// Reads an entry of a map.
    pub(super) fn entry<K: for<'s> From<&'s str>, T>(
        &mut self,
        [key_name, value_name]: [&'static str; 2],
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<(K, T)> {
        let start = self.at;
        let (mut key, mut value) = (None, None);
        while let Some(tag) = self.next()? {
            match tag.name {
                name if tag::matches(name, key_name) => key = self.string_enum()?,
                name if tag::matches(name, value_name) => value = read(self)?,
                _ => self.skip()?,
            }
        }
        match key.zip(value) {
            Some(entry) => Ok(Some(entry)),
            None => Err(XmlError::new(start, "the key and the value of an entry", "less")),
        }
    }
}
