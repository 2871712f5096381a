//! The reader: a cursor over the bytes of a body, and the data items of CBOR.

use std::borrow::Cow;

use super::{CborError, error::Read};

/// The number of levels that arrays, maps and tags may be nested, so that no body can exhaust the stack.
const MAX_DEPTH: u8 = 128;

/// The byte that ends an item of indefinite length.
const BREAK: u8 = 0xff;

/// The type of a data item: <https://www.rfc-editor.org/rfc/rfc8949#section-3.1>.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Major {
    Unsigned,
    Negative,
    Bytes,
    Text,
    Array,
    Map,
    Tag,
    /// Booleans, `null` and floating-point numbers.
    Simple,
}

/// The beginning of a data item.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    pub(super) major: Major,
    /// The low five bits of the first byte.
    pub(super) info: u8,
    /// The number that follows: a value, a length or a tag. `None` for an indefinite length.
    pub(super) argument: Option<u64>,
}

/// Reads CBOR values one after the other.
///
/// Every value method reads one value, and returns `None` for `null` and `undefined`.
pub(crate) struct CborReader<'a> {
    bytes: &'a [u8],
    /// The offset of the next byte.
    pub(super) at: usize,
    depth: u8,
}

impl<'a> CborReader<'a> {
    /// Creates a reader at the beginning of `bytes`.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, depth: 0 }
    }

    /// Reads a value and drops it.
    pub(crate) fn skip(&mut self) -> Result<(), CborError> {
        match self.major() {
            Some(Major::Bytes) => self.chunks(Major::Bytes).map(drop),
            Some(Major::Text) => self.chunks(Major::Text).map(drop),
            Some(Major::Array) => self.each(Major::Array, Self::skip).map(drop),
            Some(Major::Map) => {
                self.each(Major::Map, |cbor| cbor.skip().and_then(|()| cbor.skip())).map(drop)
            }
            Some(Major::Tag) => {
                self.head()?;
                self.nested(Self::skip)
            }
            Some(Major::Unsigned | Major::Negative | Major::Simple) => self.head().map(drop),
            None => Err(self.expected("a value")),
        }
    }

    /// Checks that nothing follows.
    pub(crate) fn end(&mut self) -> Result<(), CborError> {
        match self.next_byte() {
            None => Ok(()),
            Some(_) => Err(self.expected("the end")),
        }
    }

    /// Whether there are no bytes at all, which is a structure without members.
    pub(super) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// The type of the next item, which stays to be read.
    pub(super) fn major(&self) -> Option<Major> {
        Some(match self.next_byte()? >> 5 {
            0 => Major::Unsigned,
            1 => Major::Negative,
            2 => Major::Bytes,
            3 => Major::Text,
            4 => Major::Array,
            5 => Major::Map,
            6 => Major::Tag,
            _ => Major::Simple,
        })
    }

    /// The next byte, which stays to be read.
    pub(super) fn next_byte(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Reads `null` or `undefined` if it is next.
    pub(super) fn null(&mut self) -> bool {
        let is_null = matches!(self.next_byte(), Some(0xf6 | 0xf7));
        self.at += usize::from(is_null);
        is_null
    }

    /// Reads the beginning of an item.
    pub(super) fn head(&mut self) -> Result<Head, CborError> {
        let (Some(major), Some(first)) = (self.major(), self.next_byte()) else {
            return Err(self.expected("a value"));
        };
        let info = first & 0x1f;
        let length = match info {
            0..24 | 31 => 0,
            24 => 1,
            25 => 2,
            26 => 4,
            27 => 8,
            _ => return Err(self.expected("a value")),
        };
        let end = self.at + 1 + length;
        let Some(following) = self.bytes.get(self.at + 1..end) else {
            self.at = self.bytes.len();
            return Err(self.expected("the rest of a value"));
        };
        let argument = match info {
            0..24 => Some(info.into()),
            31 => None,
            _ => Some(following.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))),
        };
        self.at = end;
        Ok(Head { major, info, argument })
    }

    /// Reads an array or a map item by item; `read` reads a key and a value of a map. Returns false if there is `null`
    /// instead.
    pub(super) fn each(
        &mut self,
        major: Major,
        mut read: impl FnMut(&mut Self) -> Result<(), CborError>,
    ) -> Result<bool, CborError> {
        if self.null() {
            return Ok(false);
        }
        if self.major() != Some(major) {
            let is_map = major == Major::Map;
            return Err(self.expected(if is_map { "a map or null" } else { "an array or null" }));
        }
        let mut left = self.head()?.argument;
        self.nested(|cbor| {
            while cbor.more(&mut left) {
                read(cbor)?;
            }
            Ok(())
        })?;
        Ok(true)
    }

    /// Whether there is another item, of a known number of items or before the break.
    fn more(&mut self, left: &mut Option<u64>) -> bool {
        match left {
            Some(0) => false,
            Some(left) => {
                *left -= 1;
                true
            }
            None => {
                let ends = self.next_byte() == Some(BREAK);
                self.at += usize::from(ends);
                !ends
            }
        }
    }

    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, CborError>) -> Result<T, CborError> {
        if self.depth == MAX_DEPTH {
            return Err(CborError::new(self.at, "at most 128 levels of nesting", "one more"));
        }
        self.depth += 1;
        let value = read(self)?;
        self.depth -= 1;
        Ok(value)
    }

    /// Reads the bytes of a string, which is in one piece or in several.
    pub(super) fn chunks(&mut self, major: Major) -> Result<Cow<'a, [u8]>, CborError> {
        let head = self.head()?;
        let Some(length) = head.argument else {
            let mut bytes = Vec::new();
            while self.more(&mut None) {
                let chunk = self.major() == Some(major);
                let Some(length) = self.head()?.argument.filter(|_| chunk) else {
                    return Err(self.expected("a piece of a string"));
                };
                bytes.extend_from_slice(self.take(length)?);
            }
            return Ok(Cow::Owned(bytes));
        };
        self.take(length).map(Cow::Borrowed)
    }

    fn take(&mut self, length: u64) -> Result<&'a [u8], CborError> {
        let end = usize::try_from(length).ok().and_then(|length| self.at.checked_add(length));
        let Some(bytes) = end.and_then(|end| self.bytes.get(self.at..end)) else {
            self.at = self.bytes.len();
            return Err(self.expected("the rest of a string"));
        };
        self.at += bytes.len();
        Ok(bytes)
    }

    /// Reads `null`; anything else is an error.
    pub(super) fn null_or<T>(&mut self, expected: &'static str) -> Read<T> {
        if self.null() { Ok(None) } else { Err(self.expected(expected)) }
    }

    /// Creates the error that there is something else than `expected` at the cursor.
    #[cold]
    pub(super) fn expected(&self, expected: &'static str) -> CborError {
        let found = match self.next_byte() {
            Some(byte) => format!("byte 0x{byte:02x}"),
            None => "the end".to_owned(),
        };
        CborError::new(self.at, expected, found)
    }
}
