//! Builds the graph of operations, shapes and members, with the lines of each.
//!
//! Members are nodes, so that a dominator can be a member.

use std::collections::BTreeMap;
use std::collections::VecDeque;

use petgraph::graph::{DiGraph, NodeIndex};

use super::lines::{Lines, ShapeLines};
use crate::model::{Model, Shape, ShapeId, ShapeKind};
use crate::select::closure::{as_operation, operation_errors, references};

/// A node.
#[derive(Debug, Clone)]
pub(super) enum Node {
    /// The common root of several operations.
    Root,
    /// An operation, with the lines of its files.
    Operation(ShapeId, ShapeLines),
    /// The input, the output, or an error of an operation, with its name in paths.
    Part(Side, String),
    /// A shape, with the lines of its files.
    Shape(ShapeId, ShapeLines),
    /// A member of a structure or union.
    Member(ShapeId),
    /// The member of a list, or the key or value of a map, with its name in paths.
    Element(&'static str),
}

/// The parts of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The input, whose structure belongs to the operation.
    Input,
    /// The output, whose structure belongs to the operation.
    Output,
    /// An error, whose structure is a type.
    Error,
}

/// The graph of some operations.
pub(super) struct Graph {
    pub graph: DiGraph<Node, ()>,
    /// The common root of several operations.
    pub root: NodeIndex,
    /// All operations, including those that aren't below the root.
    pub operations: Vec<(ShapeId, NodeIndex)>,
    pub shapes: BTreeMap<ShapeId, NodeIndex>,
}

impl Graph {
    /// Builds the graph of the operations in `chosen`, with a root above those in `together`.
    pub(super) fn new(
        model: &Model,
        service: &ShapeId,
        chosen: &[ShapeId],
        together: &[ShapeId],
        lines: Option<&Lines>,
    ) -> Self {
        let mut graph = DiGraph::new();
        let root = graph.add_node(Node::Root);
        let mut builder = Builder {
            model,
            lines,
            graph: Self {
                graph,
                root,
                operations: Vec::new(),
                shapes: BTreeMap::new(),
            },
            open: VecDeque::new(),
        };
        for id in chosen {
            let node = builder.operation(service, id);
            if together.contains(id) {
                builder.graph.graph.add_edge(root, node, ());
            }
        }
        while let Some((id, shape, node)) = builder.open.pop_front() {
            builder.members(&id, shape, node);
        }
        builder.graph
    }
}

struct Builder<'a> {
    model: &'a Model,
    lines: Option<&'a Lines>,
    graph: Graph,
    /// Shapes whose members haven't been added yet.
    open: VecDeque<(ShapeId, &'a Shape, NodeIndex)>,
}

impl<'a> Builder<'a> {
    fn operation(&mut self, service: &ShapeId, id: &ShapeId) -> NodeIndex {
        let lines = self.lines_of(id);
        let node = self
            .graph
            .graph
            .add_node(Node::Operation(id.clone(), lines));
        self.graph.operations.push((id.clone(), node));
        let Some(operation) = as_operation(self.model, id) else {
            return node;
        };
        let input = Node::Part(Side::Input, "input".to_owned());
        self.link(node, input, &operation.input);
        let output = Node::Part(Side::Output, "output".to_owned());
        self.link(node, output, &operation.output);
        for error in operation_errors(self.model, service, operation) {
            let part = Node::Part(Side::Error, format!("errors.{}", error.name()));
            self.link(node, part, &error);
        }
        node
    }

    fn members(&mut self, id: &ShapeId, shape: &'a Shape, node: NodeIndex) {
        for member in references(shape) {
            let way = match &shape.kind {
                ShapeKind::List(_) => Node::Element("[]"),
                ShapeKind::Map { key, .. } if key.name == member.name => Node::Element("{key}"),
                ShapeKind::Map { .. } => Node::Element("{}"),
                ShapeKind::Simple(_)
                | ShapeKind::Enum(_)
                | ShapeKind::IntEnum(_)
                | ShapeKind::Structure(_)
                | ShapeKind::Union(_)
                | ShapeKind::Service(_)
                | ShapeKind::Resource(_)
                | ShapeKind::Operation(_) => Node::Member(id.member(&member.name)),
            };
            self.link(node, way, &member.target);
        }
    }

    /// Connects a node to a shape through the node `way`. A shape that the model doesn't contain is skipped.
    fn link(&mut self, from: NodeIndex, way: Node, target: &ShapeId) {
        let Some(target) = self.shape(target) else {
            return;
        };
        let way = self.graph.graph.add_node(way);
        self.graph.graph.add_edge(from, way, ());
        self.graph.graph.add_edge(way, target, ());
    }

    fn shape(&mut self, id: &ShapeId) -> Option<NodeIndex> {
        if let Some(node) = self.graph.shapes.get(id) {
            return Some(*node);
        }
        let shape = self.model.get(id)?;
        let lines = self.lines_of(id);
        let node = self.graph.graph.add_node(Node::Shape(id.clone(), lines));
        self.graph.shapes.insert(id.clone(), node);
        self.open.push_back((id.clone(), shape, node));
        Some(node)
    }

    fn lines_of(&self, id: &ShapeId) -> ShapeLines {
        self.lines
            .map_or_else(ShapeLines::default, |lines| lines.of(id))
    }
}
