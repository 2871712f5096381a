//! Collects the inline content of one paragraph: text, code, links and marks, in the order the tags bring them.

use std::mem::take;

use super::Links;
use super::tree::{Inline, Mark, plain};

/// The paragraph being read.
#[derive(Default)]
pub(super) struct Inlines {
    done: Vec<Inline>,
    code: Option<OpenCode>,
    link: Option<OpenLink>,
}

/// An open `<code>`; the tags inside it are dropped, apart from the address of a link.
#[derive(Default)]
struct OpenCode {
    text: String,
    href: Option<String>,
}

/// An open `<a>`, and where its label begins.
struct OpenLink {
    start: usize,
    href: Option<String>,
}

impl Inlines {
    /// Adds text; its white space counts as one space each.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(code) = &mut self.code {
            return push_collapsed(&mut code.text, text);
        }
        let begins_label = self
            .link
            .as_ref()
            .is_some_and(|link| link.start == self.done.len());
        if begins_label || !matches!(self.done.last(), Some(Inline::Text(_))) {
            self.done.push(Inline::Text(String::new()));
        }
        if let Some(Inline::Text(last)) = self.done.last_mut() {
            push_collapsed(last, text);
        }
    }

    pub(super) fn open_mark(&mut self, mark: Mark) {
        if self.code.is_none() {
            self.done.push(Inline::Open(mark));
        }
    }

    pub(super) fn close_mark(&mut self, mark: Mark) {
        if self.code.is_none() {
            self.done.push(Inline::Close(mark));
        }
    }

    pub(super) fn open_code(&mut self) {
        self.code.get_or_insert_default();
    }

    /// Ends the code, as a link if it is the name of an item. The spaces at its ends belong outside.
    pub(super) fn close_code(&mut self, links: &Links) {
        let Some(OpenCode { text, href }) = self.code.take() else {
            return;
        };
        let name = text.trim();
        if text.starts_with(' ') {
            self.text(" ");
        }
        if !name.is_empty() {
            let code = Inline::Code(name.to_owned());
            let target = if self.link.is_some() {
                None
            } else {
                links(name).or(href)
            };
            self.done.push(match target {
                Some(target) => Inline::Link(target, vec![code]),
                None => code,
            });
        }
        if text.ends_with(' ') {
            self.text(" ");
        }
    }

    pub(super) fn open_link(&mut self, href: Option<&str>, links: &Links) {
        let href = href.and_then(web_address);
        if let Some(code) = &mut self.code {
            code.href = code.href.take().or(href);
            return;
        }
        self.close_link(links);
        self.link = Some(OpenLink {
            start: self.done.len(),
            href,
        });
    }

    /// Ends the link. A label that names an item, with no address or with that of its page in the API reference, links
    /// to the item.
    pub(super) fn close_link(&mut self, links: &Links) {
        if self.code.is_some() {
            return;
        }
        let Some(OpenLink { start, href }) = self.link.take() else {
            return;
        };
        let label = self.done.split_off(start);
        let text = plain(&label);
        let name = text.trim();
        let item = if href.as_deref().is_none_or(|href| href.contains("/API_")) {
            links(name)
        } else {
            None
        };
        if text.starts_with(' ') {
            self.text(" ");
        }
        match (item, href) {
            (Some(path), _) => self
                .done
                .push(Inline::Link(path, vec![Inline::Code(name.to_owned())])),
            (None, Some(href)) => self.done.push(Inline::Link(href, without_marks(label))),
            (None, None) if is_item_name(name) => self.done.push(Inline::Code(name.to_owned())),
            (None, None) => self.done.extend(label),
        }
        if text.ends_with(' ') {
            self.text(" ");
        }
    }

    /// The content collected, or `None` if there is none to be seen. What is still open ends here: code as code, a link
    /// as its text.
    pub(super) fn finish(&mut self, links: &Links) -> Option<Vec<Inline>> {
        self.close_code(links);
        self.link = None;
        let done = take(&mut self.done);
        let visible = |inline: &Inline| match inline {
            Inline::Text(text) => !text.trim().is_empty(),
            Inline::Code(_) | Inline::Link(..) => true,
            Inline::Open(_) | Inline::Close(_) => false,
        };
        done.iter().any(visible).then_some(done)
    }
}

/// Appends text with its white space collapsed, and without characters that are invisible: control characters, and the
/// ones that change the direction of writing, which rustc denies in comments.
pub(super) fn push_collapsed(out: &mut String, text: &str) {
    let mut rest = text;
    loop {
        let plain = rest
            .bytes()
            .position(|byte| !byte.is_ascii_graphic())
            .unwrap_or(rest.len());
        out.push_str(&rest[..plain]);
        let mut chars = rest[plain..].chars();
        match chars.next() {
            None => return,
            Some(c) if c.is_whitespace() && out.ends_with(' ') => {}
            Some(c) if c.is_whitespace() => out.push(' '),
            Some(c) if is_invisible(c) => {}
            Some(c) => out.push(c),
        }
        rest = chars.as_str();
    }
}

/// Whether rustc or an editor would complain about this character in a comment.
pub(super) fn is_invisible(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The address if it is one of the web: docs.aws.amazon.com's relative ones lead nowhere from docs.rs.
fn web_address(href: &str) -> Option<String> {
    let href = href.trim();
    let (scheme, rest) = href.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    (web && host.contains('.') && !href.contains(char::is_whitespace)).then(|| href.to_owned())
}

fn without_marks(label: Vec<Inline>) -> Vec<Inline> {
    label
        .into_iter()
        .filter(|inline| !matches!(inline, Inline::Open(_) | Inline::Close(_)))
        .collect()
}

/// Whether an `<a>` without address means an item, such as `<a>DescribeStream</a>`, and not a word of prose.
fn is_item_name(name: &str) -> bool {
    name.starts_with(|c: char| c.is_ascii_alphabetic())
        && name
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || "_$.:-".contains(c))
        && name
            .chars()
            .skip(1)
            .any(|c| c.is_ascii_uppercase() || "_$:".contains(c))
}
