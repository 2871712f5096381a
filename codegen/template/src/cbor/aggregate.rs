//! Values that hold others: lists, maps, structures, unions, and the body of a response.

use std::{collections::HashMap, hash::Hash};

use super::{CborError, CborReader, error::Read, read::Major};

/// A structure or union, which is a CBOR map. Implemented by generated code.
pub(crate) trait Members {
    /// The names of the members, preferably in the order in which the service sends them. They
    /// include members outside the body, which only serde reads and writes.
    const MEMBERS: &'static [&'static str];
}

/// A builder that can be filled from CBOR. Implemented by generated code.
pub(crate) trait ReadStructure: Default {
    /// The type that the builder builds.
    type Value: Members;

    /// Reads the value of the member with this index in [`Members::MEMBERS`]; [skips](CborReader::skip) the value if the
    /// index is that of no member.
    fn read_member(&mut self, member: usize, cbor: &mut CborReader<'_>) -> Result<(), CborError>;

    /// Builds the value; required members that were missing get a default.
    fn finish(self) -> Self::Value;
}

/// A union that can be read from CBOR. Implemented by generated code.
pub(crate) trait ReadUnion: Members + Sized {
    /// Reads the value of the variant with this index in [`Members::MEMBERS`]; [skips](CborReader::skip) the value of an
    /// unknown variant.
    fn read_variant(member: usize, cbor: &mut CborReader<'_>) -> Result<Option<Self>, CborError>;
}

impl CborReader<'_> {
    /// Reads the value of a member with `read` and puts it into `place`.
    pub(crate) fn member<T>(
        &mut self,
        place: &mut Option<T>,
        read: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Result<(), CborError> {
        *place = read(self)?;
        Ok(())
    }

    /// Reads the whole body of a response into a builder. No bytes at all are a map without members.
    pub(crate) fn read_members_into<B: ReadStructure>(mut self, builder: &mut B) -> Result<(), CborError> {
        if self.is_empty() {
            return Ok(());
        }
        match self.members(builder)? {
            true => self.end(),
            false => Err(CborError::new(0, "a map", "null")),
        }
    }

    /// Reads a map into the builder `B`, and builds.
    pub(crate) fn structure<B: ReadStructure>(&mut self) -> Read<B::Value> {
        let mut builder = B::default();
        Ok(self.members(&mut builder)?.then(|| builder.finish()))
    }

    /// Reads a map with exactly one member that isn't `null`. The type that some services add isn't counted.
    pub(crate) fn union<T: ReadUnion>(&mut self) -> Read<T> {
        let start = self.at;
        let mut variant = None;
        let present = self.each(Major::Map, |cbor| {
            let key = cbor.text()?;
            if cbor.null() {
                return Ok(());
            }
            match &*key {
                "__type" => cbor.skip()?,
                _ if variant.is_some() => {
                    return Err(CborError::new(cbor.at, "one variant of a union", "two"));
                }
                key => variant = T::read_variant(find(key, T::MEMBERS, 0), cbor)?,
            }
            Ok(())
        })?;
        if present && variant.is_none() {
            return Err(CborError::new(start, "one variant of a union", "none"));
        }
        Ok(variant)
    }

    /// Reads an array, without the `null`s in it.
    pub(crate) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        let mut items = Vec::new();
        let present = self.each(Major::Array, |cbor| {
            items.extend(read(cbor)?);
            Ok(())
        })?;
        Ok(present.then_some(items))
    }

    /// Reads a map from strings or enums, without the members that are `null`.
    pub(crate) fn map<K: for<'s> From<&'s str> + Eq + Hash, T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<HashMap<K, T>> {
        let mut map = HashMap::new();
        let present = self.each(Major::Map, |cbor| {
            let key = K::from(&*cbor.text()?);
            if let Some(value) = read(cbor)? {
                map.insert(key, value);
            }
            Ok(())
        })?;
        Ok(present.then_some(map))
    }

    fn members<B: ReadStructure>(&mut self, builder: &mut B) -> Result<bool, CborError> {
        let mut guess = 0;
        self.each(Major::Map, |cbor| {
            let member = find(&cbor.text()?, B::Value::MEMBERS, guess);
            if member < B::Value::MEMBERS.len() {
                guess = member + 1;
            }
            builder.read_member(member, cbor)
        })
    }
}

/// The index of `key` in `members`, searched for first from `guess` on; if there is none, the number of members.
fn find(key: &str, members: &[&str], guess: usize) -> usize {
    let is_key = |index: &usize| members[*index] == key;
    (guess..members.len()).chain(0..guess.min(members.len())).find(is_key).unwrap_or(members.len())
}
