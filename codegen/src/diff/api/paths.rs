//! Finds every path that leads to a change.

use std::collections::BTreeSet;

use super::super::item::Item;
use super::graph::{Graph, Pair};
use crate::model::ShapeKind;

/// A change, the path to it, and the pair that it belongs to.
pub(super) struct Found<'a> {
    pub(super) path: Vec<String>,
    pub(super) item: &'a Item,
    pub(super) pair: &'a Pair,
}

/// The number of steps after which each pair is entered at most once more. A model with many nested cycles has more paths
/// than anybody could read.
const PATIENCE: usize = 100_000;

/// Returns every change below `root`. A cycle is followed once, since another turn leads to the same changes.
pub(super) fn find<'a>(graph: &'a Graph<'a>, root: &Pair) -> Vec<Found<'a>> {
    let changed = graph.changed();
    let Some(root) = changed.get(root).copied() else {
        return Vec::new();
    };
    let mut walk = Walk {
        graph,
        changed,
        path: Vec::new(),
        above: Vec::new(),
        steps: 0,
        entered: BTreeSet::new(),
        found: Vec::new(),
    };
    walk.enter(root);
    walk.found
}

struct Walk<'a> {
    graph: &'a Graph<'a>,
    changed: BTreeSet<&'a Pair>,
    path: Vec<String>,
    above: Vec<&'a Pair>,
    steps: usize,
    entered: BTreeSet<&'a Pair>,
    found: Vec<Found<'a>>,
}

impl<'a> Walk<'a> {
    fn enter(&mut self, pair: &'a Pair) {
        self.steps += 1;
        let is_cycle = self.above.contains(&pair);
        let is_clean = !self.changed.contains(pair);
        let is_too_much = self.steps > PATIENCE && !self.entered.insert(pair);
        let Some(node) = self.graph.nodes.get(pair) else {
            return;
        };
        if is_cycle || is_clean || is_too_much {
            return;
        }
        for item in &node.items {
            let mut path = self.path.clone();
            path.extend(self.step(pair, item));
            self.found.push(Found { path, item, pair });
        }
        self.above.push(pair);
        for (member, next) in &node.edges {
            self.path.push(member.clone());
            self.enter(next);
            self.path.pop();
        }
        self.above.pop();
    }

    /// Returns the member that changed. The values of an enum are not part of a path.
    fn step(&self, pair: &Pair, item: &Item) -> Option<String> {
        let is_enum =
            self.graph.new.get(&pair.new).is_some_and(|shape| {
                matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_))
            });
        let part = item.part();
        (!is_enum && !part.is_empty()).then(|| part.to_owned())
    }
}
