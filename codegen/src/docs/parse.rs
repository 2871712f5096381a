//! HTML in, blocks out: hands the tags and texts that html5gum finds to the [`Builder`].

use std::borrow::Cow;
use std::convert::Infallible;

use html5gum::emitters::default::{DefaultEmitter, StartTag};
use html5gum::{Token, Tokenizer};

use super::Links;
use super::build::{Builder, Closes};
use super::element::{Element, element};
use super::tree::Block;

/// Reads documentation; never fails.
pub(super) fn parse(html: &str, links: &Links) -> Vec<Block> {
    let mut builder = Builder::new(links);
    let mut verbatim = None;
    for token in Tokenizer::new_with_emitter(html, DefaultEmitter::<usize>::new_with_span()) {
        let token = token.unwrap_or_else(|never: Infallible| match never {});
        verbatim = match verbatim {
            Some(text) => read_verbatim(&mut builder, text, token),
            None => read(&mut builder, html, token),
        };
    }
    if let Some(text) = verbatim {
        builder.verbatim(text);
    }
    builder.finish()
}

/// Takes one token; `Some` if it begins preformatted text.
fn read(builder: &mut Builder, html: &str, token: Token<usize>) -> Option<String> {
    match token {
        Token::String(text) => builder.inlines.text(&utf8(&text)),
        Token::StartTag(tag) => match element(&utf8(&tag.name)) {
            Element::Verbatim if !tag.self_closing => return Some(String::new()),
            Element::Unknown => placeholder(builder, html, &tag),
            known => {
                start(builder, known, &tag);
                // AWS's sources are XML, where `<ul/>` is an empty list and not an open one.
                if tag.self_closing {
                    end(builder, known);
                }
            }
        },
        Token::EndTag(tag) => end(builder, element(&utf8(&tag.name))),
        Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
    }
    None
}

/// Takes one token of preformatted text, of which all tags but its end are dropped; `Some` if it goes on.
fn read_verbatim(builder: &mut Builder, mut text: String, token: Token<usize>) -> Option<String> {
    match token {
        Token::String(more) => text.push_str(&utf8(&more)),
        Token::EndTag(tag) if element(&utf8(&tag.name)) == Element::Verbatim => {
            builder.verbatim(text);
            return None;
        }
        Token::StartTag(_)
        | Token::EndTag(_)
        | Token::Comment(_)
        | Token::Doctype(_)
        | Token::Error(_) => {}
    }
    Some(text)
}

/// A tag nobody knows is a placeholder, and shown as it is written, unless it has an end tag.
fn placeholder(builder: &mut Builder, html: &str, tag: &StartTag<usize>) {
    let end_tag = format!("</{}", utf8(&tag.name));
    let source = html.get(tag.span.start..tag.span.end).unwrap_or_default();
    if !html.to_ascii_lowercase().contains(&end_tag) {
        builder.inlines.text(source);
    }
}

fn start(builder: &mut Builder, element: Element, tag: &StartTag<usize>) {
    match element {
        Element::Paragraph | Element::Break => builder.end_paragraph(),
        Element::Heading(level) => builder.open_heading(level),
        Element::List(kind) => builder.open_list(kind),
        Element::Item => builder.open_item(),
        Element::Term => builder.open_term(),
        Element::Definition => builder.open_definition(),
        Element::Aside(label) => builder.open_aside(label),
        Element::Table => builder.open_table(),
        Element::Row => builder.open_row(),
        Element::Cell => builder.open_cell(),
        Element::Code => builder.inlines.open_code(),
        Element::Mark(mark) => builder.inlines.open_mark(mark),
        Element::Anchor => {
            let href = tag
                .attributes
                .get(&b"href"[..])
                .or_else(|| tag.attributes.get(&b"url"[..]));
            builder
                .inlines
                .open_link(href.map(|href| utf8(href)).as_deref(), builder.links);
        }
        Element::Verbatim | Element::Transparent | Element::Unknown => {}
    }
}

fn end(builder: &mut Builder, element: Element) {
    match element {
        Element::Paragraph | Element::Break | Element::Row | Element::Cell => {
            builder.end_paragraph()
        }
        Element::Heading(_) => builder.close(Closes::Heading),
        Element::List(_) => builder.close(Closes::List),
        Element::Item | Element::Definition => builder.close(Closes::Item),
        Element::Term => builder.close(Closes::Term),
        Element::Aside(_) => builder.close(Closes::Aside),
        Element::Table => builder.close(Closes::Table),
        Element::Code => builder.inlines.close_code(builder.links),
        Element::Mark(mark) => builder.inlines.close_mark(mark),
        Element::Anchor => builder.inlines.close_link(builder.links),
        Element::Verbatim | Element::Transparent | Element::Unknown => {}
    }
}

fn utf8(bytes: &[u8]) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes)
}
