//! Who is responsible for what. In: the graph and a node to begin at. Out: for every node, what is only reached through it.

use std::cmp::Reverse;
use std::collections::VecDeque;

use petgraph::Direction;
use petgraph::algo::dominators::{self, Dominators};
use petgraph::graph::NodeIndex;

use super::graph::{Graph, Node, Side};
use super::{Cost, LISTED, Responsible};
use crate::ir::Usage;
use crate::model::ShapeId;

/// The dominator tree of what is reachable from one node.
pub(super) struct Tree<'a> {
    graph: &'a Graph,
    pub root: NodeIndex,
    dominators: Dominators<NodeIndex>,
    /// The nodes in the order of their distance, with the node before each on the shortest way.
    order: Vec<(NodeIndex, NodeIndex)>,
    /// By node: what is only reached through it, itself included.
    below: Vec<Weight>,
    before: Vec<Option<NodeIndex>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Weight {
    shapes: usize,
    lines: usize,
}

impl<'a> Tree<'a> {
    pub(super) fn new(graph: &'a Graph, root: NodeIndex) -> Self {
        let mut tree = Self {
            graph,
            root,
            dominators: dominators::simple_fast(&graph.graph, root),
            order: Vec::new(),
            below: vec![Weight::default(); graph.graph.node_count()],
            before: vec![None; graph.graph.node_count()],
        };
        tree.walk();
        tree.weigh();
        tree
    }

    /// Breadth first, members in the order of the model.
    fn walk(&mut self) {
        let mut open = VecDeque::from([(self.root, self.root)]);
        while let Some((node, before)) = open.pop_front() {
            if self.before[node.index()].is_some() {
                continue;
            }
            self.before[node.index()] = Some(before);
            self.order.push((node, before));
            // petgraph lists the last edge first.
            let mut next: Vec<NodeIndex> = self.graph.graph.neighbors(node).collect();
            next.reverse();
            open.extend(next.into_iter().map(|next| (next, node)));
        }
    }

    /// Where the values of each node travel: what lies below an input is sent, all else is received.
    fn usage(&self) -> Vec<Usage> {
        let mut usage = vec![Usage::default(); self.below.len()];
        let parts = |is_input: bool| {
            let is_part = move |node: &NodeIndex| match &self.graph.graph[*node] {
                Node::Part(side, _) => (*side == Side::Input) == is_input,
                Node::Root
                | Node::Operation(..)
                | Node::Shape(..)
                | Node::Member(_)
                | Node::Element(_) => false,
            };
            self.nodes().filter(is_part).collect::<Vec<_>>()
        };
        self.flood(parts(true), |node| {
            !std::mem::replace(&mut usage[node.index()].written, true)
        });
        self.flood(parts(false), |node| {
            !std::mem::replace(&mut usage[node.index()].read, true)
        });
        usage
    }

    /// Goes on from nodes as long as `is_new` says so.
    fn flood(&self, mut open: Vec<NodeIndex>, mut is_new: impl FnMut(NodeIndex) -> bool) {
        while let Some(node) = open.pop() {
            if is_new(node) {
                open.extend(self.graph.graph.neighbors(node));
            }
        }
    }

    fn weigh(&mut self) {
        let usage = self.usage();
        for (node, _) in &self.order {
            let usage = usage[node.index()];
            let (shapes, lines) = match &self.graph.graph[*node] {
                Node::Operation(_, lines) => (0, lines.of(usage)),
                Node::Shape(id, _) if is_prelude(id) => continue,
                Node::Shape(_, lines) if self.is_type(*node) => (1, lines.of(usage)),
                Node::Shape(..) => (1, 0),
                Node::Root | Node::Part(..) | Node::Member(_) | Node::Element(_) => continue,
            };
            for above in self.dominators.dominators(*node).into_iter().flatten() {
                let below = &mut self.below[above.index()];
                below.shapes += shapes;
                below.lines += lines;
            }
        }
    }

    /// Whether a shape is needed as a type, and not only as the input or output of operations, which have it in their files.
    fn is_type(&self, node: NodeIndex) -> bool {
        let mut ways = self.incoming(node);
        ways.any(|way| match &self.graph.graph[way] {
            Node::Part(side, _) => *side == Side::Error,
            Node::Root
            | Node::Operation(..)
            | Node::Shape(..)
            | Node::Member(_)
            | Node::Element(_) => true,
        })
    }

    /// The nodes of the tree that lead to this one.
    fn incoming(&self, node: NodeIndex) -> impl Iterator<Item = NodeIndex> {
        let ways = self
            .graph
            .graph
            .neighbors_directed(node, Direction::Incoming);
        ways.filter(|way| self.has(*way))
    }

    /// Whether the node is in the tree.
    pub(super) fn has(&self, node: NodeIndex) -> bool {
        self.before[node.index()].is_some()
    }

    /// All nodes, the nearest first.
    pub(super) fn nodes(&self) -> impl Iterator<Item = NodeIndex> {
        self.order.iter().map(|(node, _)| *node)
    }

    /// All shapes but those of the prelude.
    pub(super) fn shapes(&self) -> impl Iterator<Item = &ShapeId> {
        self.nodes()
            .filter_map(|node| match &self.graph.graph[node] {
                Node::Shape(id, _) if !is_prelude(id) => Some(id),
                Node::Root
                | Node::Operation(..)
                | Node::Part(..)
                | Node::Shape(..)
                | Node::Member(_)
                | Node::Element(_) => None,
            })
    }

    /// The lines of the operation's own files.
    pub(super) fn own_lines(&self) -> usize {
        match &self.graph.graph[self.root] {
            Node::Operation(_, lines) => lines.of(Usage::default()),
            Node::Root | Node::Part(..) | Node::Shape(..) | Node::Member(_) | Node::Element(_) => 0,
        }
    }

    /// What is only reached through this node; nothing if it isn't in the tree.
    pub(super) fn below(&self, node: NodeIndex, is_known: bool) -> Cost {
        let Weight { shapes, lines } = self.below[node.index()];
        Cost {
            shapes,
            lines: is_known.then_some(lines),
        }
    }

    /// The places that bring most, but those right below the root.
    pub(super) fn responsible(&self, used: &[usize], is_known: bool) -> Vec<Responsible> {
        let nodes = self.nodes().filter(|node| match &self.graph.graph[*node] {
            Node::Member(_) => true,
            Node::Part(side, _) => *side == Side::Error,
            Node::Shape(..) => self.is_join(*node) && !self.is_shared(*node),
            Node::Root | Node::Operation(..) | Node::Element(_) => false,
        });
        self.largest(nodes, used, is_known)
    }

    /// The shapes right below the root of several operations: no operation alone brings them.
    pub(super) fn shared(&self, used: &[usize], is_known: bool) -> Vec<Responsible> {
        let nodes = self.nodes().filter(|node| self.is_shared(*node));
        self.largest(nodes, used, is_known)
    }

    fn largest(
        &self,
        nodes: impl Iterator<Item = NodeIndex>,
        used: &[usize],
        is_known: bool,
    ) -> Vec<Responsible> {
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

    /// Whether a shape is reached in several ways, none of which is the only one.
    fn is_join(&self, node: NodeIndex) -> bool {
        let above = self.dominators.immediate_dominator(node);
        above.is_some_and(|above| match &self.graph.graph[above] {
            Node::Root | Node::Operation(..) | Node::Shape(..) => true,
            Node::Part(..) | Node::Member(_) | Node::Element(_) => false,
        })
    }

    fn is_shared(&self, node: NodeIndex) -> bool {
        matches!(self.graph.graph[node], Node::Shape(..))
            && matches!(self.graph.graph[self.root], Node::Root)
            && self.dominators.immediate_dominator(node) == Some(self.root)
    }

    fn describe(&self, node: NodeIndex, used: &[usize], is_known: bool) -> Option<Responsible> {
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
        Some(Responsible {
            operation,
            path,
            shape: shape.clone(),
            member,
            ways: self.ways(node),
            operations: used.get(node.index()).copied().unwrap_or(1),
            cost: self.below(node, is_known),
        })
    }

    /// The shape that a place leads to: through lists and maps, as far as there is no other way to what they hold.
    fn end(&self, node: NodeIndex) -> NodeIndex {
        let mut end = node;
        while let Some(way) = self.way_on(end)
            && let Some(next) = self.graph.graph.neighbors(way).next()
            && self.dominators.immediate_dominator(next) == Some(way)
        {
            end = next;
        }
        end
    }

    /// The node between a place and the shape it leads to: itself, or the member of a list or value of a map.
    fn way_on(&self, node: NodeIndex) -> Option<NodeIndex> {
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

    /// How many ways lead into a node from outside of what it dominates.
    fn ways(&self, node: NodeIndex) -> usize {
        let ways = self.incoming(node);
        ways.filter(|way| {
            let above = self.dominators.dominators(*way);
            above.is_some_and(|mut above| !above.any(|above| above == node))
        })
        .count()
    }

    /// The operation and the path of the shortest way to a node.
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

    /// The path to a shape, or to a member of one, if it isn't the operation itself.
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

/// Shapes of the prelude are Rust's own types.
fn is_prelude(id: &ShapeId) -> bool {
    id.namespace() == "smithy.api"
}
