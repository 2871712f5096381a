//! Splits names into words.

use crate::signs;

/// Words that are cased irregularly and never split in snake case.
const WHOLE_WORDS: [&str; 7] = ["ipv4", "ipv6", "sigv4", "mib", "gib", "kib", "ttl"];

/// The case that the words are split for. The official SDK doesn't split alike for both.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// `DescribeACLs` is the method `describe_acls`, and `s3key` the field `s3_key`.
    Snake,
    /// `DescribeACLsRequest` is the type `DescribeAcLsInput`, and `nodejs20x` the variant `Nodejs20x`.
    Camel,
}

/// Returns the words of a name, in lower case, with `_` between them. They consist of ASCII letters and digits.
///
/// A name without letters and digits is spelled out.
pub(super) fn words(name: &str, case: Case) -> String {
    let is_plain = name.is_ascii() && name.contains(|next: char| next.is_ascii_alphanumeric());
    if is_plain {
        ascii_words(name, case)
    } else if name.contains(|next: char| next.is_ascii_alphanumeric()) {
        ascii_words(&signs::without_other_letters(name), case)
    } else {
        ascii_words(&signs::spelled_out(name), case)
    }
}

fn ascii_words(name: &str, case: Case) -> String {
    let chars: Vec<char> = name.chars().collect();
    let is_lower = name.to_lowercase() == name;
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for (index, &next) in chars.iter().enumerate() {
        let ends = match case {
            _ if word.is_empty() => false,
            Case::Snake => ends_in_snake_case(&word, &chars[index..], is_lower),
            Case::Camel => ends_in_camel_case(&word, &chars[index..]),
        };
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

/// Whether `word` ends before `rest` in snake case. In a name that `is_lower`, words also end after a digit.
fn ends_in_snake_case(word: &str, rest: &[char], is_lower: bool) -> bool {
    let ends_after_digit =
        is_lower && word.ends_with(|last: char| last.is_ascii_digit()) && rest[0].is_lowercase();
    let ends = ends_after_digit || ends_before_capital(word, rest);
    ends && !in_whole_word(word, rest) || ends_acronym(word, rest) && !continues_acronym(rest)
}

/// Whether `word` ends before `rest` in upper camel case: `IPv6` and `SigV4` keep their capitals, `ACLs` becomes `AcLs`.
fn ends_in_camel_case(word: &str, rest: &[char]) -> bool {
    ends_before_capital(word, rest) || ends_acronym(word, rest)
}

fn ends_before_capital(word: &str, rest: &[char]) -> bool {
    let is_ended = |last: char| last.is_lowercase() || last.is_ascii_digit();
    rest[0].is_uppercase() && word.ends_with(is_ended)
}

/// In `DBProxy`, the acronym ends before `P`.
fn ends_acronym(word: &str, rest: &[char]) -> bool {
    word.ends_with(char::is_uppercase)
        && rest[0].is_uppercase()
        && rest.get(1).is_some_and(|after| after.is_lowercase())
}

/// Whether the capital that `rest` begins with is the last one of an acronym such as `ARNs`, `ACLs` or `DynamoDBv2`.
fn continues_acronym(rest: &[char]) -> bool {
    match (rest.get(1), rest.get(2)) {
        (Some('s'), after) => !after.is_some_and(|after| after.is_lowercase()),
        (Some('v'), after) => after.is_some_and(char::is_ascii_digit),
        _ => false,
    }
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
