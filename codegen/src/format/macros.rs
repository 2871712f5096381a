//! Prints the macro calls that are tables, such as that of a structure's members, as a person would write them: prettyplease
//! prints the tokens of a call as one paragraph.
//!
//! The calls are taken out before printing and put back, so that nothing but their own tokens is touched.

use proc_macro2::{Delimiter, Punct, Spacing, TokenStream, TokenTree};
use syn::{File, Item, Macro};

use super::tokens::print;

/// The macros whose calls are lists of entries, each ended by a semicolon or a comma.
const TABLES: [&str; 9] = [
    "builder",
    "fluent_builder",
    "operation_error",
    "paginator",
    "read_structure",
    "read_union",
    "service_error",
    "string_enum",
    "tagged_union",
];

/// Empties the tables of a file, which are items of it, and returns their entries in order.
pub(super) fn take(file: &mut File) -> Vec<Vec<String>> {
    let mut tables = Vec::new();
    for item in &mut file.items {
        if let Item::Macro(item) = item {
            take_macro(&mut item.mac, &mut tables);
        }
    }
    tables
}

fn take_macro(call: &mut Macro, tables: &mut Vec<Vec<String>>) {
    let is_table = call
        .path
        .segments
        .last()
        .is_some_and(|segment| TABLES.iter().any(|name| segment.ident == name));
    let is_block = matches!(call.delimiter, syn::MacroDelimiter::Brace(_));
    if is_table && is_block {
        tables.push(entries(std::mem::take(&mut call.tokens)));
    }
}

/// The lines of a table. An entry begins with its attributes, each on a line of its own.
fn entries(tokens: TokenStream) -> Vec<String> {
    let mut lines = Vec::new();
    let mut entry = Vec::new();
    let mut is_head = true;
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        match &token {
            TokenTree::Punct(hash) if hash.as_char() == '#' && entry.is_empty() => {
                if let Some(TokenTree::Group(attribute)) = tokens.next() {
                    lines.push(attribute_line(attribute.stream()));
                }
            }
            TokenTree::Punct(end) if end.as_char() == ';' => {
                lines.extend(entry_lines(std::mem::take(&mut entry)));
                if std::mem::take(&mut is_head) && tokens.peek().is_some() {
                    lines.push(String::new());
                }
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                let name = TokenStream::from_iter(std::mem::take(&mut entry));
                lines.push(format!("{} {{", print(name)));
                lines.extend(
                    items(group.stream())
                        .into_iter()
                        .map(|line| format!("    {line}")),
                );
                lines.push("}".to_owned());
            }
            _ => entry.push(token),
        }
    }
    if !entry.is_empty() {
        lines.push(print(entry.into_iter().collect()));
    }
    lines
}

/// An entry on one line or, where that would be too long, on as many as it takes.
fn entry_lines(entry: Vec<TokenTree>) -> Vec<String> {
    const WIDTH: usize = 104;
    let mut pieces = Vec::new();
    for piece in split(entry, is_break) {
        let text = print(piece.iter().cloned().collect());
        if text.len() > WIDTH {
            let parts = split(piece, |before, _| is_punct(before, ','));
            pieces.extend(
                parts
                    .into_iter()
                    .map(|part| print(part.into_iter().collect())),
            );
        } else {
            pieces.push(text);
        }
    }
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if line.len() + 1 + piece.len() <= WIDTH => {
                line.push(' ');
                line.push_str(&piece);
            }
            Some(_) => lines.push(format!("    {piece}")),
            None => lines.push(piece),
        }
    }
    if let Some(last) = lines.last_mut() {
        last.push(';');
    }
    lines
}

/// The tokens in pieces, divided where `is_break` says so of the tokens before and behind.
fn split(
    tokens: Vec<TokenTree>,
    is_break: fn(&[TokenTree], &TokenTree) -> bool,
) -> Vec<Vec<TokenTree>> {
    let mut pieces = vec![Vec::new()];
    for token in tokens {
        let piece = pieces.last_mut().expect("begins with one");
        if !piece.is_empty() && is_break(piece, &token) {
            pieces.push(vec![token]);
        } else {
            piece.push(token);
        }
    }
    pieces
}

/// Whether an entry may be broken here: behind its name on the wire, before its type, before what it is set to, and before
/// the words in a head. Whatever is in a literal or in parentheses is one token.
fn is_break(before: &[TokenTree], behind: &TokenTree) -> bool {
    let is_word = |word: &str| matches!(behind, TokenTree::Ident(ident) if ident == word);
    let is_set = matches!(behind, TokenTree::Punct(punct) if is_lone(punct, '='));
    is_arrow(before)
        || is_colon(before)
        || is_set
            && !matches!(before.last(), Some(TokenTree::Punct(punct)) if punct.spacing() == Spacing::Joint)
        || ["called", "pages", "with"].into_iter().any(is_word)
}

fn is_arrow(before: &[TokenTree]) -> bool {
    matches!(before, [.., TokenTree::Punct(first), TokenTree::Punct(second)]
        if first.as_char() == '=' && first.spacing() == Spacing::Joint && second.as_char() == '>')
}

/// Whether the last token is a colon, and not one of two.
fn is_colon(before: &[TokenTree]) -> bool {
    let is_single = |first: Option<&TokenTree>| !matches!(first, Some(TokenTree::Punct(first)) if first.as_char() == ':');
    match before {
        [rest @ .., TokenTree::Punct(last)] => is_lone(last, ':') && is_single(rest.last()),
        _ => false,
    }
}

fn is_punct(before: &[TokenTree], character: char) -> bool {
    matches!(before.last(), Some(TokenTree::Punct(last)) if last.as_char() == character)
}

fn is_lone(punct: &Punct, character: char) -> bool {
    punct.as_char() == character && punct.spacing() == Spacing::Alone
}

/// The comma-separated items of a block: names side by side, anything longer on a line of its own.
fn items(tokens: TokenStream) -> Vec<String> {
    let mut items = vec![TokenStream::new()];
    for token in tokens {
        match &token {
            TokenTree::Punct(comma) if comma.as_char() == ',' => items.push(TokenStream::new()),
            _ => items.last_mut().expect("begins with one").extend([token]),
        }
    }
    let items: Vec<String> = items
        .into_iter()
        .filter(|item| !item.is_empty())
        .map(print)
        .collect();
    if items.iter().all(|item| !item.contains(' ')) {
        return crate::emit::wrapped(&items.join(", "))
            .lines()
            .map(str::to_owned)
            .collect();
    }
    items.into_iter().map(|item| format!("{item},")).collect()
}

/// `/// text` for documentation, `#[…]` for anything else.
fn attribute_line(attribute: TokenStream) -> String {
    let meta: Result<syn::MetaNameValue, _> = syn::parse2(attribute.clone());
    if let Ok(syn::MetaNameValue {
        path,
        value: syn::Expr::Lit(literal),
        ..
    }) = meta
        && path.is_ident("doc")
        && let syn::Lit::Str(text) = literal.lit
    {
        return format!("///{}", text.value());
    }
    format!("#[{}]", print(attribute))
}

/// Puts the tables into the calls that were emptied.
pub(super) fn put_back(text: &str, tables: Vec<Vec<String>>) -> String {
    if tables.is_empty() {
        return text.to_owned();
    }
    let mut tables = tables.into_iter();
    let mut out = String::with_capacity(text.len() * 2);
    for line in text.lines() {
        let is_emptied = line
            .strip_suffix("! {}")
            .is_some_and(|call| TABLES.iter().any(|name| call.ends_with(name)));
        match is_emptied.then(|| tables.next()).flatten() {
            Some(table) => put_table(&mut out, line, &table),
            None => {
                out.push_str(line);
                out.push('\n');
            }
        }
    }
    out
}

fn put_table(out: &mut String, line: &str, table: &[String]) {
    let indent = &line[..line.len() - line.trim_start().len()];
    out.push_str(line.trim_end_matches('}'));
    out.push('\n');
    for entry in table {
        if !entry.is_empty() {
            out.push_str(indent);
            out.push_str("    ");
        }
        out.push_str(entry);
        out.push('\n');
    }
    out.push_str(indent);
    out.push_str("}\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(entry: &str) -> Vec<String> {
        let tokens: TokenStream = entry.parse().expect("the entry is Rust");
        entry_lines(tokens.into_iter().collect())
    }

    #[test]
    fn entries_are_broken_between_their_parts() {
        let name = "a_name_that_is_long_enough_for_a_line";
        assert_eq!(
            lines(&format!(
                "\"Wire\" => {name}, set_{name}: Vec<crate::types::Thing> = list(crate::types::Thing)"
            )),
            [
                format!("\"Wire\" => {name}, set_{name}:"),
                "    Vec<crate::types::Thing> = list(crate::types::Thing);".to_owned(),
            ]
        );
        assert_eq!(
            lines(&format!(
                "\"Wire\" => {name}, set_{name}, get_{name}: String"
            )),
            [
                format!("\"Wire\" => {name}, set_{name},"),
                format!("    get_{name}: String;"),
            ]
        );
    }

    #[test]
    fn literals_are_never_broken() {
        let text = "\"a text = with colons: and => arrows, that is as long as a line of the file, and then somewhat longer\"";
        let joined = lines(&format!("0 {text} => x = y({text})")).join("");
        assert_eq!(joined.matches(text).count(), 2, "{joined}");
    }
}
