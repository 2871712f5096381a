//! A paragraph in, its first sentence and the rest out.

use super::tree::Inline;

/// A shorter sentence ("Optional.", "Deprecated.") says nothing alone, and takes the next one with it.
const MIN_LENGTH: usize = 16;

/// Words that a full stop belongs to, though a capital letter may follow.
const ABBREVIATIONS: [&str; 14] = [
    "eg", "ie", "vs", "cf", "approx", "inc", "ltd", "corp", "co", "dr", "mr", "ms", "fig", "ex",
];

/// Splits a paragraph after its first sentence; `None` if there is only one.
pub(super) fn split_first_sentence(inlines: &[Inline]) -> Option<(Vec<Inline>, Vec<Inline>)> {
    let mut marks = 0_usize;
    let mut brackets = 0_usize;
    let mut length = 0;
    for (at, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::Open(_) => marks += 1,
            Inline::Close(_) => marks = marks.saturating_sub(1),
            Inline::Code(code) => length += code.len(),
            Inline::Link(_, _) => length += MIN_LENGTH,
            Inline::Text(text) => {
                let end = sentence_end(text, &mut brackets, length, &inlines[at + 1..]);
                if let (0, Some(end)) = (marks, end) {
                    return Some(split(inlines, at, end));
                }
                length += text.len();
            }
        }
    }
    None
}

/// Where in a text the sentence ends, if it does; brackets still open at the end of the text stay open.
fn sentence_end(
    text: &str,
    brackets: &mut usize,
    length: usize,
    after: &[Inline],
) -> Option<usize> {
    for (at, c) in text.char_indices() {
        match c {
            '(' | '[' => *brackets += 1,
            ')' | ']' => *brackets = brackets.saturating_sub(1),
            '.' | '!' | '?' if *brackets == 0 && length + at + 1 >= MIN_LENGTH => {
                let rest = text[at + 1..].trim_start_matches(['"', '\'', '”', '’']);
                if !is_abbreviation(&text[..at]) && begins_sentence(rest, after) {
                    return Some(text.len() - rest.len());
                }
            }
            _ => {}
        }
    }
    None
}

/// Whether a space and then something that can begin a sentence follows.
fn begins_sentence(rest: &str, after: &[Inline]) -> bool {
    let next = rest.trim_start();
    if next.len() == rest.len() {
        return false;
    }
    match next.chars().next() {
        Some(first) => {
            !first.is_lowercase() && (first.is_alphanumeric() || "(\"'“[".contains(first))
        }
        // Code, a link or emphasis, unless only the marks that end here are left.
        None => after.iter().any(|inline| match inline {
            Inline::Text(text) => !text.trim().is_empty(),
            Inline::Code(_) | Inline::Link(..) => true,
            Inline::Open(_) | Inline::Close(_) => false,
        }),
    }
}

/// Whether the full stop after this text belongs to its last word: `e.g`, `U.S`, `vs`, but not `Amazon S3`.
fn is_abbreviation(text: &str) -> bool {
    let last = text.rsplit([' ', '(', '"', '/']).next().unwrap_or_default();
    let letters_and_dots =
        last.contains('.') && last.split('.').all(|part| part.chars().count() == 1);
    letters_and_dots || last == "No" || ABBREVIATIONS.contains(&last.to_lowercase().as_str())
}

fn split(inlines: &[Inline], at: usize, end: usize) -> (Vec<Inline>, Vec<Inline>) {
    let Inline::Text(text) = &inlines[at] else {
        return (inlines.to_vec(), Vec::new());
    };
    let (before, after) = text.split_at(end);
    let sentence = [&inlines[..at], &[Inline::Text(before.to_owned())]].concat();
    let rest = [
        &[Inline::Text(after.trim_start().to_owned())],
        &inlines[at + 1..],
    ]
    .concat();
    (sentence, rest)
}
