//! AWS documentation in, rustdoc out: HTML of a `documentation` trait becomes Markdown, and Markdown becomes `#[doc]`
//! attributes.
//!
//! AWS writes its documentation in an HTML of its own: DocBook leftovers, unclosed and misnested tags, placeholders such
//! as `<account-id>` that were never meant as tags. No input is an error here; what isn't understood becomes text.
//! The HTML-to-Markdown crates were tried and left: they escape for a Markdown viewer and not for rustdoc's lints (bare
//! URLs, untagged code blocks), know no `<note>` or `<dl>`, and don't wrap. The tokenizer is html5gum's.

mod build;
mod element;
mod escape;
mod inline;
mod lead;
mod parse;
mod render;
mod sentence;
mod tree;
mod words;

#[cfg(test)]
mod tests;

use proc_macro2::TokenStream;
use quote::quote;

use self::tree::Block;

/// Tells which item of the generated crate a shape or operation name stands for: `Some("crate::types::Queue")` for
/// `Queue`, `None` for names the crate doesn't have.
pub type Links<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// The documentation of one item, as Markdown which rustdoc takes without a warning.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Docs {
    /// The whole text, wrapped, without a newline at its end. Its first paragraph is the summary.
    pub markdown: String,
    summary: String,
}

impl Docs {
    /// Translates the HTML of a documentation trait; code that names an item known to `links` becomes a link to it.
    pub fn from_html(html: &str, links: &Links) -> Docs {
        let mut blocks = parse::parse(html, links);
        lead::put_summary_first(&mut blocks);
        let markdown = render::markdown(&blocks);
        let summary = match blocks.first() {
            Some(Block::Paragraph(_)) => {
                markdown.split("\n\n").next().unwrap_or_default().to_owned()
            }
            _ => lead::summary(&blocks)
                .map(|summary| render::paragraph(&summary))
                .unwrap_or_default(),
        };
        Docs { markdown, summary }
    }

    /// The first sentence, wrapped like the text; empty only if there is no prose at all.
    pub fn summary(&self) -> &str {
        &self.summary
    }

    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.markdown.is_empty()
    }
}

/// One `#[doc]` attribute for each line, which prettyplease prints as `///` lines.
///
/// ```text
/// #[doc = " The queue."]
/// #[doc = ""]
/// #[doc = " It may be empty."]
/// ```
pub fn doc_attributes(markdown: &str) -> TokenStream {
    let lines = markdown.lines().map(spaced);
    quote!(#(#[doc = #lines])*)
}

/// The same for the file or module that the attributes stand in: `#![doc = " …"]`, printed as `//!`.
pub fn inner_doc_attributes(markdown: &str) -> TokenStream {
    let lines = markdown.lines().map(spaced);
    quote!(#(#![doc = #lines])*)
}

/// The space after `///`, which an empty line goes without.
fn spaced(line: &str) -> String {
    if line.is_empty() {
        String::new()
    } else {
        format!(" {line}")
    }
}
