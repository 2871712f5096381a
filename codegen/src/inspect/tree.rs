//! Who is responsible for what. In: the graph and a node to begin at. Out: for every node, what is only reached through it.

use std::collections::VecDeque;

use petgraph::Direction;
use petgraph::algo::dominators::{self, Dominators};
use petgraph::graph::NodeIndex;

use super::Cost;
use super::graph::{Graph, Node, Side};
use crate::ir::Usage;
use crate::model::ShapeId;

/// The dominator tree of what is reachable from one node.
pub(super) struct Tree<'a> {
    pub graph: &'a Graph,
    pub root: NodeIndex,
    /// Which node is the last that every way to a node leads through.
    pub dominators: Dominators<NodeIndex>,
    /// The nodes in the order of their distance.
    order: Vec<NodeIndex>,
    /// By node: what is only reached through it, itself included.
    pub below: Vec<Weight>,
    /// By node: the one before it on the shortest way, none if it isn't in the tree.
    pub before: Vec<Option<NodeIndex>>,
}

#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Weight {
    pub shapes: usize,
    pub lines: usize,
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
            self.order.push(node);
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

    /// All nodes, the nearest first.
    pub(super) fn nodes(&self) -> impl Iterator<Item = NodeIndex> {
        self.order.iter().copied()
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
}

/// Shapes of the prelude are Rust's own types.
fn is_prelude(id: &ShapeId) -> bool {
    id.namespace() == "smithy.api"
}
