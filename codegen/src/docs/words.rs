//! Inline content in, words out: pieces of Markdown between which a line may break.

use super::escape::{Part, code_span, escape, is_plain, link_target, parts};
use super::tree::{Inline, Mark, plain};

/// Turns inline content into words; links and code are one word each.
pub(super) fn words(inlines: &[Inline]) -> Vec<String> {
    let effective = effective_marks(inlines);
    let mut words = Words::default();
    for (at, inline) in inlines.iter().enumerate() {
        match inline {
            Inline::Text(text) => words.text(text),
            Inline::Code(code) => words.code(code),
            Inline::Link(target, label) => words.link(&link(target, label)),
            Inline::Open(mark) if effective[at] => words.open = marker(*mark),
            Inline::Close(mark) if effective[at] => words.close(marker(*mark)),
            Inline::Open(_) | Inline::Close(_) => {}
        }
    }
    words.done
}

/// The words so far, and how the next piece joins them.
#[derive(Default)]
struct Words {
    done: Vec<String>,
    space: bool,
    after_code: bool,
    open: &'static str,
}

impl Words {
    fn text(&mut self, text: &str) {
        for (nth, run) in text.split(' ').enumerate() {
            self.space |= nth > 0;
            if is_plain(run) {
                self.push(run);
                continue;
            }
            for part in parts(run) {
                match part {
                    Part::Text(text) => self.push(&text),
                    Part::Url(url) => self.push(&format!("<{url}>")),
                    Part::Template(url) => self.code(&url),
                }
            }
        }
    }

    fn code(&mut self, code: &str) {
        // Two code spans side by side would be read as one.
        self.space |= self.after_code;
        self.push(&code_span(code));
        self.after_code = true;
    }

    fn link(&mut self, link: &str) {
        // `!` before a link makes it an image.
        if let (false, Some(word)) = (self.space, self.done.last_mut())
            && word.ends_with('!')
        {
            word.insert(word.len() - 1, '\\');
        }
        self.push(link);
    }

    fn push(&mut self, piece: &str) {
        if piece.is_empty() {
            return;
        }
        if self.space || self.done.is_empty() {
            self.done.push(String::new());
        }
        let word = self
            .done
            .last_mut()
            .expect("pushed above if there was none");
        word.push_str(self.open);
        word.push_str(piece);
        self.open = "";
        self.space = false;
        self.after_code = false;
    }

    fn close(&mut self, marker: &str) {
        if let Some(word) = self.done.last_mut() {
            word.push_str(marker);
            self.after_code = false;
        }
    }
}

fn marker(mark: Mark) -> &'static str {
    match mark {
        Mark::Emphasis => "*",
        Mark::Strong => "**",
    }
}

/// `[label](target)`, or `<target>` if the label is nothing else.
fn link(target: &str, label: &[Inline]) -> String {
    let text = plain(label);
    let is_web = target.contains("://");
    if is_web
        && (text.trim().is_empty() || text.trim() == target)
        && !target.contains(['<', '>', '\\'])
    {
        return format!("<{target}>");
    }
    let mut words = Words::default();
    for inline in label {
        match inline {
            Inline::Text(text) => words.label_text(text),
            Inline::Code(code) => words.code(code),
            Inline::Link(..) | Inline::Open(_) | Inline::Close(_) => {}
        }
    }
    format!("[{}]({})", words.done.join(" "), link_target(target))
}

impl Words {
    /// Text in a link, where a URL is no link of its own.
    fn label_text(&mut self, text: &str) {
        for (nth, run) in text.split(' ').enumerate() {
            self.space |= nth > 0;
            self.push(&escape(run));
        }
    }
}

/// Which of the marks have their other half, are not inside another mark, and stand where Markdown would see them.
fn effective_marks(inlines: &[Inline]) -> Vec<bool> {
    let mut effective = vec![false; inlines.len()];
    let mut open: Option<(usize, Mark)> = None;
    for (at, inline) in inlines.iter().enumerate() {
        match (inline, open) {
            (Inline::Open(mark), None) => open = Some((at, *mark)),
            (Inline::Close(mark), Some((start, opened))) if *mark == opened => {
                let blank = plain(&inlines[start..at]).trim().is_empty();
                let shown = !blank && can_open(inlines, start) && can_close(inlines, at);
                let touches_last = inlines[..start]
                    .last()
                    .is_some_and(|last| matches!(last, Inline::Close(_)));
                effective[start] = shown && !touches_last;
                effective[at] = effective[start];
                open = None;
            }
            (
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::Link(..)
                | Inline::Open(_)
                | Inline::Close(_),
                _,
            ) => {}
        }
    }
    effective
}

/// The rule of CommonMark 6.2: a delimiter run opens emphasis only if it is left-flanking.
fn can_open(inlines: &[Inline], at: usize) -> bool {
    let inside = first_edge(&inlines[at + 1..]);
    let outside = last_edge(&inlines[..at]);
    match inside {
        None => false,
        // The white space ends up outside.
        Some(' ') => true,
        Some(inside) => {
            inside.is_alphanumeric() || outside.is_none_or(|outside| !outside.is_alphanumeric())
        }
    }
}

/// And closes it only if it is right-flanking.
fn can_close(inlines: &[Inline], at: usize) -> bool {
    let inside = last_edge(&inlines[..at]);
    let outside = first_edge(&inlines[at + 1..]);
    match inside {
        None => false,
        Some(' ') => true,
        Some(inside) => {
            inside.is_alphanumeric() || outside.is_none_or(|outside| !outside.is_alphanumeric())
        }
    }
}

/// The first character that inline content will show.
fn first_edge(inlines: &[Inline]) -> Option<char> {
    inlines.iter().find_map(|inline| match inline {
        Inline::Text(text) => text.chars().next(),
        Inline::Code(_) => Some('`'),
        Inline::Link(..) => Some('['),
        Inline::Open(_) | Inline::Close(_) => None,
    })
}

/// And the last.
fn last_edge(inlines: &[Inline]) -> Option<char> {
    inlines.iter().rev().find_map(|inline| match inline {
        Inline::Text(text) => text.chars().next_back(),
        Inline::Code(_) => Some('`'),
        Inline::Link(..) => Some(')'),
        Inline::Open(_) | Inline::Close(_) => None,
    })
}
