//! Random values for inputs and responses. The same seed gives the same values.

use std::collections::HashMap;

use aws_smithy_types::{Blob, DateTime};
use fastrand::Rng;

/// Characters that formats treat differently.
const CHARACTERS: &str =
    "aZ09-_.~ !\"#$%&'()*+,/:;<=>?@[]{}|\\^`\t\n\r\u{7f}\u{e9}\u{20ac}\u{1f600}\u{2028}";

/// Random values.
#[derive(Debug)]
pub struct Values(Rng);

impl Values {
    pub(crate) fn new(seed: u64) -> Self {
        Self(Rng::with_seed(seed))
    }

    /// Returns a text of up to 12 characters.
    pub fn text(&mut self) -> String {
        let characters: Vec<char> = CHARACTERS.chars().collect();
        let length = self.index(12);
        (0..length)
            .map(|_| characters[self.index(characters.len())])
            .collect()
    }

    /// Returns a text of 1 to 12 letters and digits.
    pub fn word(&mut self) -> String {
        let length = self.0.usize(1..=12);
        (0..length).map(|_| self.0.alphanumeric()).collect()
    }

    /// Returns a number, often one at the edge of its range.
    pub fn integer(&mut self) -> i32 {
        *self.pick(&[0, 1, -1, 7, 3600, i32::MAX, i32::MIN])
    }

    /// Returns `true` or `false`.
    pub fn flag(&mut self) -> bool {
        self.0.bool()
    }

    /// Returns up to 12 bytes.
    pub fn blob(&mut self) -> Blob {
        let length = self.index(12);
        Blob::new(Vec::from_iter((0..length).map(|_| self.0.u8(..))))
    }

    /// Returns a time, with and without fractions of a second.
    pub fn time(&mut self) -> DateTime {
        let nanoseconds = *self.pick(&[0, 0, 500_000_000, 123_000_000]);
        DateTime::from_secs_and_nanos(self.0.i64(0..4_000_000_000), nanoseconds)
    }

    /// Returns one of the items.
    ///
    /// # Panics
    ///
    /// If there are no items.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.index(items.len())]
    }

    /// Returns a value or `None`.
    pub fn option<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        self.flag().then(|| value(self))
    }

    /// Returns a value in one of eight cases, and `None` otherwise.
    pub fn rarely<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.index(8) == 0).then(|| value(self))
    }

    /// Returns a list of up to three items.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let length = self.index(4);
        (0..length).map(|_| item(self)).collect()
    }

    /// Returns a map of at most one entry: with more, the order would differ from one call to the next.
    pub fn map<T>(&mut self, value: impl FnOnce(&mut Self) -> T) -> HashMap<String, T> {
        let entry = self.option(|values| (values.text(), value(values)));
        entry.into_iter().collect()
    }

    /// Returns an index of a list of this length, or 0 if it is empty.
    pub(crate) fn index(&mut self, length: usize) -> usize {
        self.0.usize(..length.max(1))
    }
}

/// Returns the text of an XML element: special characters are escaped, and control characters, which XML can't contain, are
/// removed.
pub fn xml_text(text: &str) -> String {
    let characters = text.chars().filter(|character| !character.is_control());
    characters
        .map(|character| match character {
            '<' => "&lt;".to_owned(),
            '&' => "&amp;".to_owned(),
            '>' => "&gt;".to_owned(),
            '"' => "&#34;".to_owned(),
            _ => character.to_string(),
        })
        .collect()
}
