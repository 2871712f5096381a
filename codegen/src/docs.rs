//! AWS documentation in, rustdoc out: HTML of a `documentation` trait becomes Markdown, and Markdown becomes `#[doc]`
//! attributes.
//!
//! AWS writes its documentation in an HTML of its own: DocBook leftovers, unclosed and misnested tags, placeholders such
//! as `<account-id>` that were never meant as tags. No input is an error here; what isn't understood becomes text.
//! The HTML-to-Markdown crates were tried and left: they escape for a Markdown viewer and not for rustdoc's lints (bare
//! URLs, untagged code blocks), know no `<note>` or `<dl>`, and don't wrap. The tokenizer is html5gum's.

mod build;
mod commonmark;
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

use self::tree::{Block, Inline};

/// Tells which item of the generated crate a shape or operation name stands for: `Some("crate::types::Queue")` for
/// `Queue`, `None` for names the crate doesn't have. For an item which is in scope where the documentation will stand, it
/// must be the bare name: rustdoc warns of an explicit target there (`redundant_explicit_links`).
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
        Self::from_blocks(&blocks)
    }

    fn from_blocks(blocks: &[Block]) -> Docs {
        let markdown = render::markdown(blocks);
        let summary = if let Some(Block::Paragraph(_)) = blocks.first() {
            markdown.split("\n\n").next().unwrap_or_default().to_owned()
        } else {
            lead::summary(blocks)
                .map(|summary| render::paragraph(&summary))
                .unwrap_or_default()
        };
        Docs { markdown, summary }
    }

    /// Converts CommonMark, in which the documentation of models that aren't AWS's is written. It may contain HTML.
    pub fn from_commonmark(text: &str, links: &Links) -> Docs {
        let mut blocks = parse::parse(&commonmark::to_html(text), links);
        lead::split_summary(&mut blocks);
        Self::from_blocks(&blocks)
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

/// Returns text that isn't documentation, such as a title, as a paragraph of Markdown.
pub fn plain(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    inline::push_collapsed(&mut collapsed, text.trim());
    render::paragraph(&[Inline::Text(collapsed)])
}

/// Returns the text of a deprecation note. rustdoc reads it as Markdown, while rustc prints it as it is: so only tags and
/// links are escaped, which rustdoc's lints reject.
pub fn note(text: &str) -> String {
    let mut collapsed = String::with_capacity(text.len());
    inline::push_collapsed(&mut collapsed, text.trim());
    collapsed.replace('[', "\\[").replace('<', "\\<")
}

/// Returns text that isn't prose, such as a value or a name on the wire, as code on one line.
///
/// Line breaks and characters that are invisible are escaped as in Rust.
pub fn code(text: &str) -> String {
    let code = visible(text);
    if code.trim().is_empty() {
        escape::code_span(&format!("{code:?}"))
    } else {
        escape::code_span(&code)
    }
}

/// Returns text that isn't prose as a code block of one line, with the escapes of [`code`].
pub fn code_block(text: &str) -> String {
    format!("~~~~text\n{}\n~~~~", visible(text))
}

fn visible(text: &str) -> String {
    let escape = |c: char| {
        if inline::is_invisible(c) {
            c.escape_unicode().to_string()
        } else {
            c.to_string()
        }
    };
    text.chars().map(escape).collect()
}

/// Separates the lines in a `#[doc]` attribute of [`doc_attributes`]. Documentation doesn't contain it, because it is
/// invisible.
pub const LINE_BREAK: char = '\u{1}';

/// One `#[doc]` attribute with all lines, which [`format`](crate::format) turns into `///` lines. Parsing and printing one
/// attribute takes much less time than one for each line.
///
/// ```text
/// #[doc = " The queue.\u{1}\u{1} It may be empty."]
/// ```
pub fn doc_attributes(markdown: &str) -> TokenStream {
    let text = joined(markdown).into_iter();
    quote!(#(#[doc = #text])*)
}

/// The same for the file or module that the attribute stands in, which gets `//!` lines.
pub fn inner_doc_attributes(markdown: &str) -> TokenStream {
    let text = joined(markdown).into_iter();
    quote!(#(#![doc = #text])*)
}

/// Returns the text of the attribute; `None` if there are no lines.
fn joined(markdown: &str) -> Option<String> {
    let mut text = String::with_capacity(markdown.len() + markdown.len() / 16);
    for (index, line) in markdown.lines().enumerate() {
        if index > 0 {
            text.push(LINE_BREAK);
        }
        push_line(&mut text, line);
    }
    (!markdown.is_empty()).then_some(text)
}

/// Adds a line, with a space before it if it isn't empty, and without what rustc and clippy don't accept in comments:
/// characters that are invisible, which can change the direction of the text, tabs, and spaces at the end.
fn push_line(text: &mut String, line: &str) {
    if !line.is_empty() {
        text.push(' ');
    }
    for c in line.chars() {
        match c {
            '\t' => text.push_str("    "),
            c if inline::is_invisible(c) => {}
            c => text.push(c),
        }
    }
    text.truncate(text.trim_end_matches(' ').len());
}
