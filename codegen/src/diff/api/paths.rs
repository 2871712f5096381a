//! The paths to the changes. In: the graph and a root. Out: each change with each path that leads to it.

use std::collections::BTreeSet;

use super::super::item::Item;
use super::graph::{Graph, Pair};
use crate::model::ShapeKind;

/// A change, how to get there, and the pair it is in.
pub(super) struct Found<'a> {
    pub(super) path: Vec<String>,
    pub(super) item: &'a Item,
    pub(super) pair: &'a Pair,
}

/// How many steps are taken until each pair is only entered once more. A model of many nested cycles has more paths than
/// anybody could read.
const PATIENCE: usize = 100_000;

/// Every change below `root`. A cycle is passed once: what lies behind a second turn was shown on the first.
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

    /// The member that changed; an enum's values are no steps of a path.
    fn step(&self, pair: &Pair, item: &Item) -> Option<String> {
        let is_enum =
            self.graph.new.get(&pair.new).is_some_and(|shape| {
                matches!(shape.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_))
            });
        let part = item.part();
        (!is_enum && !part.is_empty()).then(|| part.to_owned())
    }
}
