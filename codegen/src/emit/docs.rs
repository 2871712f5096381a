//! Documentation and deprecation as attributes.

use proc_macro2::TokenStream;
use quote::quote;

pub(crate) use crate::docs::{
    code, code_block, doc_attributes as doc_lines, inner_doc_attributes as inner_doc_lines, plain,
};
use crate::ir::{Constraints, Deprecation, Docs, Field, RustName, Type};

/// The documentation, or `fallback` if the model has none.
pub(crate) fn docs_or(docs: &Docs, fallback: &str) -> TokenStream {
    doc_lines(if docs.markdown.is_empty() {
        fallback
    } else {
        &docs.markdown
    })
}

/// The first sentence, or `fallback` if the model has none.
pub(crate) fn summary_or<'a>(docs: &'a Docs, fallback: &'a str) -> &'a str {
    if docs.summary.is_empty() {
        fallback
    } else {
        &docs.summary
    }
}

/// One paragraph with lines of at most 96 characters, where words allow it.
pub(crate) fn wrapped(paragraph: &str) -> String {
    let mut text = String::new();
    let mut width = 0;
    for word in paragraph.split_whitespace() {
        let is_full = width > 0 && width + 1 + word.len() > 96;
        match (width, is_full) {
            (0, _) => {}
            (_, true) => text.push('\n'),
            (_, false) => text.push(' '),
        }
        width = if is_full || width == 0 {
            word.len()
        } else {
            width + 1 + word.len()
        };
        text.push_str(word);
    }
    text
}

/// The text for a member without documentation.
pub(crate) fn undocumented(field: &Field) -> String {
    format!("The member {}.", code(field.wire.as_str()))
}

/// The full documentation of a field: the model's text, then what the types don't say.
pub(crate) fn field_docs(structure: &RustName, field: &Field) -> TokenStream {
    let fallback = undocumented(field);
    let text = if field.docs.markdown.is_empty() {
        &fallback
    } else {
        &field.docs.markdown
    };
    let (constraints, pattern) = constraints(&field.constraints);
    doc_lines(&paragraphs([
        Some(text.trim_end().to_owned()),
        constraints,
        pattern,
        recursion(structure, field),
    ]))
}

/// Patterns that are longer stand in a code block.
const LONG_PATTERN: usize = 60;

/// The constraints, and a pattern that is too long to stand among them. They are stated even if the model's text contains
/// the same numbers, which can mean something else there.
fn constraints(constraints: &Constraints) -> (Option<String>, Option<String>) {
    let bounds = [&constraints.length, &constraints.range];
    let mut words: Vec<String> = bounds.into_iter().flatten().cloned().collect();
    if constraints.unique {
        words.push("items must be unique".to_owned());
    }
    let long = match constraints.pattern.as_deref() {
        Some(pattern) if pattern.len() > LONG_PATTERN => Some(format!(
            "The value must match this regular expression:\n\n{}",
            code_block(pattern)
        )),
        Some(pattern) => {
            words.push(format!("must match {}", code(pattern)));
            None
        }
        None => None,
    };
    let words = (!words.is_empty()).then(|| format!("Constraints: {}.", words.join(", ")));
    (words, long)
}

/// A note on a field whose type contains the structure itself, with what holds the value.
fn recursion(structure: &RustName, field: &Field) -> Option<String> {
    if !field.recursive {
        return None;
    }
    let holder = match &field.ty {
        _ if field.boxed => Some("Box"),
        Type::List { .. } => Some("Vec"),
        Type::Map { .. } => Some("HashMap"),
        _ => None,
    };
    let link = link(structure);
    let holder = holder.map(|holder| format!(", held by the `{holder}`"));
    Some(wrapped(&format!(
        "Recursive: contains {link}{}.",
        holder.unwrap_or_default()
    )))
}

/// Names that are also those of derive macros, which links in docs have to distinguish.
const DERIVES: [&str; 9] = [
    "Clone",
    "Copy",
    "Debug",
    "Default",
    "Eq",
    "Hash",
    "Ord",
    "PartialEq",
    "PartialOrd",
];

/// A link to a type from the file that defines it.
pub(crate) fn link(name: &RustName) -> String {
    let is_ambiguous = DERIVES.contains(&name.as_str());
    let kind = if is_ambiguous { "struct@" } else { "" };
    format!("[`{kind}{name}`]")
}

/// The documentation of a getter: the first sentence, and a link to the full text where there is more. `path` is that of
/// the structure.
pub(crate) fn getter_docs(path: &str, structure: &RustName, field: &Field) -> String {
    let fallback = undocumented(field);
    let summary = summary_or(&field.docs, &fallback);
    paragraphs([Some(wrapped(summary)), see(path, structure, field)])
}

/// The documentation of a setter: that of the getter, and how a collection grows.
pub(crate) fn setter_docs(path: &str, structure: &RustName, field: &Field) -> String {
    let fallback = undocumented(field);
    let mut summary = summary_or(&field.docs, &fallback).to_owned();
    if field.required {
        if summary.ends_with(char::is_alphanumeric) {
            summary.push('.');
        }
        summary.push_str(" Required.");
    }
    let name = field.name.as_str();
    let growth = match &field.ty {
        Type::List { .. } => Some("Appends an item; to replace all items"),
        Type::Map { .. } => Some("Adds an entry; to replace all entries"),
        _ => None,
    };
    let growth =
        growth.map(|growth| wrapped(&format!("{growth}, use [`set_{name}`](Self::set_{name}).")));
    paragraphs([Some(wrapped(&summary)), see(path, structure, field), growth])
}

/// A link to the full text of a field, if there is more than its first sentence.
fn see(path: &str, structure: &RustName, field: &Field) -> Option<String> {
    let has_more = field.docs.markdown.trim() != field.docs.summary.trim();
    let name = field.name.as_str();
    has_more.then(|| format!("See [`{structure}::{name}`](field@{path}::{name})."))
}

fn paragraphs<const N: usize>(paragraphs: [Option<String>; N]) -> String {
    let paragraphs: Vec<String> = paragraphs.into_iter().flatten().collect();
    paragraphs.join("\n\n")
}

/// `#[deprecated]` with what the model says about it.
///
/// ```ignore
/// #[deprecated(note = "Use `Name` instead. (Since 2023-01-01.)")]
/// ```
pub(crate) fn deprecated(deprecation: Option<&Deprecation>) -> Option<TokenStream> {
    let deprecation = deprecation?;
    let since = deprecation.since.as_deref();
    let version = since.filter(|since| is_version(since));
    let date = since.filter(|since| !is_version(since));
    let note = match (&deprecation.message, date) {
        (Some(message), Some(date)) => Some(format!("{message} (Since {date}.)")),
        (Some(message), None) => Some(message.clone()),
        (None, Some(date)) => Some(format!("Since {date}.")),
        (None, None) => None,
    };
    let note = note.map(|note| crate::docs::note(&note));
    let note = note.map(|note| quote!(note = #note));
    let since = version.map(|since| quote!(since = #since));
    let arguments: Vec<TokenStream> = [note, since].into_iter().flatten().collect();
    Some(if arguments.is_empty() {
        quote!(#[deprecated])
    } else {
        quote!(#[deprecated(#(#arguments),*)])
    })
}

/// Rust takes nothing but versions for `since`, models have dates as well.
fn is_version(since: &str) -> bool {
    let parts: Vec<&str> = since.split('.').collect();
    let is_number = |part: &str| {
        let all_digits = part.bytes().all(|byte| byte.is_ascii_digit());
        all_digits && part.parse::<u64>().is_ok() && (part == "0" || !part.starts_with('0'))
    };
    parts.len() == 3 && parts.into_iter().all(is_number)
}
