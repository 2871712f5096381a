//! Prints the macro calls that list the fields of a builder or the values of an enum, as a person would write them:
//! prettyplease prints the tokens of a call as one paragraph.
//!
//! The calls are taken out before printing and put back, so that nothing but their own tokens is touched.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use syn::{File, ImplItem, Item, Macro};

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

/// Empties the tables of a file and returns their entries in order.
pub(super) fn take(file: &mut File) -> Vec<Vec<String>> {
    let mut tables = Vec::new();
    take_items(&mut file.items, &mut tables);
    tables
}

fn take_items(items: &mut [Item], tables: &mut Vec<Vec<String>>) {
    for item in items {
        match item {
            Item::Macro(item) => take_macro(&mut item.mac, tables),
            Item::Impl(block) => {
                for item in &mut block.items {
                    if let ImplItem::Macro(item) = item {
                        take_macro(&mut item.mac, tables);
                    }
                }
            }
            Item::Mod(module) => {
                if let Some((_, items)) = &mut module.content {
                    take_items(items, tables);
                }
            }
            _ => {}
        }
    }
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
    let mut entry = TokenStream::new();
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
                let text = print(std::mem::take(&mut entry));
                lines.extend(entry_lines(&text));
                if std::mem::take(&mut is_head) && tokens.peek().is_some() {
                    lines.push(String::new());
                }
            }
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                lines.push(format!("{} {{", print(std::mem::take(&mut entry))));
                lines.extend(
                    items(group.stream())
                        .into_iter()
                        .map(|line| format!("    {line}")),
                );
                lines.push("}".to_owned());
            }
            _ => entry.extend([token]),
        }
    }
    if !entry.is_empty() {
        lines.push(print(entry));
    }
    lines
}

/// An entry on one line or, where that would be too long, on as many as it takes: it may be broken behind its name on the
/// wire, before its type, and before what it is set to.
fn entry_lines(entry: &str) -> Vec<String> {
    const WIDTH: usize = 104;
    let entry = format!("{entry};");
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces(&entry) {
        match lines.last_mut() {
            Some(line) if line.len() + 1 + piece.len() <= WIDTH => {
                line.push(' ');
                line.push_str(piece);
            }
            Some(_) => lines.push(format!("    {piece}")),
            None => lines.push(piece.to_owned()),
        }
    }
    lines
}

/// An entry in the pieces that may stand on lines of their own.
fn pieces(entry: &str) -> Vec<&str> {
    // A name on the wire may be any text, so nothing is looked for in it.
    let arrow = entry.rfind("=> ").filter(|_| entry.starts_with('"'));
    let start = arrow.map_or(0, |arrow| arrow + 2);
    let rest = &entry[start..];
    let colon = rest
        .find(": ")
        .filter(|colon| !rest[..*colon].contains('"'));
    let mut middles = [" = ", " with ", " called by "].iter();
    let middle = middles.find_map(|middle| rest.rfind(middle));
    let spaces = [
        arrow.map(|_| start),
        colon.map(|colon| start + colon + 1),
        middle.map(|middle| start + middle),
    ];
    let mut pieces = Vec::new();
    let mut begin = 0;
    for space in spaces.into_iter().flatten().filter(|space| *space > 0) {
        if space > begin {
            pieces.push(&entry[begin..space]);
            begin = space + 1;
        }
    }
    pieces.push(&entry[begin..]);
    pieces
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
        let is_emptied = TABLES
            .iter()
            .any(|name| line.ends_with(&format!("{name}! {{}}")));
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
