//! Flattened lists and maps, whose items are elements beside the other members.

use std::{collections::HashMap, hash::Hash};

use super::{XmlReader, error::Read};

impl XmlReader<'_> {
    /// Reads another item of a list.
    pub(crate) fn flattened_item<T>(
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

    /// Reads all items of a flattened list or map by `read`, which gets those read so far, as long as elements of the same
    /// name follow one another.
    pub(crate) fn repeated<T>(&mut self, mut read: impl FnMut(&mut Self, Option<T>) -> Read<T>) -> Read<T> {
        let name = self.innermost();
        let mut value = read(self, None)?;
        while self.next_is(name) {
            self.next()?;
            value = read(self, value)?;
        }
        Ok(value)
    }
}
