//! What documentation consists of, once the tags are gone: blocks, and runs of inline content inside them.

/// A piece of documentation that stands on lines of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Paragraph(Vec<Inline>),
    /// The term of a definition (`<dt>`); its definition follows as the next block of the same item.
    Term(Vec<Inline>),
    Heading(usize, Vec<Inline>),
    List(ListKind, Vec<Vec<Block>>),
    /// A note, a warning and the like, with its label.
    Aside(&'static str, Vec<Block>),
    /// Preformatted text.
    Verbatim(String),
    /// Rows of cells; the first row is the head.
    Table(Vec<Vec<Vec<Inline>>>),
}

/// The lists of HTML.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ListKind {
    Bullets,
    Numbers,
    Definitions,
}

/// Inline content, flat: marks open and close anywhere, since tags do so too. An unmatched one has no effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Inline {
    Text(String),
    Code(String),
    /// A link to a URL or to an item; its label holds text and code only.
    Link(String, Vec<Inline>),
    Open(Mark),
    Close(Mark),
}

/// The emphasis of Markdown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Emphasis,
    Strong,
}

/// The text of inline content without its markup.
pub(super) fn plain(inlines: &[Inline]) -> String {
    let mut text = String::new();
    for inline in inlines {
        match inline {
            Inline::Text(part) | Inline::Code(part) => text.push_str(part),
            Inline::Link(_, label) => text.push_str(&plain(label)),
            Inline::Open(_) | Inline::Close(_) => {}
        }
    }
    text
}
