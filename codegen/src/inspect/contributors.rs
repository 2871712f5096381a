//! Finds the largest contributors in a dominator tree, with the path to each.

use std::cmp::Reverse;

use petgraph::graph::NodeIndex;

use super::dominators::DominatorTree;
use super::graph::{Node, Side};
use super::{Contributor, LISTED};
use crate::model::ShapeId;

impl DominatorTree<'_> {
    /// Returns the largest contributors, except the shapes that several operations share.
    pub(super) fn contributors(&self, used: &[usize], is_known: bool) -> Vec<Contributor> {
        let nodes = self.nodes().filter(|node| match &self.graph.graph[*node] {
            Node::Member(_) => true,
            Node::Part(side, _) => *side == Side::Error,
            Node::Shape(..) => self.is_join(*node) && !self.is_shared(*node),
            Node::Root | Node::Operation(..) | Node::Element(_) => false,
        });
        self.largest(nodes, used, is_known)
    }

    /// Returns the largest shapes that several operations share.
    pub(super) fn shared(&self, used: &[usize], is_known: bool) -> Vec<Contributor> {
        let nodes = self.nodes().filter(|node| self.is_shared(*node));
        self.largest(nodes, used, is_known)
    }

    fn largest(
        &self,
        nodes: impl Iterator<Item = NodeIndex>,
        used: &[usize],
        is_known: bool,
    ) -> Vec<Contributor> {
        let weight = |node: &NodeIndex| self.below[node.index()];
        let mut nodes: Vec<NodeIndex> = nodes
            .filter(|node| weight(node).lines > 0 || !is_known && weight(node).shapes > 1)
            .collect();
        nodes.sort_by_key(|node| Reverse((weight(node).lines, weight(node).shapes)));
        nodes.truncate(LISTED);
        let nodes = nodes.into_iter();
        nodes
            .filter_map(|node| self.describe(node, used, is_known))
            .collect()
    }

    /// Whether several members lead to a shape.
    fn is_join(&self, node: NodeIndex) -> bool {
        let above = self.dominators.immediate_dominator(node);
        above.is_some_and(|above| match &self.graph.graph[above] {
            Node::Root | Node::Operation(..) | Node::Shape(..) => true,
            Node::Part(..) | Node::Member(_) | Node::Element(_) => false,
        })
    }

    /// Whether a shape is directly below the root of several operations, so that no operation alone needs it.
    fn is_shared(&self, node: NodeIndex) -> bool {
        matches!(self.graph.graph[node], Node::Shape(..))
            && matches!(self.graph.graph[self.root], Node::Root)
            && self.dominators.immediate_dominator(node) == Some(self.root)
    }

    fn describe(&self, node: NodeIndex, used: &[usize], is_known: bool) -> Option<Contributor> {
        let end = self.end(node);
        let Node::Shape(shape, _) = &self.graph.graph[end] else {
            return None;
        };
        let (operation, path) = self.path(end);
        let member = match &self.graph.graph[node] {
            Node::Member(id) => Some(id.clone()),
            Node::Root
            | Node::Operation(..)
            | Node::Part(..)
            | Node::Shape(..)
            | Node::Element(_) => None,
        };
        Some(Contributor {
            operation,
            path,
            shape: shape.clone(),
            member,
            ways: self.ways(node),
            operations: used.get(node.index()).copied().unwrap_or(1),
            cost: self.below(node, is_known),
        })
    }

    /// Follows lists and maps to the shape that they contain, as long as no other member leads to it.
    fn end(&self, node: NodeIndex) -> NodeIndex {
        let mut end = node;
        while let Some(way) = self.onward(end)
            && let Some(next) = self.graph.graph.neighbors(way).next()
            && self.dominators.immediate_dominator(next) == Some(way)
        {
            end = next;
        }
        end
    }

    /// Returns the node from which a single edge leads on: the node itself, or the member of a list or value of a map.
    fn onward(&self, node: NodeIndex) -> Option<NodeIndex> {
        match &self.graph.graph[node] {
            Node::Part(..) | Node::Member(_) | Node::Element(_) => Some(node),
            Node::Shape(..) => self
                .graph
                .graph
                .neighbors(node)
                .find(|next| matches!(self.graph.graph[*next], Node::Element("[]" | "{}"))),
            Node::Root | Node::Operation(..) => None,
        }
    }

    /// Counts the edges into a node from outside of the subtree that it dominates.
    fn ways(&self, node: NodeIndex) -> usize {
        let ways = self.incoming(node);
        ways.filter(|way| {
            let above = self.dominators.dominators(*way);
            above.is_some_and(|mut above| !above.any(|above| above == node))
        })
        .count()
    }

    /// Returns the operation and the path of the shortest way to a node.
    fn path(&self, node: NodeIndex) -> (String, String) {
        let mut parts: Vec<&str> = Vec::new();
        let mut at = node;
        loop {
            match &self.graph.graph[at] {
                Node::Operation(id, _) => {
                    parts.reverse();
                    return (id.name().to_owned(), parts.concat());
                }
                Node::Part(_, name) => parts.push(name),
                Node::Member(id) => parts.extend([id.member_name().unwrap_or_default(), "."]),
                Node::Element(name) => parts.push(name),
                Node::Root | Node::Shape(..) => {}
            }
            match self.before[at.index()] {
                Some(before) if before != at => at = before,
                Some(_) | None => return (String::new(), String::new()),
            }
        }
    }

    /// Returns the path to a shape or to a member, unless it is the operation itself.
    pub(super) fn path_to(&self, id: &ShapeId) -> Option<String> {
        let shape = ShapeId::new(id.namespace(), id.name());
        let node = *self.graph.shapes.get(&shape)?;
        self.before[node.index()]?;
        let (_, path) = self.path(node);
        Some(match id.member_name() {
            Some(member) => format!("{path}.{member}"),
            None => path,
        })
    }
}
