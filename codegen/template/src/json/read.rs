//! The reader: a cursor over the bytes of a body, and the grammar of JSON around its values.

use super::{JsonError, string::Quoted};

/// How deep arrays and objects may be nested, so that no body can exhaust the stack.
const MAX_DEPTH: u8 = 128;

/// Reads JSON values one after the other out of `bytes`.
///
/// Every value method reads one value, and returns `None` for `null`.
pub(crate) struct JsonReader<'a> {
    pub(super) bytes: &'a [u8],
    /// The bytes up to the first that isn't UTF-8, normally all. Checked once here, not once a string.
    pub(super) text: &'a str,
    /// The offset of the next byte.
    pub(super) at: usize,
    depth: u8,
}

impl<'a> JsonReader<'a> {
    /// A reader at the beginning of `bytes`.
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        let text = str::from_utf8(bytes)
            .or_else(|error| str::from_utf8(&bytes[..error.valid_up_to()]))
            .unwrap_or_default();
        Self { bytes, text, at: 0, depth: 0 }
    }

    /// Reads a value and forgets it. Escapes in it may be invalid, as nobody looks at them.
    pub(crate) fn skip(&mut self) -> Result<(), JsonError> {
        match self.peek() {
            Some(b'{') => {
                let mut more = self.open(b'{')?;
                while more {
                    self.key()?;
                    self.skip()?;
                    more = self.more(b'}')?;
                }
                Ok(())
            }
            Some(b'[') => {
                let mut more = self.open(b'[')?;
                while more {
                    self.skip()?;
                    more = self.more(b']')?;
                }
                Ok(())
            }
            Some(b'"') => self.quoted().map(drop),
            Some(b't' | b'f') => self.boolean().map(drop),
            Some(b'-' | b'0'..=b'9') => self.number().map(drop),
            _ => self.null_or::<()>("a value").map(drop),
        }
    }

    /// The next byte that isn't whitespace; it stays to be read.
    #[inline]
    pub(super) fn peek(&mut self) -> Option<u8> {
        match self.bytes.get(self.at) {
            Some(byte) if *byte > b' ' => Some(*byte),
            _ => self.peek_behind_space(),
        }
    }

    #[cold]
    fn peek_behind_space(&mut self) -> Option<u8> {
        let space = |byte: &&u8| matches!(byte, b' ' | b'\t' | b'\r' | b'\n');
        self.at += self.bytes[self.at..].iter().take_while(space).count();
        self.bytes.get(self.at).copied()
    }

    /// Enters the array or object that `bracket` opens. Is there anything in it?
    #[inline]
    pub(super) fn open(&mut self, bracket: u8) -> Result<bool, JsonError> {
        let (close, expected) = match bracket {
            b'{' => (b'}', "an object or null"),
            _ => (b']', "an array or null"),
        };
        if self.peek() != Some(bracket) {
            return Err(self.expected(expected));
        }
        if self.depth == MAX_DEPTH {
            return Err(JsonError::new(self.at, "at most 128 levels of nesting", "one more"));
        }
        self.at += 1;
        if self.peek() == Some(close) {
            self.at += 1;
            return Ok(false);
        }
        self.depth += 1;
        Ok(true)
    }

    /// Behind an element or a member: is there another one? If not, leaves the array or object, which `close` ends.
    #[inline]
    pub(super) fn more(&mut self, close: u8) -> Result<bool, JsonError> {
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.at += 1;
                self.depth -= 1;
                Ok(false)
            }
            _ => Err(self.expected("a comma or the closing bracket")),
        }
    }

    /// Reads the key of a member and the colon behind it.
    #[inline(always)]
    pub(super) fn key(&mut self) -> Result<Quoted<'a>, JsonError> {
        if self.peek() != Some(b'"') {
            return Err(self.expected("a key in quotes"));
        }
        let key = self.quoted()?;
        self.colon()?;
        Ok(key)
    }

    /// Reads the colon between a key and its value.
    #[inline]
    pub(super) fn colon(&mut self) -> Result<(), JsonError> {
        if self.peek() != Some(b':') {
            return Err(self.expected("a colon"));
        }
        self.at += 1;
        Ok(())
    }

    /// Reads `null`; anything else isn't the `expected` value.
    pub(super) fn null_or<T>(&mut self, expected: &'static str) -> Result<Option<T>, JsonError> {
        match self.peek() {
            Some(b'n') => self.literal("null").map(|()| None),
            _ => Err(self.expected(expected)),
        }
    }

    /// Reads the word `literal`.
    pub(super) fn literal(&mut self, literal: &'static str) -> Result<(), JsonError> {
        let end = self.at + literal.len();
        if self.bytes.get(self.at..end) != Some(literal.as_bytes()) || !self.ends_value(end) {
            return Err(self.expected(literal));
        }
        self.at = end;
        Ok(())
    }

    /// Can a number or a literal end before the byte at `end`?
    #[inline]
    pub(super) fn ends_value(&self, end: usize) -> bool {
        matches!(self.bytes.get(end), None | Some(b' ' | b'\t' | b'\r' | b'\n' | b',' | b'}' | b']'))
    }

    /// The error that there is something else than `expected` at the cursor.
    #[cold]
    pub(super) fn expected(&self, expected: &'static str) -> JsonError {
        let found = match self.bytes.get(self.at) {
            Some(byte @ b' '..=b'~') => format!("'{}'", char::from(*byte)),
            Some(byte) => format!("byte 0x{byte:02x}"),
            None => "the end".to_owned(),
        };
        JsonError::new(self.at, expected, found)
    }
}
