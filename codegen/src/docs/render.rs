//! Blocks in, wrapped Markdown out.

use super::escape::{escape_line_start, longest_run};
use super::inline::is_invisible;
use super::tree::{Block, Inline, ListKind, Mark};
use super::words::words;

/// Columns for the text: 100, less `///` and the indentation of a field or method.
const WIDTH: usize = 92;

/// Narrower than this it doesn't get, however deep the lists are nested.
const MIN_WIDTH: usize = 40;

/// Renders a whole document.
pub(super) fn markdown(blocks: &[Block]) -> String {
    lines(blocks, WIDTH, Spacing::Loose).join("\n")
}

/// Renders a paragraph alone.
pub(super) fn paragraph(inlines: &[Inline]) -> String {
    wrap(&words(inlines), WIDTH).join("\n")
}

/// Whether blank lines stand between blocks.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spacing {
    Loose,
    Tight,
}

fn lines(blocks: &[Block], width: usize, spacing: Spacing) -> Vec<String> {
    let mut out = Vec::new();
    let mut marker = Marker::Usual;
    let mut last_list = None;
    for block in blocks {
        if !out.is_empty() && spacing == Spacing::Loose {
            out.push(String::new());
        }
        // Two lists in a row would be read as one if their markers were the same.
        let list = match block {
            Block::List(kind, _) => Some(*kind == ListKind::Numbers),
            Block::Paragraph(_) | Block::Term(_) | Block::Heading(..) | Block::Aside(..) => None,
            Block::Verbatim(_) | Block::Table(_) => None,
        };
        marker = if list.is_some() && list == last_list {
            marker.other()
        } else {
            Marker::Usual
        };
        last_list = list;
        out.extend(block_lines(block, width, marker));
    }
    out
}

fn block_lines(block: &Block, width: usize, marker: Marker) -> Vec<String> {
    match block {
        Block::Paragraph(inlines) => wrap(&words(inlines), width),
        Block::Term(term) => wrap(&words(&strong(term)), width),
        Block::Heading(level, inlines) => vec![heading(*level, inlines)],
        Block::List(kind, items) => list(*kind, items, width, marker),
        Block::Aside(label, blocks) => aside(label, blocks, width),
        Block::Verbatim(text) => verbatim(text),
        Block::Table(rows) => table(rows),
    }
}

/// Fills lines up to the width; a word that is longer stands alone.
fn wrap(words: &[String], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut columns = 0;
    for word in words {
        let length = word.chars().count();
        if !line.is_empty() && columns + 1 + length > width {
            lines.push(std::mem::take(&mut line));
        }
        if line.is_empty() {
            line = escape_line_start(word).unwrap_or_else(|| word.clone());
            columns = line.chars().count();
        } else {
            line.push(' ');
            line.push_str(word);
            columns += 1 + length;
        }
    }
    lines.extend((!line.is_empty()).then_some(line));
    lines
}

fn heading(level: usize, inlines: &[Inline]) -> String {
    // A row of `#` at the end would be taken for a closing one.
    let text = words(inlines).join(" ").replace(" #", " \\#");
    format!("{} {text}", "#".repeat(level))
}

/// The signs before list items, of which Markdown knows two sets.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Marker {
    Usual,
    Other,
}

impl Marker {
    fn other(self) -> Marker {
        match self {
            Marker::Usual => Marker::Other,
            Marker::Other => Marker::Usual,
        }
    }

    fn text(self, kind: ListKind, number: usize) -> String {
        match (kind, self) {
            (ListKind::Numbers, Marker::Usual) => format!("{number}. "),
            (ListKind::Numbers, Marker::Other) => format!("{number}) "),
            (ListKind::Bullets | ListKind::Definitions, Marker::Usual) => "- ".to_owned(),
            (ListKind::Bullets | ListKind::Definitions, Marker::Other) => "* ".to_owned(),
        }
    }
}

fn list(kind: ListKind, items: &[Vec<Block>], width: usize, marker: Marker) -> Vec<String> {
    let items: Vec<_> = items.iter().map(|item| join_term(item)).collect();
    let spacing = if items.iter().all(|item| is_tight(item)) {
        Spacing::Tight
    } else {
        Spacing::Loose
    };
    let mut out = Vec::new();
    for (nth, item) in items.iter().enumerate() {
        if nth > 0 && spacing == Spacing::Loose {
            out.push(String::new());
        }
        let first = marker.text(kind, nth + 1);
        let rest = " ".repeat(first.len());
        let inner = width.saturating_sub(first.len()).max(MIN_WIDTH);
        out.extend(prefixed(lines(item, inner, spacing), &first, &rest));
    }
    out
}

/// A term and its definition on one line: `**term**: definition`.
fn join_term(item: &[Block]) -> Vec<Block> {
    match item {
        [Block::Term(term), Block::Paragraph(definition), rest @ ..] => {
            let mut joined = strong(term);
            joined.push(Inline::Text(": ".to_owned()));
            joined.extend(definition.iter().cloned());
            [&[Block::Paragraph(joined)], rest].concat()
        }
        item => item.to_vec(),
    }
}

fn strong(term: &[Inline]) -> Vec<Inline> {
    let trimmed = Inline::Text(" ".to_owned());
    let start = usize::from(term.first() == Some(&trimmed));
    let end = term.len() - usize::from(term.len() > start && term.last() == Some(&trimmed));
    [
        &[Inline::Open(Mark::Strong)],
        &term[start..end],
        &[Inline::Close(Mark::Strong)],
    ]
    .concat()
}

/// Whether an item is a paragraph, perhaps with a list of such below it.
fn is_tight(item: &[Block]) -> bool {
    match item {
        [Block::Paragraph(_) | Block::Term(_)] => true,
        [Block::Paragraph(_), Block::List(_, items)] => {
            items.iter().all(|item| is_tight(&join_term(item)))
        }
        _ => false,
    }
}

/// A block quote that begins with its label.
fn aside(label: &str, blocks: &[Block], width: usize) -> Vec<String> {
    let mut labelled = strong(&[Inline::Text(format!("{label}:"))]);
    let rest = match blocks {
        [Block::Paragraph(first), rest @ ..] => {
            labelled.push(Inline::Text(" ".to_owned()));
            labelled.extend(first.iter().cloned());
            rest
        }
        blocks => blocks,
    };
    let blocks = [&[Block::Paragraph(labelled)], rest].concat();
    prefixed(
        lines(
            &blocks,
            width.saturating_sub(2).max(MIN_WIDTH),
            Spacing::Loose,
        ),
        "> ",
        "> ",
    )
}

/// A code block which rustdoc doesn't take for Rust.
fn verbatim(text: &str) -> Vec<String> {
    let text = text
        .replace('\t', "    ")
        .replace(|c: char| c != '\n' && is_invisible(c), "");
    let mut lines: Vec<&str> = text
        .lines()
        .map(str::trim_end)
        .skip_while(|line| line.is_empty())
        .collect();
    lines.truncate(
        lines
            .iter()
            .rposition(|line| !line.is_empty())
            .map_or(0, |last| last + 1),
    );
    let indent = lines
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| line.len() - line.trim_start().len())
        .min();
    let fence = "`".repeat(longest_run(&text).max(2) + 1);
    let body = lines.iter().map(|line| {
        line.get(indent.unwrap_or_default()..)
            .unwrap_or_default()
            .to_owned()
    });
    [format!("{fence}text")]
        .into_iter()
        .chain(body)
        .chain([fence.clone()])
        .collect()
}

fn table(rows: &[Vec<Vec<Inline>>]) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let row = |cells: &Vec<Vec<Inline>>| {
        let texts = (0..columns).map(|nth| {
            cells
                .get(nth)
                .map(|cell| cell_text(cell))
                .unwrap_or_default()
        });
        format!("| {} |", texts.collect::<Vec<_>>().join(" | "))
    };
    let mut rows = rows.iter().filter(|cells| !cells.is_empty()).map(row);
    let head = rows.next();
    head.into_iter()
        .chain([format!("|{}", " --- |".repeat(columns))])
        .chain(rows)
        .collect()
}

/// A cell, in which `|` must be escaped even inside code.
fn cell_text(cell: &[Inline]) -> String {
    words(cell)
        .join(" ")
        .replace("\\|", "|")
        .replace('|', "\\|")
}

/// Puts a prefix before the first line and another before the others, with no spaces on empty lines.
fn prefixed(lines: Vec<String>, first: &str, rest: &str) -> Vec<String> {
    let prefix = |(nth, line): (usize, String)| {
        let prefix = if nth == 0 { first } else { rest };
        format!("{prefix}{line}").trim_end().to_owned()
    };
    lines.into_iter().enumerate().map(prefix).collect()
}
