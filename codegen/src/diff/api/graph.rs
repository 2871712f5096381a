//! Builds the graph of the pairs of shapes to compare, whose edges are members.

use std::collections::{BTreeMap, BTreeSet};

use super::super::item::Item;
use crate::model::{Model, ShapeId, ShapeKind};

/// A structure, union or enum of the old model, and the shape at the same place in the new model.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Pair {
    pub(super) old: ShapeId,
    pub(super) new: ShapeId,
}

impl Pair {
    pub(super) fn new(old: &ShapeId, new: &ShapeId) -> Self {
        Self {
            old: old.clone(),
            new: new.clone(),
        }
    }
}

/// The changes of a pair and the pairs that it leads to.
#[derive(Debug)]
pub(super) struct Node<'a> {
    /// The changes of the shape itself and of its members.
    pub(super) items: Vec<&'a Item>,
    /// The members that both shapes have, and the pairs that they lead to through lists and maps.
    pub(super) edges: Vec<(String, Pair)>,
}

/// All pairs below the roots.
pub(super) struct Graph<'a> {
    pub(super) old: &'a Model,
    pub(super) new: &'a Model,
    items: BTreeMap<&'a str, Vec<&'a Item>>,
    pub(super) nodes: BTreeMap<Pair, Node<'a>>,
}

impl<'a> Graph<'a> {
    /// Creates a graph without pairs.
    pub(super) fn new(old: &'a Model, new: &'a Model, items: &'a [Item]) -> Self {
        let mut by_shape: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
        for item in items.iter().filter(|item| !item.is_whole_type()) {
            let shapes: BTreeSet<&str> = item.shapes().collect();
            for shape in shapes {
                by_shape.entry(shape).or_default().push(item);
            }
        }
        Self {
            old,
            new,
            items: by_shape,
            nodes: BTreeMap::new(),
        }
    }

    /// Adds a pair and all pairs that it leads to.
    pub(super) fn add(&mut self, root: Pair) {
        let mut open = vec![root];
        while let Some(pair) = open.pop() {
            if self.nodes.contains_key(&pair) {
                continue;
            }
            let edges = self.edges(&pair);
            open.extend(edges.iter().map(|(_, pair)| pair.clone()));
            let items = self.items_of(&pair);
            self.nodes.insert(pair, Node { items, edges });
        }
    }

    /// Returns the pairs from which a change can be reached.
    pub(super) fn changed(&self) -> BTreeSet<&Pair> {
        let mut leads_here: BTreeMap<&Pair, Vec<&Pair>> = BTreeMap::new();
        for (from, node) in &self.nodes {
            for (_, to) in &node.edges {
                leads_here.entry(to).or_default().push(from);
            }
        }
        let nodes = self.nodes.iter();
        let mut open: Vec<&Pair> = nodes
            .filter(|(_, node)| !node.items.is_empty())
            .map(|(pair, _)| pair)
            .collect();
        let mut changed = BTreeSet::new();
        while let Some(pair) = open.pop() {
            if changed.insert(pair) {
                open.extend(leads_here.get(pair).into_iter().flatten());
            }
        }
        changed
    }

    fn edges(&self, pair: &Pair) -> Vec<(String, Pair)> {
        let (Some(old), Some(new)) = (self.old.get(&pair.old), self.new.get(&pair.new)) else {
            return Vec::new();
        };
        if matches!(old.kind, ShapeKind::Enum(_) | ShapeKind::IntEnum(_)) {
            return Vec::new();
        }
        let mut edges = Vec::new();
        for member in new.members() {
            let Some(was) = old
                .members()
                .into_iter()
                .find(|old| old.name == member.name)
            else {
                continue;
            };
            let mut old_ends = ends(self.old, &was.target).into_iter();
            for end in ends(self.new, &member.target) {
                // Types with different names have nothing in common that a path could lead to.
                let same = old_ends.find(|old| old.name() == end.name());
                edges.extend(same.map(|old| (member.name.clone(), Pair::new(&old, &end))));
            }
        }
        edges
    }

    /// Returns the changes of both shapes. A change of an input that two operations share is returned once.
    fn items_of(&self, pair: &Pair) -> Vec<&'a Item> {
        let of = |id: &ShapeId| self.items.get(id.as_str()).into_iter().flatten().copied();
        let mut seen = BTreeSet::new();
        of(&pair.old)
            .chain(of(&pair.new))
            .filter(|item| seen.insert((item.kind, item.part(), item.detail.as_str())))
            .collect()
    }
}

/// Returns the structures, unions and enums that a target leads to through lists and maps.
fn ends(model: &Model, target: &ShapeId) -> Vec<ShapeId> {
    let mut ends = Vec::new();
    let mut open = vec![target.clone()];
    let mut seen = BTreeSet::new();
    while let Some(id) = open.pop() {
        let Some(shape) = model.get(&id) else {
            continue;
        };
        match &shape.kind {
            ShapeKind::Structure(_)
            | ShapeKind::Union(_)
            | ShapeKind::Enum(_)
            | ShapeKind::IntEnum(_) => ends.push(id),
            ShapeKind::List(_) | ShapeKind::Map { .. } if seen.insert(id.clone()) => {
                open.extend(
                    shape
                        .members()
                        .into_iter()
                        .map(|member| member.target.clone()),
                );
            }
            ShapeKind::List(_)
            | ShapeKind::Map { .. }
            | ShapeKind::Simple(_)
            | ShapeKind::Service(_)
            | ShapeKind::Resource(_)
            | ShapeKind::Operation(_) => {}
        }
    }
    ends
}
