//! Whether the lists and maps of an operation can be types of Rust: they don't contain themselves, and keys are strings.

use std::collections::{BTreeMap, BTreeSet};

use super::Checker;
use crate::error::ProblemKind;
use crate::model::{Model, ShapeId, ShapeKind, SimpleKind};

/// How many lists and maps can be nested without a structure or union in between.
///
/// rustc gives up at 128 levels. The deepest nesting in AWS's models is 4.
const MAX_NESTING: usize = 32;

/// Reports the lists and maps among these shapes that contain themselves or are nested too deeply, and keys that aren't
/// strings: <https://smithy.io/2.0/spec/aggregate-types.html#recursive-shape-definitions>.
pub(super) fn check(checker: &mut Checker<'_>, shapes: &BTreeSet<&ShapeId>) {
    let model = checker.model;
    let mut nesting = Nesting {
        model,
        known: BTreeMap::new(),
    };
    for id in shapes {
        check_key(checker, id);
        let Some(problem) = nesting.problem(id) else {
            continue;
        };
        checker.report(id, ProblemKind::Nesting(problem));
    }
}

fn check_key(checker: &mut Checker<'_>, id: &ShapeId) {
    let Some(ShapeKind::Map { key, .. }) = checker.model.get(id).map(|shape| &shape.kind) else {
        return;
    };
    let found = match checker.model.get(&key.target).map(|shape| &shape.kind) {
        None | Some(ShapeKind::Simple(SimpleKind::String) | ShapeKind::Enum(_)) => return,
        Some(other) => other.name(),
    };
    let kind = ProblemKind::WrongKind {
        target: key.target.clone(),
        role: "the key of a map",
        found,
    };
    checker.report(&id.member("key"), kind);
}

/// How deep the lists and maps below a shape are nested.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Depth {
    /// This many levels, with the shape itself.
    Levels(usize),
    /// The shape is part of a cycle, or above one.
    Endless,
}

struct Nesting<'a> {
    model: &'a Model,
    known: BTreeMap<&'a ShapeId, Depth>,
}

impl<'a> Nesting<'a> {
    /// Returns what is wrong with a shape. Of the shapes above a cycle, only those in it are at fault.
    fn problem(&mut self, id: &ShapeId) -> Option<String> {
        let (id, _) = self.model.shapes.get_key_value(id)?;
        let item = self.item(id)?;
        match self.depth(id) {
            Depth::Endless if self.reaches(item, id) => {
                Some("contains itself without a structure or union in between".to_owned())
            }
            Depth::Levels(levels) if levels == MAX_NESTING + 1 => Some(format!(
                "is a list or map that nests {levels} lists and maps without a structure or union in between; \
                 at most {MAX_NESTING} are supported"
            )),
            Depth::Endless | Depth::Levels(_) => None,
        }
    }

    /// Returns the list or map that a list or map has as its items or values, or the shape that ends the nesting.
    fn item(&self, id: &ShapeId) -> Option<&'a ShapeId> {
        match &self.model.get(id)?.kind {
            ShapeKind::List(member) | ShapeKind::Map { value: member, .. } => Some(&member.target),
            ShapeKind::Simple(_)
            | ShapeKind::Enum(_)
            | ShapeKind::IntEnum(_)
            | ShapeKind::Structure(_)
            | ShapeKind::Union(_)
            | ShapeKind::Service(_)
            | ShapeKind::Resource(_)
            | ShapeKind::Operation(_) => None,
        }
    }

    /// Follows the items until they end, or until they begin again.
    fn depth(&mut self, id: &'a ShapeId) -> Depth {
        let mut path: Vec<&'a ShapeId> = Vec::new();
        let mut seen = BTreeSet::new();
        let mut next = id;
        let mut depth = loop {
            if let Some(known) = self.known.get(next) {
                break *known;
            }
            if !seen.insert(next) {
                break Depth::Endless;
            }
            match self.item(next) {
                Some(item) => {
                    path.push(next);
                    next = item;
                }
                None => break Depth::Levels(0),
            }
        };
        for shape in path.into_iter().rev() {
            if let Depth::Levels(levels) = &mut depth {
                *levels += 1;
            }
            self.known.insert(shape, depth);
        }
        depth
    }

    fn reaches(&self, from: &'a ShapeId, wanted: &ShapeId) -> bool {
        let mut seen = BTreeSet::new();
        let mut next = Some(from);
        while let Some(id) = next.filter(|id| seen.insert(*id)) {
            if id == wanted {
                return true;
            }
            next = self.item(id);
        }
        false
    }
}
