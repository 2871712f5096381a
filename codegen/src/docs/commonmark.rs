//! Converts CommonMark to HTML, which the rest of this module reads. HTML in it stays as it is.

use pulldown_cmark::{Event, Options, Parser, Tag, html};

/// Converts documentation as the specification describes it: <https://smithy.io/2.0/spec/documentation-traits.html>.
pub(super) fn to_html(text: &str) -> String {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).map(without_info);
    let mut out = String::with_capacity(text.len() * 5 / 4);
    html::push_html(&mut out, events);
    out
}

/// Takes the language off a code block: whatever it is, the block is no test of the generated crate.
fn without_info(event: Event<'_>) -> Event<'_> {
    match event {
        Event::Start(Tag::CodeBlock(_)) => {
            Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Indented))
        }
        other => other,
    }
}
