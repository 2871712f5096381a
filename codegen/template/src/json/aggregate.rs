//! Values that hold others: lists, maps, structures, unions, and the body of a response.

use std::{collections::HashMap, hash::Hash};

use super::{JsonError, JsonReader, error::Read};

/// A structure or union, which is a JSON object. Implemented by generated code.
pub(crate) trait Members {
    /// The keys of the members, each made by [`key!`](super::key), best in the order in which the service sends them. They
    /// include members outside the body, which only serde reads and writes here.
    const MEMBERS: &'static [&'static str];
}

/// A builder that can be filled from JSON. Implemented by generated code.
pub(crate) trait ReadStructure: Default {
    /// The type that the builder builds.
    type Value: Members;

    /// Reads the value of the member with this index in [`Members::MEMBERS`]; [skips](JsonReader::skip) the value if the
    /// index is that of no member.
    fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError>;

    /// Builds the value; required members that were missing get a default.
    fn finish(self) -> Self::Value;
}

/// A union that can be read from JSON. Implemented by generated code.
pub(crate) trait ReadUnion: Members + Sized {
    /// Reads the value of the variant with this index in [`Members::MEMBERS`]; [skips](JsonReader::skip) the value of an
    /// unknown variant.
    fn read_variant(member: usize, json: &mut JsonReader<'_>) -> Result<Option<Self>, JsonError>;
}

/// Reads the value of the member with this index.
type ReadMember<'r, Reader> = &'r mut dyn FnMut(usize, &mut Reader) -> Result<(), JsonError>;

impl JsonReader<'_> {
    /// Reads the value of a member with `read` and puts it into `place`.
    pub(crate) fn member<T>(
        &mut self,
        place: &mut Option<T>,
        read: impl FnOnce(&mut Self) -> Read<T>,
    ) -> Result<(), JsonError> {
        *place = read(self)?;
        Ok(())
    }

    /// Reads the whole body of a response into a builder that may know more from elsewhere, as from headers.
    /// No bytes at all are an object without members.
    pub(crate) fn read_members_into<B: ReadStructure>(mut self, builder: &mut B) -> Result<(), JsonError> {
        self.body(B::Value::MEMBERS, &mut |member, json| builder.read_member(member, json))
    }

    /// Reads an object into the builder `B`, and builds.
    pub(crate) fn structure<B: ReadStructure>(&mut self) -> Read<B::Value> {
        let mut builder = B::default();
        let read = &mut |member, json: &mut Self| builder.read_member(member, json);
        let present = self.object(B::Value::MEMBERS, read)?;
        Ok(if present { Some(builder.finish()) } else { None })
    }

    /// Reads an object with exactly one member that isn't `null`. The type that some services add isn't counted.
    pub(crate) fn union<T: ReadUnion>(&mut self) -> Read<T> {
        let mut variant = None;
        self.one_member(T::MEMBERS, &mut |member, json| {
            variant = T::read_variant(member, json)?;
            Ok(variant.is_some())
        })?;
        Ok(variant)
    }

    /// Reads an array, without the `null`s in it.
    pub(crate) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        let mut items = Vec::new();
        let present = self.array(&mut |json| {
            if let Some(item) = read(json)? {
                items.push(item);
            }
            Ok(())
        })?;
        Ok(present.then_some(items))
    }

    /// Reads an object as a map from strings or enums, without the members that are `null`.
    pub(crate) fn map<K: for<'s> From<&'s str> + Eq + Hash, T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<HashMap<K, T>> {
        let mut map = HashMap::new();
        let present = self.entries(&mut |key, json| {
            if let Some(value) = read(json)? {
                map.insert(K::from(key), value);
            }
            Ok(())
        })?;
        Ok(present.then_some(map))
    }

    /// Only whitespace may be left.
    pub(crate) fn end(&mut self) -> Result<(), JsonError> {
        match self.peek() {
            None => Ok(()),
            Some(_) => Err(self.expected("the end")),
        }
    }

    /// Reads a key: the index of its member, if it is known. Members mostly come in a fixed order, so the key is first
    /// compared in place with the member after the last one.
    fn member_index(&mut self, members: &[&str], guess: &mut usize) -> Result<usize, JsonError> {
        self.peek();
        let rest = &self.bytes[self.at..];
        let member = match members.get(*guess) {
            Some(key) if rest.starts_with(key.as_bytes()) => {
                self.at += key.len();
                *guess
            }
            _ => find(&self.key()?.unescape()?, members, *guess),
        };
        if member < members.len() {
            *guess = member + 1;
        }
        Ok(member)
    }
}

/// The loops over the elements of a value. They aren't generic, so they are compiled once and not for each type.
impl JsonReader<'_> {
    /// Reads the whole body of a response as an object.
    fn body(&mut self, members: &[&str], read: ReadMember<'_, Self>) -> Result<(), JsonError> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        match self.object(members, read)? {
            true => self.end(),
            false => Err(JsonError::new(0, "an object", "null")),
        }
    }

    /// Reads an object; `read` reads the value of the member with this index in `members`. False if there is `null` instead.
    fn object(&mut self, members: &[&str], read: ReadMember<'_, Self>) -> Result<bool, JsonError> {
        let mut guess = 0;
        self.each(b'{', |json| {
            let member = json.member_index(members, &mut guess)?;
            read(member, json)
        })
    }

    /// Reads an object with one known member; `read` returns whether the member was known.
    fn one_member(
        &mut self,
        members: &[&str],
        read: &mut dyn FnMut(usize, &mut Self) -> Result<bool, JsonError>,
    ) -> Result<(), JsonError> {
        let start = self.at;
        let mut found = false;
        let present = self.each(b'{', |json| {
            let key = json.key()?;
            if json.peek() == Some(b'n') {
                return json.literal("null");
            }
            match &*key.unescape()? {
                "__type" => json.skip()?,
                _ if found => return Err(JsonError::new(json.at, "one variant of a union", "two")),
                key => found = read(find(key, members, 0), json)?,
            }
            Ok(())
        })?;
        if present && !found {
            return Err(JsonError::new(start, "one variant of a union", "none"));
        }
        Ok(())
    }

    /// Reads an array; `read` reads an item. False if there is `null` instead.
    fn array(&mut self, read: &mut dyn FnMut(&mut Self) -> Result<(), JsonError>) -> Result<bool, JsonError> {
        self.each(b'[', read)
    }

    /// Reads an object; `read` reads the value of the key. False if there is `null` instead.
    fn entries(
        &mut self,
        read: &mut dyn FnMut(&str, &mut Self) -> Result<(), JsonError>,
    ) -> Result<bool, JsonError> {
        self.each(b'{', |json| {
            let key = json.key()?.unescape()?;
            read(&key, json)
        })
    }
}

/// The index of the member called `name`, looked for first from `guess` on; if there is none, the number of members.
fn find(name: &str, members: &[&str], guess: usize) -> usize {
    let is_name = |index: &usize| super::name(members[*index]) == name;
    (guess..members.len()).chain(0..guess.min(members.len())).find(is_name).unwrap_or(members.len())
}
