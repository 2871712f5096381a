//! Spells out what can't be part of a name: signs, and letters beyond ASCII.

/// The words for the signs of ASCII.
const SIGNS: [(char, &str); 33] = [
    (' ', "space"),
    ('!', "exclamation"),
    ('"', "quote"),
    ('#', "hash"),
    ('$', "dollar"),
    ('%', "percent"),
    ('&', "ampersand"),
    ('\'', "apostrophe"),
    ('(', "left_parenthesis"),
    (')', "right_parenthesis"),
    ('*', "asterisk"),
    ('+', "plus"),
    (',', "comma"),
    ('-', "minus"),
    ('.', "dot"),
    ('/', "slash"),
    (':', "colon"),
    (';', "semicolon"),
    ('<', "less"),
    ('=', "equal"),
    ('>', "greater"),
    ('?', "question"),
    ('@', "at"),
    ('[', "left_bracket"),
    ('\\', "backslash"),
    (']', "right_bracket"),
    ('^', "caret"),
    ('_', "underscore"),
    ('`', "backtick"),
    ('{', "left_brace"),
    ('|', "bar"),
    ('}', "right_brace"),
    ('~', "tilde"),
];

/// Returns the text with a word in the place of everything that is no ASCII letter or digit: `<=` is `less_equal`.
pub(crate) fn spelled_out(text: &str) -> String {
    if text.is_empty() {
        return "empty".to_owned();
    }
    replaced(text, |next| {
        let sign = SIGNS.iter().find(|(sign, _)| *sign == next);
        sign.map_or_else(|| code_point(next), |(_, word)| (*word).to_owned())
    })
}

/// Returns the text with the code point in the place of everything beyond ASCII: `größe` is `gr_u00f6_u00df_e`.
pub(crate) fn without_other_letters(text: &str) -> String {
    replaced(text, |next| {
        if next.is_ascii() {
            next.to_string()
        } else {
            code_point(next)
        }
    })
}

fn replaced(text: &str, word: impl Fn(char) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    for next in text.chars() {
        if next.is_ascii_alphanumeric() {
            out.push(next);
        } else {
            out.push('_');
            out.push_str(&word(next));
            out.push('_');
        }
    }
    out
}

fn code_point(next: char) -> String {
    format!("u{:04x}", u32::from(next))
}
