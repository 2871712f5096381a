//! Formats emitted tokens as files: syn parses them, prettyplease prints them, and a header and blank lines are added.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Expr, File, ImplItem, Item, Stmt, TraitItem};

use crate::docs::LINE_BREAK;

#[cfg(test)]
mod tests;

/// The emitted tokens are not valid Rust, which is a bug in an emitter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: the generated tokens are not valid Rust: {message}\n    at: {tokens}", file.display())]
pub struct FormatError {
    /// The file that was to be formatted.
    pub file: PathBuf,
    /// The message of syn.
    pub message: String,
    /// The tokens at which parsing fails, shortened.
    pub tokens: String,
}

/// Emits the tokens of one file. The function is called on the thread that formats the file, because tokens can't be sent
/// between threads.
pub type Emit<'a> = Box<dyn Fn() -> TokenStream + Send + 'a>;

/// Emits and formats files in parallel.
///
/// # Errors
///
/// All files whose tokens are not valid Rust, in the order of their paths.
pub fn format_files(
    files: BTreeMap<PathBuf, Emit<'_>>,
    header: &str,
) -> Result<BTreeMap<PathBuf, String>, Vec<FormatError>> {
    let format = |(path, emit): (PathBuf, Emit<'_>)| {
        let text = format_file(&path, &emit, header);
        (path, text)
    };
    let mut texts = BTreeMap::new();
    let mut errors = Vec::new();
    for (path, text) in files.into_par_iter().map(format).collect::<Vec<_>>() {
        match text {
            Ok(text) => drop(texts.insert(path, text)),
            Err(error) => errors.push(error),
        }
    }
    if errors.is_empty() {
        Ok(texts)
    } else {
        Err(errors)
    }
}

/// Emits and formats one file below the header, which is a comment. The text ends with one newline.
///
/// # Errors
///
/// The tokens are not valid Rust. `path` is only used in the error.
pub fn format_file(
    path: &Path,
    emit: &dyn Fn() -> TokenStream,
    header: &str,
) -> Result<String, FormatError> {
    // Tokens are emitted again for the error. A clone that is kept for it would make syn copy all of them.
    let file = syn::parse2(emit()).map_err(|error| failure(path, emit(), &error))?;
    let body = prettyplease::unparse(&with_blank_lines(file));
    let body = with_doc_lines(&body);
    let parts = [header.trim_end(), body.trim_end()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(parts.join("\n\n") + "\n")
}

/// Puts the lines of documentation that share a `///` or `//!` on lines of their own.
pub(crate) fn with_doc_lines(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    for line in text.lines() {
        let mut parts = line.split(LINE_BREAK);
        out.push_str(parts.next().unwrap_or_default());
        let marker = line.len() - line.trim_start().len() + "///".len();
        for part in parts {
            out.push('\n');
            out.push_str(&line[..marker]);
            out.push_str(part);
        }
        out.push('\n');
    }
    out
}

/// Returns the error with the place where parsing fails. Tokens from `quote!` have no position, so the place is found by
/// parsing item by item, then member by member and statement by statement.
fn failure(path: &Path, tokens: TokenStream, error: &syn::Error) -> FormatError {
    let mut place = unparsed::<Item>(tokens.clone()).unwrap_or(tokens);
    while let Some(body) = first_body(&place)
        && let Some(deeper) = unparsed::<ImplItem>(body.clone()).or_else(|| unparsed::<Stmt>(body))
    {
        place = deeper;
    }
    FormatError {
        file: path.to_owned(),
        message: error.to_string(),
        tokens: excerpt(&place.to_string()),
    }
}

/// Parses as many `T` as possible and returns the remaining tokens, if at least one was parsed and tokens remain.
fn unparsed<T: Parse>(tokens: TokenStream) -> Option<TokenStream> {
    let parse = |input: ParseStream| {
        let mut parsed = !input.call(Attribute::parse_inner)?.is_empty();
        while !input.is_empty() && input.fork().parse::<T>().is_ok() {
            input.parse::<T>()?;
            parsed = true;
        }
        let rest = input.parse::<TokenStream>()?;
        Ok((parsed && !rest.is_empty()).then_some(rest))
    };
    parse.parse2(tokens).ok().flatten()
}

/// Returns the tokens in the first braces.
fn first_body(tokens: &TokenStream) -> Option<TokenStream> {
    tokens.clone().into_iter().find_map(|token| match token {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => Some(group.stream()),
        TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {
            None
        }
    })
}

fn excerpt(tokens: &str) -> String {
    const LENGTH: usize = 400;
    match tokens.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{} …", &tokens[..end]),
        None => tokens.to_owned(),
    }
}

/// Puts blank lines between items. A blank line is an item without tokens, which prettyplease prints as an empty line, so
/// the contents of strings and comments are never touched.
fn with_blank_lines(mut file: File) -> File {
    file.items = spaced_items(file.items);
    if !file.attrs.is_empty() && !file.items.is_empty() {
        file.items.insert(0, blank_item());
    }
    file
}

fn spaced_items(items: Vec<Item>) -> Vec<Item> {
    let items = items.into_iter().map(spaced_inside).collect();
    spaced(items, item_group, blank_item)
}

/// Puts blank lines between the items inside an item.
fn spaced_inside(mut item: Item) -> Item {
    match &mut item {
        Item::Impl(block) => {
            block.items = spaced(std::mem::take(&mut block.items), impl_group, || {
                ImplItem::Verbatim(TokenStream::new())
            });
        }
        Item::Trait(block) => {
            block.items = spaced(std::mem::take(&mut block.items), trait_group, || {
                TraitItem::Verbatim(TokenStream::new())
            });
        }
        Item::Mod(module) => {
            if let Some((_, items)) = &mut module.content {
                *items = spaced_items(std::mem::take(items));
            }
        }
        _ => {}
    }
    item
}

fn blank_item() -> Item {
    Item::Verbatim(TokenStream::new())
}

/// Puts a blank between neighbors, except between two of the same group.
fn spaced<T>(items: Vec<T>, group: fn(&T) -> Group, blank: fn() -> T) -> Vec<T> {
    let mut out: Vec<T> = Vec::with_capacity(items.len() * 2);
    let mut last = None;
    for item in items {
        let this = group(&item);
        if last.is_some_and(|last| last != this || this == Group::Apart) {
            out.push(blank());
        }
        last = Some(this);
        out.push(item);
    }
    out
}

/// Items of one group stand together without blank lines: they are short and of one kind.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Imports,
    Modules,
    Constants,
    Types,
    Signatures,
    Apart,
}

/// Returns the group of an item. An item with attributes is set apart, except a module or an import with a condition.
fn item_group(item: &Item) -> Group {
    match item {
        Item::Use(item) if !is_documented(&item.attrs) => Group::Imports,
        Item::Mod(item) if !is_documented(&item.attrs) && item.content.is_none() => Group::Modules,
        Item::Const(item) if item.attrs.is_empty() && is_short(&item.expr) => Group::Constants,
        Item::Static(item) if item.attrs.is_empty() && is_short(&item.expr) => Group::Constants,
        Item::Type(item) if item.attrs.is_empty() => Group::Types,
        _ => Group::Apart,
    }
}

fn is_documented(attributes: &[Attribute]) -> bool {
    attributes
        .iter()
        .any(|attribute| attribute.path().is_ident("doc"))
}

fn impl_group(item: &ImplItem) -> Group {
    match item {
        ImplItem::Const(item) if item.attrs.is_empty() && is_short(&item.expr) => Group::Constants,
        ImplItem::Type(item) if item.attrs.is_empty() => Group::Types,
        _ => Group::Apart,
    }
}

fn trait_group(item: &TraitItem) -> Group {
    match item {
        TraitItem::Const(item) if item.attrs.is_empty() => Group::Constants,
        TraitItem::Type(item) if item.attrs.is_empty() => Group::Types,
        TraitItem::Fn(item) if item.attrs.is_empty() && item.default.is_none() => Group::Signatures,
        _ => Group::Apart,
    }
}

/// Returns whether a value certainly fits on the line of its constant.
fn is_short(value: &Expr) -> bool {
    match value {
        Expr::Lit(_) | Expr::Path(_) => true,
        Expr::Unary(unary) => is_short(&unary.expr),
        Expr::Reference(reference) => is_short(&reference.expr),
        Expr::Array(array) => array.elems.is_empty(),
        Expr::Call(call) => {
            is_short(&call.func) && call.args.len() < 3 && call.args.iter().all(is_short)
        }
        _ => false,
    }
}
