//! Converts the bytes of a model file into UTF-8 without a byte order mark.
//!
//! JSON is UTF-8 (RFC 8259), but editors and shells on Windows write byte order marks and UTF-16.

use std::borrow::Cow;

/// Returns the file's text as UTF-8, or a message if its encoding can't be read.
///
/// UTF-16 is recognized without a byte order mark, too: all JSON begins with an ASCII character, one of its two bytes is zero.
/// Bytes in an encoding that isn't Unicode are returned as they are.
pub(super) fn to_utf8(bytes: Cow<'_, [u8]>) -> Result<Cow<'_, [u8]>, String> {
    match *bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => {
            Err("is UTF-32; save the file as UTF-8".to_owned())
        }
        [0xef, 0xbb, 0xbf, ..] => Ok(without_mark(bytes, 3)),
        [0xff, 0xfe, ..] => utf_16(&bytes[2..], u16::from_le_bytes),
        [0xfe, 0xff, ..] => utf_16(&bytes[2..], u16::from_be_bytes),
        [1..=0x7f, 0, ..] => utf_16(&bytes, u16::from_le_bytes),
        [0, 1..=0x7f, ..] => utf_16(&bytes, u16::from_be_bytes),
        _ => Ok(bytes),
    }
}

fn without_mark(bytes: Cow<'_, [u8]>, length: usize) -> Cow<'_, [u8]> {
    match bytes {
        Cow::Borrowed(bytes) => Cow::Borrowed(&bytes[length..]),
        Cow::Owned(mut bytes) => {
            bytes.drain(..length);
            Cow::Owned(bytes)
        }
    }
}

fn utf_16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<Cow<'static, [u8]>, String> {
    let (units, rest) = bytes.as_chunks::<2>();
    let text = String::from_utf16(&units.iter().map(|pair| unit(*pair)).collect::<Vec<_>>());
    match (text, rest) {
        (Ok(text), []) => Ok(Cow::Owned(text.into_bytes())),
        _ => Err("looks like UTF-16 that is damaged or cut off; save the file as UTF-8".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn every_unicode_encoding_gives_the_same_text() {
        let text = "{\"größe\": \"𝄞\"}";
        let marked = format!("\u{feff}{text}");
        let files = [
            text.as_bytes().to_vec(),
            marked.as_bytes().to_vec(),
            utf_16(&marked, u16::to_le_bytes),
            utf_16(&marked, u16::to_be_bytes),
            utf_16(text, u16::to_le_bytes),
            utf_16(text, u16::to_be_bytes),
        ];
        for file in files {
            let borrowed = to_utf8(Cow::Borrowed(&file)).map(Cow::into_owned);
            assert_eq!(borrowed.as_deref(), Ok(text.as_bytes()), "{file:?}");
            let owned = to_utf8(Cow::Owned(file.clone())).map(Cow::into_owned);
            assert_eq!(owned, borrowed);
        }
    }

    #[test]
    fn other_encodings_and_damaged_files_are_named() {
        let utf_32: Vec<u8> = "\u{feff}{}"
            .chars()
            .flat_map(|c| u32::from(c).to_le_bytes())
            .collect();
        let mut cut_off = utf_16("\u{feff}{}", u16::to_le_bytes);
        cut_off.pop();
        let lone_surrogate = [0xfe, 0xff, 0xd8, 0x00];
        let cases: [(&[u8], &str); 3] = [
            (&utf_32, "UTF-32"),
            (&cut_off, "UTF-16 that is damaged"),
            (&lone_surrogate, "UTF-16 that is damaged"),
        ];
        for (file, expected) in cases {
            let error = to_utf8(Cow::Borrowed(file)).expect_err(expected);
            assert!(error.contains(expected), "{error}");
        }
        let latin_1 = b"{\"gr\xf6\xdfe\": 1}";
        assert_eq!(
            to_utf8(Cow::Borrowed(latin_1)).as_deref(),
            Ok(latin_1.as_slice())
        );
    }
}
