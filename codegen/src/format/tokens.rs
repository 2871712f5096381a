//! Tokens in, text on one line out, with the spaces that people write.

use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};

/// The operators of two characters that may occur.
const OPERATORS: [&str; 9] = ["::", "->", "=>", "==", "!=", "<=", ">=", "&&", "||"];

/// The tokens as text.
pub(super) fn print(tokens: TokenStream) -> String {
    let mut printer = Printer::default();
    printer.stream(tokens);
    printer.text
}

#[derive(Default)]
struct Printer {
    text: String,
    /// The last character, if it may be the first of an operator.
    joint: Option<char>,
    /// Whether the parameters of a closure have begun and not ended.
    in_parameters: bool,
    /// Whether no space comes next, whatever follows.
    tight: bool,
}

impl Printer {
    fn stream(&mut self, tokens: TokenStream) {
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let (open, close) = match group.delimiter() {
                        Delimiter::Parenthesis => ("(", ")"),
                        Delimiter::Bracket => ("[", "]"),
                        Delimiter::Brace => ("{ ", " }"),
                        Delimiter::None => ("", ""),
                    };
                    self.push(open);
                    self.stream(group.stream());
                    self.text.push_str(close);
                    self.joint = None;
                }
                TokenTree::Punct(punct) => self.punct(&punct),
                TokenTree::Ident(_) | TokenTree::Literal(_) => self.push(&token.to_string()),
            }
        }
    }

    fn punct(&mut self, punct: &Punct) {
        let character = punct.as_char();
        let is_second = |first: char| OPERATORS.contains(&&*String::from_iter([first, character]));
        if self.joint.take().is_some_and(is_second) {
            self.text.push(character);
            self.tight = false;
            return;
        }
        match character {
            '|' if self.in_parameters => {
                self.text.push('|');
                self.in_parameters = false;
            }
            '|' if punct.spacing() == Spacing::Alone && self.is_operand_next() => {
                self.push("|");
                (self.in_parameters, self.tight) = (true, true);
            }
            // Not, a reference or a dereference.
            '!' | '&' | '*' if self.is_operand_next() => {
                self.push(&character.to_string());
                self.tight = true;
            }
            _ => self.push(&character.to_string()),
        }
        if punct.spacing() == Spacing::Joint {
            self.joint = Some(character);
        }
    }

    /// Whether an operator can't come next.
    fn is_operand_next(&self) -> bool {
        self.text.is_empty()
            || self
                .text
                .ends_with(['(', '[', '{', ',', '=', '|', '&', '!', '*', ' '])
    }

    /// Appends a token, with a space before it where the two don't belong together.
    fn push(&mut self, token: &str) {
        let text = &mut self.text;
        let is_tight_before = std::mem::take(&mut self.tight)
            || text.is_empty()
            || text.ends_with(['(', '[', '<', '.', '\'', ' '])
            || text.ends_with("::");
        let is_call = token.starts_with(['(', '['])
            && text.ends_with(|last: char| last.is_alphanumeric() || "_>!".contains(last));
        let is_tight_after = token.starts_with([',', ';', '.', '>', ':', '?', '<'])
            || token == "!" && text.ends_with(char::is_alphanumeric);
        if !is_tight_before && !is_call && !is_tight_after {
            text.push(' ');
        }
        text.push_str(token);
        self.joint = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_spaced_as_people_do() {
        for text in [
            "impl Into<String>, Vec<crate::types::A>",
            "|output| output.token.as_ref().filter(|token| !token.is_empty())",
            "a(|| x, |a, b| a == b && !c || *d)",
            "json.map(|json| json.list(JsonReader::structure::<crate::types::B>))?.map(Self::C)",
            "HashMap<String, Option<Vec<i32>>>",
            "f(&[1, 2], concat!(\"a\", 'b'), &'static str) -> X",
            "match x { 0 => y, _ => z }",
            "0 \"Name\" => r#type = json.string()?",
        ] {
            let tokens: TokenStream = text.parse().expect("the text is Rust");
            assert_eq!(print(tokens), text);
        }
    }
}
