//! Builds blocks out of tags, whatever order the tags come in: a stack of open containers, of which an end tag closes
//! everything inside its own, and a block that has no place finds the nearest one.

use super::Links;
use super::inline::Inlines;
use super::tree::{Block, Inline, ListKind};

/// The document being read.
pub(super) struct Builder<'a> {
    pub(super) inlines: Inlines,
    pub(super) links: &'a Links<'a>,
    root: Vec<Block>,
    open: Vec<Container>,
}

/// A container whose end tag hasn't come yet.
enum Container {
    List(ListKind, Vec<Vec<Block>>),
    Item(Vec<Block>),
    /// A `<dt>`: it becomes the [`Container::Item`] of its definition as soon as it ends.
    Term,
    Aside(&'static str, Vec<Block>),
    Heading(usize),
    Table(Vec<Vec<Vec<Inline>>>),
}

/// Which containers an end tag is looking for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Closes {
    List,
    Item,
    Term,
    Aside,
    Heading,
    Table,
}

impl<'a> Builder<'a> {
    pub(super) fn new(links: &'a Links<'a>) -> Self {
        Builder {
            inlines: Inlines::default(),
            links,
            root: Vec::new(),
            open: Vec::new(),
        }
    }

    /// Ends the paragraph that is being read.
    pub(super) fn end_paragraph(&mut self) {
        let Some(inlines) = self.inlines.finish(self.links) else {
            return;
        };
        let block = match self.open.last() {
            Some(Container::Term) => {
                self.open.pop();
                self.open.push(Container::Item(Vec::new()));
                Block::Term(inlines)
            }
            Some(Container::Heading(level)) => Block::Heading(*level, inlines),
            Some(
                Container::List(..)
                | Container::Item(_)
                | Container::Aside(..)
                | Container::Table(_),
            )
            | None => Block::Paragraph(inlines),
        };
        self.push(block);
    }

    /// Adds preformatted text.
    pub(super) fn verbatim(&mut self, text: String) {
        self.end_paragraph();
        self.push(Block::Verbatim(text));
    }

    pub(super) fn open_list(&mut self, kind: ListKind) {
        self.open_container(Container::List(kind, Vec::new()));
    }

    pub(super) fn open_aside(&mut self, label: &'static str) {
        self.open_container(Container::Aside(label, Vec::new()));
    }

    pub(super) fn open_heading(&mut self, level: usize) {
        self.open_container(Container::Heading(level));
    }

    pub(super) fn open_table(&mut self) {
        self.open_container(Container::Table(Vec::new()));
    }

    /// Begins a list item; the one before it ends, and a list begins if there is none.
    pub(super) fn open_item(&mut self) {
        self.begin_item(ListKind::Bullets);
        self.open.push(Container::Item(Vec::new()));
    }

    /// Begins the term of a definition, which begins the item of both.
    pub(super) fn open_term(&mut self) {
        self.begin_item(ListKind::Definitions);
        self.open.push(Container::Term);
    }

    /// Begins a definition: it goes on with the item of its term, if there is one.
    pub(super) fn open_definition(&mut self) {
        self.end_paragraph();
        if !matches!(self.open.last(), Some(Container::Item(_))) {
            self.open_item();
        }
    }

    pub(super) fn open_row(&mut self) {
        self.end_paragraph();
        if let Some(Container::Table(rows)) = self.open.last_mut() {
            rows.push(Vec::new());
        }
    }

    pub(super) fn open_cell(&mut self) {
        self.end_paragraph();
        if let Some(Container::Table(rows)) = self.open.last_mut() {
            if rows.is_empty() {
                rows.push(Vec::new());
            }
            if let Some(row) = rows.last_mut() {
                row.push(Vec::new());
            }
        }
    }

    /// Closes the innermost such container and all inside it; an end tag that matches none is passed over.
    pub(super) fn close(&mut self, what: Closes) {
        self.end_paragraph();
        if let Some(depth) = self.innermost(what) {
            self.close_to(depth);
        }
    }

    /// Closes everything.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_paragraph();
        self.close_to(0);
        self.root
    }

    fn open_container(&mut self, container: Container) {
        self.end_paragraph();
        self.open.push(container);
    }

    fn begin_item(&mut self, kind: ListKind) {
        self.end_paragraph();
        match self.innermost(Closes::List) {
            Some(list) => self.close_to(list + 1),
            None => self.open_list(kind),
        }
    }

    /// Where the innermost such container is. An item isn't looked for beyond the list around it.
    fn innermost(&self, what: Closes) -> Option<usize> {
        let depth = self.open.iter().rposition(|open| {
            let closes = open.closed_by();
            closes == what || (what == Closes::Item && closes == Closes::List)
        })?;
        (self.open[depth].closed_by() == what).then_some(depth)
    }

    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            let closed = self.open.pop().expect("longer than depth");
            if let Some(block) = self.closed(closed) {
                self.push(block);
            }
        }
    }

    /// What a closed container amounts to in the one around it.
    fn closed(&mut self, container: Container) -> Option<Block> {
        match container {
            Container::List(kind, items) => (!items.is_empty()).then_some(Block::List(kind, items)),
            Container::Item(blocks) => {
                if let (false, Some(Container::List(_, items))) =
                    (blocks.is_empty(), self.open.last_mut())
                {
                    items.push(blocks);
                }
                None
            }
            Container::Aside(label, blocks) => {
                (!blocks.is_empty()).then_some(Block::Aside(label, blocks))
            }
            Container::Table(rows) => rows
                .iter()
                .flatten()
                .any(|cell| !cell.is_empty())
                .then_some(Block::Table(rows)),
            Container::Term | Container::Heading(_) => None,
        }
    }

    /// Puts a block into the innermost container; in a list outside of any item it goes on with the last item.
    fn push(&mut self, block: Block) {
        for container in self.open.iter_mut().rev() {
            match container {
                Container::Item(blocks) | Container::Aside(_, blocks) => return blocks.push(block),
                Container::List(_, items) => match items.last_mut() {
                    Some(item) => return item.push(block),
                    None => return items.push(vec![block]),
                },
                Container::Table(rows) => {
                    if let Some(cell) = rows.last_mut().and_then(|row| row.last_mut()) {
                        return push_to_cell(cell, block);
                    }
                }
                Container::Term | Container::Heading(_) => {}
            }
        }
        self.root.push(block);
    }
}

impl Container {
    fn closed_by(&self) -> Closes {
        match self {
            Container::List(..) => Closes::List,
            Container::Item(_) => Closes::Item,
            Container::Term => Closes::Term,
            Container::Aside(..) => Closes::Aside,
            Container::Heading(_) => Closes::Heading,
            Container::Table(_) => Closes::Table,
        }
    }
}

/// A cell is one line in Markdown: the text of any blocks inside it is strung together.
fn push_to_cell(cell: &mut Vec<Inline>, block: Block) {
    cell.push(Inline::Text(" ".to_owned()));
    match block {
        Block::Paragraph(inlines) | Block::Term(inlines) | Block::Heading(_, inlines) => {
            cell.extend(inlines)
        }
        Block::Verbatim(text) => cell.push(Inline::Code(
            text.split_whitespace().collect::<Vec<_>>().join(" "),
        )),
        Block::Aside(_, blocks) => blocks
            .into_iter()
            .for_each(|block| push_to_cell(cell, block)),
        Block::List(_, items) => items
            .into_iter()
            .flatten()
            .for_each(|block| push_to_cell(cell, block)),
        Block::Table(rows) => cell.extend(rows.into_iter().flatten().flatten()),
    }
}
