//! Computes the dominator tree of a graph, and for every node the cost of what is only reached through it.

use std::collections::VecDeque;

use petgraph::Direction;
use petgraph::algo::dominators::{self, Dominators};
use petgraph::graph::NodeIndex;

use super::Cost;
use super::graph::{Graph, Node, Side};
use crate::ir::Usage;
use crate::model::ShapeId;

/// The dominator tree of what is reachable from one node.
pub(super) struct DominatorTree<'a> {
    pub graph: &'a Graph,
    pub root: NodeIndex,
    /// The immediate dominator of each node: the last node that every path to it leads through.
    pub dominators: Dominators<NodeIndex>,
    /// The nodes, ordered by distance from the root.
    order: Vec<NodeIndex>,
    /// The weight of what is only reached through each node, including itself, by node index.
    pub below: Vec<Weight>,
    /// The predecessor of each node on the shortest path, by node index; `None` if the node isn't in the tree.
    pub before: Vec<Option<NodeIndex>>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weight {
    pub shapes: usize,
    pub lines: usize,
}

impl<'a> DominatorTree<'a> {
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

    /// Visits the nodes breadth first, with members in model order.
    fn walk(&mut self) {
        let mut open = VecDeque::from([(self.root, self.root)]);
        while let Some((node, before)) = open.pop_front() {
            if self.before[node.index()].is_some() {
                continue;
            }
            self.before[node.index()] = Some(before);
            self.order.push(node);
            // petgraph lists the last edge first.
            let mut next: Vec<NodeIndex> = self.graph.graph.neighbors(node).collect();
            next.reverse();
            open.extend(next.into_iter().map(|next| (next, node)));
        }
    }

    /// Returns whether values of each node are sent or received: those below an input are sent, all others are received.
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

    /// Visits the nodes that can be reached from `open`, continuing from those for which `is_new` returns `true`.
    fn flood(&self, mut open: Vec<NodeIndex>, mut is_new: impl FnMut(NodeIndex) -> bool) {
        while let Some(node) = open.pop() {
            if is_new(node) {
                open.extend(self.graph.graph.neighbors(node));
            }
        }
    }

    fn weigh(&mut self) {
        let usage = self.usage();
        for node in &self.order {
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

    /// Whether a shape is needed as a type, and not only as the input or output of operations, whose files contain it.
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

    /// Returns the nodes of the tree that lead to this one.
    pub(super) fn incoming(&self, node: NodeIndex) -> impl Iterator<Item = NodeIndex> {
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

    /// Returns all nodes, ordered by distance from the root.
    pub(super) fn nodes(&self) -> impl Iterator<Item = NodeIndex> {
        self.order.iter().copied()
    }

    /// Returns all shapes except those of the prelude.
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

    /// Returns the lines of the operation's own files.
    pub(super) fn own_lines(&self) -> usize {
        match &self.graph.graph[self.root] {
            Node::Operation(_, lines) => lines.of(Usage::default()),
            Node::Root | Node::Part(..) | Node::Shape(..) | Node::Member(_) | Node::Element(_) => 0,
        }
    }

    /// Returns the cost of what is only reached through this node; zero if it isn't in the tree.
    pub(super) fn below(&self, node: NodeIndex, is_known: bool) -> Cost {
        let Weight { shapes, lines } = self.below[node.index()];
        Cost {
            shapes,
            lines: is_known.then_some(lines),
        }
    }
}

/// Whether the shape is one of the prelude, which become Rust's own types.
fn is_prelude(id: &ShapeId) -> bool {
    id.namespace() == "smithy.api"
}
