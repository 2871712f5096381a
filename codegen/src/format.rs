//! Tokens in, readable files out: syn parses them, prettyplease prints them, and blank lines and a header are added.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use rayon::iter::{IntoParallelIterator, ParallelIterator};
use syn::parse::{Parse, ParseStream, Parser};
use syn::{Attribute, Expr, File, ImplItem, Item, Stmt, TraitItem};

#[cfg(test)]
mod tests;

/// Tokens that aren't Rust: a bug in an emitter.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}: the generated tokens are not valid Rust: {message}\n    at: {tokens}", file.display())]
pub struct FormatError {
    /// The file that they were to become.
    pub file: PathBuf,
    /// What syn says is wrong.
    pub message: String,
    /// The tokens from there on, shortened.
    pub tokens: String,
}

/// Something that emits the tokens of one file. It is called on the thread that formats them, since tokens can't move
/// from one thread to another.
pub type Emit<'a> = Box<dyn FnOnce() -> TokenStream + Send + 'a>;

/// Emits and formats files in parallel.
///
/// # Errors
///
/// Every file whose tokens aren't Rust, in the order of their names.
pub fn format_files(
    files: BTreeMap<PathBuf, Emit<'_>>,
    header: &str,
) -> Result<BTreeMap<PathBuf, String>, Vec<FormatError>> {
    let format = |(path, emit): (PathBuf, Emit<'_>)| {
        let text = format_file(&path, emit(), header);
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

/// Formats the tokens of one file below the header, which is a comment. The text ends in one newline.
///
/// # Errors
///
/// If the tokens aren't Rust. `path` is only named in the error.
pub fn format_file(path: &Path, tokens: TokenStream, header: &str) -> Result<String, FormatError> {
    let file = syn::parse2(tokens.clone()).map_err(|error| failure(path, tokens, &error))?;
    let body = prettyplease::unparse(&with_blank_lines(file));
    let parts = [header.trim_end(), body.trim_end()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    Ok(parts.join("\n\n") + "\n")
}

/// Names the place where parsing fails. Tokens from `quote!` carry no position, so it is found by parsing item by item,
/// then member by member and statement by statement.
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

/// What is left of the tokens after as many of `T` as can be parsed, if there is at least one, and something left.
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

/// What stands in the first braces.
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

/// Puts a blank line between items. It is an item without tokens to syn, and an empty line to prettyplease: so nothing
/// in a string or comment can be taken for a place to put one.
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

/// Spaces what is inside an item that holds others.
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

/// Puts a blank between neighbours, except two of the same group.
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

/// What stands together without blank lines: one-liners of a kind.
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

/// Whether a value surely fits on the line of its constant.
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
