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
    #[inline]
    pub(super) fn quoted(&mut self) -> Result<Quoted<'a>, JsonError> {
        let offset = self.at + 1;
        let mut escaped = false;
        let mut end = offset;
        loop {
            end += plain_len(self.bytes.get(end..).unwrap_or_default());
            match self.bytes.get(end) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    end += 2;
                }
                _ => {
                    self.at = end;
                    return Err(self.expected("the rest of a string"));
                }
            }
        }
        self.at = end + 1;
        match self.text.get(offset..end) {
            Some(raw) => Ok(Quoted {
                raw,
                offset,
                escaped,
            }),
            None => Err(JsonError::new(offset, "a string", "invalid UTF-8 in it")),
        }
    }
}

impl<'a> Quoted<'a> {
    /// The string that is meant.
    #[inline]
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
    const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
    const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);
    let (words, tail) = bytes.as_chunks::<8>();
    for (index, word) in words.iter().enumerate() {
        let word = u64::from_le_bytes(*word);
        let (quote, backslash) = (
            word ^ (LOW * u64::from(b'"')),
            word ^ (LOW * u64::from(b'\\')),
        );
        // The subtractions borrow into the high bit of a byte that is 0 or below a space; only bytes behind the
        // first such byte can be hit wrongly.
        let special = (quote.wrapping_sub(LOW) & !quote)
            | (backslash.wrapping_sub(LOW) & !backslash)
            | (word.wrapping_sub(LOW * u64::from(b' ')) & !word);
        if special & HIGH != 0 {
            return index * 8 + (special & HIGH).trailing_zeros() as usize / 8;
        }
    }
    let special = |byte: &u8| matches!(byte, b'"' | b'\\' | 0..=0x1f);
    let plain = tail.iter().position(special).unwrap_or(tail.len());
    words.len() * 8 + plain
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
    digits.iter().try_fold(0, |unit, digit| {
        Some(unit * 16 + char::from(*digit).to_digit(16)?)
    })
}
