//! Values that hold others: lists, maps, structures, unions, and the body of a response.

use std::{collections::HashMap, hash::Hash};

use super::{JsonError, JsonReader, error::Read};

/// A builder that can be filled from JSON. Implemented by generated code.
pub(crate) trait ReadStructure: Default {
    /// What the builder builds.
    type Value;

    /// The names of the members on the wire, best in the order in which the service sends them.
    const MEMBERS: &'static [&'static str];

    /// Reads the value of this member of [`Self::MEMBERS`]; of any other index, [skips](JsonReader::skip) it.
    fn read_member(&mut self, member: usize, json: &mut JsonReader<'_>) -> Result<(), JsonError>;

    /// Builds the value; required members that were missing get a default.
    fn finish(self) -> Self::Value;
}

/// A union that can be read from JSON. Implemented by generated code.
pub(crate) trait ReadUnion: Sized {
    /// The names of the variants on the wire.
    const MEMBERS: &'static [&'static str];

    /// Reads this variant of [`Self::MEMBERS`]; of any other index, [skips](JsonReader::skip) it and is unknown.
    fn read_variant(member: usize, json: &mut JsonReader<'_>) -> Read<Self>;
}

/// Implements [`ReadStructure`] for a builder. After the head there is a line for each member: its index,
/// its name on the wire, the field that takes it, and what reads it. `field else value` is what stands in for a
/// required member that was missing; `tries` says that the builder asks for one.
macro_rules! read_structure {
    (
        $json:ident: $builder:ty => $value:ty $(, $tries:ident)?;
        $($index:literal $name:literal => $field:ident = $read:expr;)*
        $($missing:ident else $default:expr;)*
    ) => {
        impl ReadStructure for $builder {
            type Value = $value;

            const MEMBERS: &'static [&'static str] = &[$($name),*];

            fn read_member(&mut self, member: usize, $json: &mut JsonReader<'_>) -> Result<(), JsonError> {
                match member {
                    $($index => self.$field = $read,)*
                    _ => $json.skip()?,
                }
                Ok(())
            }

            #[allow(unused_mut, reason = "most structures have no such members")]
            fn finish(mut self) -> Self::Value {
                $(if self.$missing.is_none() {
                    self.$missing = Some($default);
                })*
                $crate::json::read_structure!(@built self.build() $(, $tries)?)
            }
        }
    };
    (@built $value:expr) => { $value };
    (@built $value:expr, tries) => { $value.expect("every required member has a value") };
}
pub(crate) use read_structure;

/// Implements [`ReadUnion`]. For each variant there is a line with its index, its name on the wire, and what reads it.
macro_rules! read_union {
    ($json:ident: $union:ty; $($index:literal $name:literal => $variant:expr;)*) => {
        impl ReadUnion for $union {
            const MEMBERS: &'static [&'static str] = &[$($name),*];

            fn read_variant(member: usize, $json: &mut JsonReader<'_>) -> Result<Option<Self>, JsonError> {
                Ok(match member {
                    $($index => $variant,)*
                    _ => $json.skip().map(|()| Some(Self::Unknown))?,
                })
            }
        }
    };
}
pub(crate) use read_union;

impl<'a> JsonReader<'a> {
    /// Reads the whole body of a response into a builder that may know more from elsewhere, as from headers.
    /// No bytes at all are an object without members.
    pub(crate) fn read_members_into<B: ReadStructure>(mut self, builder: &mut B) -> Result<(), JsonError> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        match self.members(builder)? {
            true => self.end(),
            false => Err(JsonError::new(0, "an object", "null")),
        }
    }

    /// Reads an object into the builder `B`, and builds.
    pub(crate) fn structure<B: ReadStructure>(&mut self) -> Read<B::Value> {
        let mut builder = B::default();
        Ok(self.members(&mut builder)?.then(|| builder.finish()))
    }

    /// Reads an object with exactly one member that isn't `null`. The type that some services add isn't counted.
    pub(crate) fn union<T: ReadUnion>(&mut self) -> Read<T> {
        let start = self.at;
        let mut variant = None;
        let present = self.each(b'{', |json| {
            let key = json.key()?;
            if json.peek() == Some(b'n') {
                return json.literal("null");
            }
            match &*key.unescape()? {
                "__type" => json.skip()?,
                _ if variant.is_some() => {
                    return Err(JsonError::new(json.at, "one variant of a union", "two"));
                }
                key => variant = T::read_variant(find(key, T::MEMBERS, 0), json)?,
            }
            Ok(())
        })?;
        if present && variant.is_none() {
            return Err(JsonError::new(start, "one variant of a union", "none"));
        }
        Ok(variant)
    }

    /// Reads an array, without the `null`s in it.
    pub(crate) fn list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        let mut items = Vec::new();
        let present = self.each(b'[', |json| {
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
        let present = self.each(b'{', |json| {
            let key = K::from(&*json.key()?.unescape()?);
            if let Some(value) = read(json)? {
                map.insert(key, value);
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

    fn members<B: ReadStructure>(&mut self, builder: &mut B) -> Result<bool, JsonError> {
        let mut guess = 0;
        self.each(b'{', |json| {
            let member = json.member(B::MEMBERS, &mut guess)?;
            builder.read_member(member, json)
        })
    }

    /// Reads a key: the index of its member, if it is known. Members mostly come in a fixed order, so the key is first
    /// compared in place with the member after the last one.
    fn member(&mut self, members: &[&str], guess: &mut usize) -> Result<usize, JsonError> {
        self.peek();
        let rest = &self.bytes[self.at..];
        let member = match members.get(*guess) {
            Some(name) if begins_with_key(rest, name) => {
                self.at += name.len() + 3;
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

/// Is there, without spaces, the key `name` and a colon?
#[inline]
fn begins_with_key(json: &[u8], name: &str) -> bool {
    let Some((key, rest)) = json.split_at_checked(name.len() + 1) else {
        return false;
    };
    key[0] == b'"' && key[1..] == *name.as_bytes() && rest.starts_with(b"\":")
}

/// The index of `key` in `members`, looked for first from `guess` on; if there is none, their number.
fn find(key: &str, members: &[&str], guess: usize) -> usize {
    let is_key = |index: &usize| members[*index] == key;
    (guess..members.len()).chain(0..guess.min(members.len())).find(is_key).unwrap_or(members.len())
}
