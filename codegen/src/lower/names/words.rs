//! Splits names into words.

use crate::signs;

/// Words that are cased irregularly and never split.
const WHOLE_WORDS: [&str; 7] = ["ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl"];

/// Whether a word ends after a digit in names that are all in lower case.
///
/// In the official SDK, `s3key` is the field `s3_key`, but `nodejs20x` is the variant `Nodejs20x`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Digits {
    EndWords,
    DoNotEndWords,
}

/// Returns the words of a name, in lower case, with `_` between them. They consist of ASCII letters and digits.
///
/// heck alone would split `IPv6` and `ARNs`; the official SDK doesn't. A name without letters and digits is spelled out.
pub(super) fn words(name: &str, digits: Digits) -> String {
    let is_plain = name.is_ascii() && name.contains(|next: char| next.is_ascii_alphanumeric());
    if is_plain {
        ascii_words(name, digits)
    } else if name.contains(|next: char| next.is_ascii_alphanumeric()) {
        ascii_words(&signs::without_other_letters(name), digits)
    } else {
        ascii_words(&signs::spelled_out(name), digits)
    }
}

fn ascii_words(name: &str, digits: Digits) -> String {
    let chars: Vec<char> = name.chars().collect();
    let splits_digits = digits == Digits::EndWords && name.to_lowercase() == name;
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (index, &next) in chars.iter().enumerate() {
        let ends = word
            .chars()
            .next_back()
            .is_some_and(|last| is_boundary(&chars, index, &word, last, splits_digits));
        if ends || !next.is_ascii_alphanumeric() {
            words.push(std::mem::take(&mut word));
        }
        if next.is_ascii_alphanumeric() {
            word.push(next);
        }
    }
    words.push(word);
    words.retain(|word| !word.is_empty());
    words.join("_").to_lowercase()
}

/// Whether a new word begins at `index`, after the characters of `word`, of which `last` is the last.
fn is_boundary(chars: &[char], index: usize, word: &str, last: char, splits_digits: bool) -> bool {
    let next = chars[index];
    let after = chars.get(index + 1).copied();
    let second_after = chars.get(index + 2).copied();
    if !in_whole_word(word, &chars[index..]) {
        let lower_then_upper =
            next.is_uppercase() && (last.is_lowercase() || last.is_ascii_digit());
        let digit_then_lower = splits_digits && last.is_ascii_digit() && next.is_lowercase();
        if lower_then_upper || digit_then_lower {
            return true;
        }
    }
    last.is_uppercase() && next.is_uppercase() && ends_acronym(after, second_after)
}

/// Whether `word` and what follows begin one of the words that are never split.
fn in_whole_word(word: &str, rest: &[char]) -> bool {
    let lower = word.to_lowercase();
    let ahead: String = lower
        .chars()
        .chain(rest.iter().take(5).flat_map(|next| next.to_lowercase()))
        .collect();
    WHOLE_WORDS
        .iter()
        .any(|whole| ahead.starts_with(whole) && lower != *whole)
}

/// In `DBProxy` the acronym ends before `P`; in `ARNs`, `ACLs` and `DynamoDBv2` it doesn't end before the last capital.
fn ends_acronym(after: Option<char>, second_after: Option<char>) -> bool {
    match after {
        Some('s') if !second_after.is_some_and(char::is_lowercase) => false,
        Some('v') if second_after.is_some_and(|next| next.is_ascii_digit()) => false,
        Some(after) => after.is_lowercase(),
        None => false,
    }
}
