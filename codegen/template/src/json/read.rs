//! The reader: a cursor over the bytes of a body, and the grammar of JSON around its values.

use super::{JsonError, error::Read, string::Quoted};

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
            Some(b'{') => self.each(b'{', |json| json.key().and_then(|_| json.skip())).map(drop),
            Some(b'[') => self.each(b'[', Self::skip).map(drop),
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

    /// Reads the array or object that `bracket` opens, element by element. False if there is `null` instead.
    ///
    /// It is inlined, so only functions that aren't generic call it.
    #[inline(always)]
    pub(super) fn each(
        &mut self,
        bracket: u8,
        mut read: impl FnMut(&mut Self) -> Result<(), JsonError>,
    ) -> Result<bool, JsonError> {
        if self.peek() == Some(b'n') {
            return self.literal("null").map(|()| false);
        }
        let mut more = self.open(bracket)?;
        while more {
            read(self)?;
            more = self.more(bracket)?;
        }
        Ok(true)
    }

    /// Enters the array or object that `bracket` opens. Is there anything in it?
    #[inline]
    fn open(&mut self, bracket: u8) -> Result<bool, JsonError> {
        if self.peek() != Some(bracket) {
            let is_object = bracket == b'{';
            return Err(self.expected(if is_object { "an object or null" } else { "an array or null" }));
        }
        if self.depth == MAX_DEPTH {
            return Err(JsonError::new(self.at, "at most 128 levels of nesting", "one more"));
        }
        self.at += 1;
        let more = self.peek() != Some(closing(bracket));
        self.at += usize::from(!more);
        self.depth += u8::from(more);
        Ok(more)
    }

    /// Behind an element or a member: is there another one? If not, leaves what `bracket` opened.
    #[inline]
    fn more(&mut self, bracket: u8) -> Result<bool, JsonError> {
        let more = match self.peek() {
            Some(b',') => true,
            Some(byte) if byte == closing(bracket) => false,
            _ => return Err(self.expected("a comma or the closing bracket")),
        };
        self.at += 1;
        self.depth -= u8::from(!more);
        Ok(more)
    }

    /// Reads the key of a member and the colon behind it.
    #[inline(always)]
    pub(super) fn key(&mut self) -> Result<Quoted<'a>, JsonError> {
        if self.peek() != Some(b'"') {
            return Err(self.expected("a key in quotes"));
        }
        let key = self.quoted()?;
        if self.peek() != Some(b':') {
            return Err(self.expected("a colon"));
        }
        self.at += 1;
        Ok(key)
    }

    /// Reads `null`; anything else isn't the `expected` value.
    pub(super) fn null_or<T>(&mut self, expected: &'static str) -> Read<T> {
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

/// The bracket that closes what `bracket` opens; in ASCII it is the one after the next.
#[inline]
const fn closing(bracket: u8) -> u8 {
    bracket + 2
}
