//! Documentation and deprecation as attributes.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ir::{Deprecation, Docs, Field};

/// One `#[doc]` attribute per line, which the formatter turns into `///` lines.
pub(crate) fn doc_lines(markdown: &str) -> TokenStream {
    let lines = markdown.lines().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#[doc = #lines])*)
}

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

/// What stands in place of missing documentation of a member.
pub(crate) fn undocumented(field: &Field) -> String {
    format!("The member `{}`.", field.wire.as_str())
}

/// A field's full documentation: the model's text, then what the types don't say.
pub(crate) fn field_docs(field: &Field) -> TokenStream {
    let fallback = undocumented(field);
    let text = if field.docs.markdown.is_empty() {
        &fallback
    } else {
        &field.docs.markdown
    };
    let mut markdown = text.trim_end().to_owned();
    let constraints = (!field.constraints.is_empty())
        .then(|| format!("Constraints: {}.", field.constraints.join(", ")));
    let recursive = field.recursive.then(|| "The type is recursive.".to_owned());
    let notes: Vec<String> = [constraints, recursive].into_iter().flatten().collect();
    if !notes.is_empty() {
        markdown.push_str("\n\n");
        markdown.push_str(&notes.join(" "));
    }
    doc_lines(&markdown)
}

/// `#[deprecated]` with what the model says about it.
///
/// ```ignore
/// #[deprecated(note = "Use `Name` instead.", since = "2023-01-01")]
/// ```
pub(crate) fn deprecated(deprecation: Option<&Deprecation>) -> Option<TokenStream> {
    let deprecation = deprecation?;
    let note = deprecation
        .message
        .as_ref()
        .map(|message| quote!(note = #message));
    let since = deprecation
        .since
        .as_ref()
        .map(|since| quote!(since = #since));
    let arguments: Vec<TokenStream> = [note, since].into_iter().flatten().collect();
    Some(if arguments.is_empty() {
        quote!(#[deprecated])
    } else {
        quote!(#[deprecated(#(#arguments),*)])
    })
}

/// The same for the crate or module itself.
pub(crate) fn inner_doc_lines(markdown: &str) -> TokenStream {
    let lines = markdown.lines().map(|line| {
        if line.is_empty() {
            String::new()
        } else {
            format!(" {line}")
        }
    });
    quote!(#(#![doc = #lines])*)
}
