//! From any deserializer to a [`Document`], and from that to an object's members.

use std::{collections::HashMap, fmt};

use aws_smithy_types::{Document, Number};
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::Wire;

/// How deep arrays and objects may be nested, as in responses.
const MAX_DEPTH: u8 = 128;

/// Reads a value.
pub(crate) fn deserialize<'de, T: Wire, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let json = Tree(MAX_DEPTH).deserialize(deserializer)?;
    let value = T::read(json).map_err(D::Error::custom)?;
    value.ok_or_else(|| D::Error::custom("expected a value, found null"))
}

/// The members of an object.
pub(crate) fn object(json: Document) -> Result<Option<HashMap<String, Document>>, String> {
    match json {
        Document::Object(members) => Ok(Some(members)),
        other => null_or("an object", &other),
    }
}

/// The only member of an object that isn't `null`. The type that some services add isn't counted.
pub(crate) fn variant(json: Document) -> Result<Option<(String, Document)>, String> {
    let Some(members) = object(json)? else {
        return Ok(None);
    };
    let is_variant = |(name, value): &(String, Document)| name != "__type" && *value != Document::Null;
    let mut variants = members.into_iter().filter(is_variant);
    match (variants.next(), variants.next()) {
        (Some(variant), None) => Ok(Some(variant)),
        (None, _) => Err("expected one variant of a union, found none".to_owned()),
        (Some(_), Some(_)) => Err("expected one variant of a union, found two".to_owned()),
    }
}

/// No value if it is `null`, and the error that it isn't the `expected` one if it is anything else.
pub(crate) fn null_or<T>(expected: &str, found: &Document) -> Result<Option<T>, String> {
    match found {
        Document::Null => Ok(None),
        other => Err(unexpected(expected, other)),
    }
}

/// The error that a value isn't the `expected` one. It doesn't tell the value, which may be a secret.
pub(crate) fn unexpected(expected: &str, found: &Document) -> String {
    let found = match found {
        Document::Object(_) => "an object",
        Document::Array(_) => "an array",
        Document::Number(_) => "a number",
        Document::String(_) => "a string",
        Document::Bool(_) => "a boolean",
        Document::Null => "null",
    };
    format!("expected {expected}, found {found}")
}

/// Reads a value of any shape, in which so many levels may be nested.
#[derive(Clone, Copy)]
struct Tree(u8);

impl Tree {
    fn inner<E: Error>(self) -> Result<Self, E> {
        let depth = self.0.checked_sub(1).map(Self);
        depth.ok_or_else(|| E::custom("expected at most 128 levels of nesting, found one more"))
    }
}

impl<'de> DeserializeSeed<'de> for Tree {
    type Value = Document;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Tree {
    type Value = Document;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value as in JSON")
    }

    fn visit_unit<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_none<E>(self) -> Result<Document, E> {
        Ok(Document::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Document, D::Error> {
        self.deserialize(deserializer)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Document, E> {
        Ok(Document::Bool(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Document, E> {
        Ok(Document::Number(Number::PosInt(value)))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Document, E> {
        Ok(Document::Number(value.try_into().map_or(Number::NegInt(value), Number::PosInt)))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Document, E> {
        Ok(Document::Number(Number::Float(value)))
    }

    fn visit_str<E>(self, value: &str) -> Result<Document, E> {
        Ok(Document::String(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Document, E> {
        Ok(Document::String(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Document, A::Error> {
        let (inner, mut array) = (self.inner()?, Vec::new());
        while let Some(item) = items.next_element_seed(inner)? {
            array.push(item);
        }
        Ok(Document::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Document, A::Error> {
        let mut object = HashMap::new();
        while let Some(name) = members.next_key::<String>()? {
            if name == ARBITRARY_PRECISION {
                return number(&members.next_value::<String>()?);
            }
            object.insert(name, members.next_value_seed(self.inner()?)?);
        }
        self.inner::<A::Error>()?;
        Ok(Document::Object(object))
    }
}

/// The name of the only member of the object that serde_json makes of a number if any crate of the program enables its
/// feature `arbitrary_precision`.
const ARBITRARY_PRECISION: &str = "$serde_json::private::Number";

/// Reads the text of a number as serde_json does without that feature.
fn number<E: Error>(text: &str) -> Result<Document, E> {
    let float = || text.parse().ok().filter(|value: &f64| value.is_finite()).map(Number::Float);
    let integer = text.parse().map(Number::PosInt).or_else(|_| text.parse().map(Number::NegInt));
    let number = integer.ok().or_else(float);
    number.map(Document::Number).ok_or_else(|| E::custom("number out of range"))
}
