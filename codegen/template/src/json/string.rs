//! Strings between quotes: finding their end eight bytes at a time, and undoing their escapes.

use std::borrow::Cow;

use super::{JsonError, JsonReader};

/// A string as it stands between its quotes, with its escapes.
#[derive(Clone, Copy)]
pub(super) struct Quoted<'a> {
    pub(super) raw: &'a str,
    pub(super) offset: usize,
    escaped: bool,
}

impl<'a> JsonReader<'a> {
    /// Reads a string; the cursor is at its opening quote. What stands behind a backslash isn't checked before the
    /// string is unescaped.
    #[inline(always)] // Otherwise the result goes through memory, which takes as long as a short string.
    pub(super) fn quoted(&mut self) -> Result<Quoted<'a>, JsonError> {
        let offset = self.at + 1;
        let mut end = offset + plain_len(&self.bytes[offset..]);
        let escaped = self.bytes.get(end) == Some(&b'\\');
        if escaped {
            end = self.end_behind_escapes(end);
        }
        self.at = end;
        if self.bytes.get(end) != Some(&b'"') {
            return Err(self.expected("the rest of a string"));
        }
        let raw = self.text.get(offset..end).ok_or_else(|| self.expected("a string in UTF-8"))?;
        self.at += 1;
        Ok(Quoted { raw, offset, escaped })
    }

    /// Where a string ends, or can't go on, that has a backslash at `at`.
    #[cold]
    fn end_behind_escapes(&self, mut at: usize) -> usize {
        while self.bytes.get(at) == Some(&b'\\') {
            at += 2;
            at += plain_len(self.bytes.get(at..).unwrap_or_default());
        }
        at.min(self.bytes.len())
    }
}

impl<'a> Quoted<'a> {
    /// The string that is meant.
    #[inline(always)]
    pub(super) fn unescape(self) -> Result<Cow<'a, str>, JsonError> {
        match self.escaped {
            false => Ok(Cow::Borrowed(self.raw)),
            true => self.unescape_slowly().map(Cow::Owned),
        }
    }

    #[cold]
    fn unescape_slowly(self) -> Result<String, JsonError> {
        let mut text = String::with_capacity(self.raw.len());
        let mut rest = self.raw;
        while let Some(plain) = rest.find('\\') {
            text.push_str(&rest[..plain]);
            rest = &rest[plain..];
            let Some((character, length)) = unescape_one(rest.as_bytes()) else {
                let offset = self.offset + self.raw.len() - rest.len();
                return Err(JsonError::new(offset, "an escaped character", "another"));
            };
            text.push(character);
            rest = &rest[length..];
        }
        text.push_str(rest);
        Ok(text)
    }
}

/// How many bytes there are before the first quote, backslash or control character.
#[inline]
pub(super) fn plain_len(bytes: &[u8]) -> usize {
    let (words, tail) = bytes.as_chunks();
    for (index, word) in words.iter().enumerate() {
        if let Some(plain) = plain_in_word(*word) {
            return index * 8 + plain;
        }
    }
    plain_at_end(bytes, tail.len())
}

/// The same, where only the last `tail` bytes are of interest.
fn plain_at_end(bytes: &[u8], tail: usize) -> usize {
    let before = bytes.len() - tail;
    match bytes.last_chunk() {
        _ if tail == 0 => before,
        // Overlaps the word before, in which there is nothing to find any more.
        Some(word) => plain_in_word(*word).map_or(bytes.len(), |plain| bytes.len() - 8 + plain),
        None => {
            let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
            bytes.iter().position(special).unwrap_or(tail)
        }
    }
}

/// The same for eight bytes at once; none if there is no such byte.
#[inline]
fn plain_in_word(word: [u8; 8]) -> Option<usize> {
    const ONES: u64 = u64::from_ne_bytes([1; 8]);
    let word = u64::from_le_bytes(word);
    let quote = (word ^ (ONES * u64::from(b'"'))).wrapping_sub(ONES);
    let backslash = (word ^ (ONES * u64::from(b'\\'))).wrapping_sub(ONES);
    let control = word.wrapping_sub(ONES * u64::from(b' '));
    // A byte that is looked for borrows, which sets its high bit. It may also borrow from the bytes behind it, so
    // only the first high bit counts.
    let special = (quote | backslash | control) & !word & (ONES << 7);
    (special != 0).then(|| special.trailing_zeros() as usize / 8)
}

/// The character that the escape at the beginning of `bytes` stands for, and the escape's length.
fn unescape_one(bytes: &[u8]) -> Option<(char, usize)> {
    let character = match bytes.get(1)? {
        b'"' => '"',
        b'\\' => '\\',
        b'/' => '/',
        b'b' => '\u{8}',
        b'f' => '\u{c}',
        b'n' => '\n',
        b'r' => '\r',
        b't' => '\t',
        b'u' => return unescape_unicode(bytes),
        _ => return None,
    };
    Some((character, 2))
}

/// Undoes `\uXXXX`, or a pair of them that makes up one character outside the basic plane.
fn unescape_unicode(bytes: &[u8]) -> Option<(char, usize)> {
    let unit = utf16_unit(bytes)?;
    if !(0xd800..0xdc00).contains(&unit) {
        return Some((char::from_u32(unit)?, 6));
    }
    let low = utf16_unit(&bytes[6..])?.checked_sub(0xdc00)?;
    let pair = (low < 0x400).then(|| 0x10000 + ((unit - 0xd800) << 10) + low)?;
    Some((char::from_u32(pair)?, 12))
}

fn utf16_unit(bytes: &[u8]) -> Option<u32> {
    let digits = bytes.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, digit| Some(unit * 16 + char::from(*digit).to_digit(16)?))
}
