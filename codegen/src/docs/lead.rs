//! Puts the sentence first which says what an item is: rustdoc shows it alone in its lists.

use super::sentence::split_first_sentence;
use super::tree::{Block, Inline, plain};

/// Makes the first sentence a paragraph of its own, at the top. Where AWS begins with a note or with a list of links, as
/// it does for services, the first paragraph moves up, before them; a title goes, since it only repeats the name.
pub(super) fn put_summary_first(blocks: &mut Vec<Block>) {
    if let [Block::Heading(1, _), _, ..] = blocks.as_slice() {
        blocks.remove(0);
    }
    let leads_in = |block: &Block| matches!(block, Block::Aside(..) | Block::List(..));
    let first = blocks.iter().position(|block| !leads_in(block));
    if let Some(at) = first
        && let Block::Paragraph(inlines) = &blocks[at]
        && !plain(inlines).trim_end().ends_with(':')
    {
        blocks[..=at].rotate_right(1);
    }
    split_summary(blocks);
}

/// Makes the first sentence a paragraph of its own, where it is. The order is the author's.
pub(super) fn split_summary(blocks: &mut Vec<Block>) {
    if let Some(Block::Paragraph(inlines)) = blocks.first()
        && let Some((sentence, rest)) = split_first_sentence(inlines)
    {
        blocks.splice(..1, [Block::Paragraph(sentence), Block::Paragraph(rest)]);
    }
}

/// The first sentence of the first prose there is.
pub(super) fn summary(blocks: &[Block]) -> Option<Vec<Inline>> {
    blocks.iter().find_map(|block| match block {
        Block::Paragraph(inlines) | Block::Heading(_, inlines) | Block::Term(inlines) => Some(
            split_first_sentence(inlines).map_or_else(|| inlines.clone(), |(sentence, _)| sentence),
        ),
        Block::Aside(_, blocks) => summary(blocks),
        Block::List(_, items) => items.iter().find_map(|item| summary(item)),
        Block::Table(rows) => rows.iter().flatten().find(|cell| !cell.is_empty()).cloned(),
        Block::Verbatim(_) => None,
    })
}
