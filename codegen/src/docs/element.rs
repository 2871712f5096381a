//! Tag names in, their meaning for the text out.

use super::tree::{ListKind, Mark};

/// What a tag does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Paragraph,
    Break,
    Heading(usize),
    List(ListKind),
    Item,
    Term,
    Definition,
    Aside(&'static str),
    Verbatim,
    Table,
    Row,
    Cell,
    Code,
    Mark(Mark),
    Anchor,
    /// A tag which says nothing that Markdown could show; its content counts.
    Transparent,
    /// Not a tag of any markup: a placeholder like `<region>`.
    Unknown,
}

/// The meaning of a tag, by its name in lower case.
pub(super) fn element(name: &str) -> Element {
    match name {
        "p" | "para" | "div" | "section" | "blockquote" => Element::Paragraph,
        "br" | "hr" => Element::Break,
        "h1" | "title" | "fullname" => Element::Heading(1),
        "h2" => Element::Heading(2),
        "h3" => Element::Heading(3),
        "h4" | "h5" | "h6" => Element::Heading(4),
        "ul" | "itemizedlist" => Element::List(ListKind::Bullets),
        "ol" | "orderedlist" => Element::List(ListKind::Numbers),
        "dl" => Element::List(ListKind::Definitions),
        "li" | "listitem" => Element::Item,
        "dt" => Element::Term,
        "dd" => Element::Definition,
        "note" => Element::Aside("Note"),
        "important" => Element::Aside("Important"),
        "caution" => Element::Aside("Caution"),
        "warning" => Element::Aside("Warning"),
        "tip" => Element::Aside("Tip"),
        "pre" | "programlisting" | "screen" => Element::Verbatim,
        "table" => Element::Table,
        "tr" => Element::Row,
        "td" | "th" => Element::Cell,
        "code" | "tt" | "kbd" | "samp" | "literal" | "function" | "filename" => Element::Code,
        "i" | "em" | "emphasis" | "replaceable" | "var" | "cite" | "dfn" => {
            Element::Mark(Mark::Emphasis)
        }
        "b" | "strong" => Element::Mark(Mark::Strong),
        "a" | "ulink" => Element::Anchor,
        "thead" | "tbody" | "tfoot" | "caption" | "span" | "u" | "s" | "sub" | "sup" | "small"
        | "big" | "font" | "center" | "link" | "xref" | "text" | "img" | "zonbook" | "xhtml"
        | "html" | "body" | "script" | "style" => Element::Transparent,
        _ => Element::Unknown,
    }
}
