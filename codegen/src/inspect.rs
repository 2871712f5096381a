//! Reports what each operation of a model would add to a crate, and which members contribute most.
//!
//! # How lines are counted
//!
//! Lines aren't estimated: the crate of all chosen operations that are supported is generated once, in memory. Nearly every
//! file belongs to one operation or one type: `src/operation/list_queues.rs` and the files below it to `ListQueues`,
//! `src/types/queue.rs` and `src/wire/queue.rs` to `Queue`. The lines of an operation are those of its own files and of the
//! types in its closure, with only the reading or writing code that the operation needs. They are what the operation adds to
//! a crate of its own. The rest of the crate (client, configuration, JSON, lists of modules) is counted separately.
//!
//! # Contributors
//!
//! The shapes of the closure form a graph, from the operation along its members. Shapes that are reachable only through one
//! member would not be needed without it: they are the subtree below that member in the graph's dominator tree.

mod contributors;
mod costs;
mod dominators;
mod facts;
mod graph;
mod lines;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::Operations;
use crate::error::{Errors, Problem};
use crate::model::traits::Http;
use crate::model::{Format, Model, ShapeId, ShapeKind};
use crate::select::{self, choice};

pub use facts::{Endpoints, Facts};

use graph::Graph;

/// The number of contributors that are listed at most.
pub const LISTED: usize = 10;

/// What a model offers and what its operations cost.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// The name of the model.
    pub source: String,
    /// The format of the model.
    pub format: Format,
    /// The service.
    pub service: Facts,
    /// The reasons why the service as a whole, or the crate of the chosen operations, can't be generated.
    pub refused: Vec<Problem>,
    /// The number of operations that the service has.
    pub available: usize,
    /// The number of operations that can be generated.
    pub supported: usize,
    /// The size of the crate of the chosen operations; `None` if nothing can be generated.
    pub size: Option<Size>,
    /// The chosen operations, by name.
    pub operations: Vec<OperationCost>,
    /// The cost of the chosen operations that can be generated, or of all of them if none can.
    pub together: Together,
}

/// The size of a generated crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The number of files.
    pub files: usize,
    /// The lines of all files.
    pub lines: usize,
    /// The lines that belong to no operation and no type.
    pub apart: usize,
}

/// The cost of one operation.
#[derive(Debug, Clone)]
pub struct OperationCost {
    /// The operation.
    pub shape: ShapeId,
    /// The method and URI, if the operation has them.
    pub http: Option<Http>,
    /// Whether it is paginated.
    pub is_paginated: bool,
    /// Whether its request or response has a streaming body or an event stream.
    pub is_streaming: bool,
    /// Whether it is deprecated.
    pub is_deprecated: bool,
    /// The reasons why it can't be generated.
    pub refused: Vec<Refusal>,
    /// The shapes of its closure.
    pub shapes: Kinds,
    /// The lines of its files and of the types in its closure; `None` if it can't be generated.
    pub lines: Option<usize>,
    /// The lines of its own files.
    pub own_lines: Option<usize>,
    /// The cost of what no other chosen operation needs: the files that would not exist without it. `None` if it isn't
    /// part of [`Inspection::together`].
    pub alone: Option<Cost>,
    /// The largest contributors, in descending order.
    pub contributors: Vec<Contributor>,
}

/// A reason why an operation can't be generated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The shape and the problem with it.
    pub problem: Problem,
    /// The path from the operation to that shape, if it isn't the operation itself.
    pub path: Option<String>,
}

/// The cost of several operations together.
#[derive(Debug, Clone)]
pub struct Together {
    /// The shapes of all closures, each counted once.
    pub shapes: Kinds,
    /// The lines of their files, each counted once; `None` if nothing can be generated.
    pub lines: Option<usize>,
    /// The cost of what more than one operation needs.
    pub shared: Cost,
    /// The largest contributors to the shared cost, in descending order: shapes that no operation alone needs.
    pub shared_through: Vec<Contributor>,
    /// The largest other contributors, in descending order.
    pub contributors: Vec<Contributor>,
}

/// A number of shapes and lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// The number of shapes.
    pub shapes: usize,
    /// The lines of their files; `None` if they can't be generated.
    pub lines: Option<usize>,
}

/// A member or shape that other shapes are only reached through: their dominator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contributor {
    /// The name of an operation that leads to it.
    pub operation: String,
    /// The shortest path to it, such as `input.Filters[].Value`; `[]` is the member of a list, `{}` the value of a map.
    pub path: String,
    /// The shape that the path leads to.
    pub shape: ShapeId,
    /// The member whose removal would save the cost; `None` if several members lead here, and for errors of operations.
    pub member: Option<ShapeId>,
    /// The number of members that lead to it.
    pub ways: usize,
    /// The number of chosen operations that lead to it.
    pub operations: usize,
    /// The cost of the shapes that are only reached through it, including itself. The few lines of a member within its
    /// structure aren't counted.
    pub cost: Cost,
}

/// The number of shapes of each kind. Shapes of Smithy's prelude, which cost nothing, aren't counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds {
    /// Structures, including errors.
    pub structures: usize,
    /// Unions.
    pub unions: usize,
    /// Enums of strings.
    pub enums: usize,
    /// Enums of integers.
    pub int_enums: usize,
    /// Lists and sets.
    pub lists: usize,
    /// Maps.
    pub maps: usize,
    /// Strings, numbers and other shapes without members.
    pub simple: usize,
}

impl Kinds {
    /// Returns the total number.
    pub fn total(&self) -> usize {
        let Self {
            structures,
            unions,
            enums,
            int_enums,
            lists,
            maps,
            simple,
        } = self;
        structures + unions + enums + int_enums + lists + maps + simple
    }

    fn count(&mut self, kind: &ShapeKind) {
        let count = match kind {
            ShapeKind::Structure(_) => &mut self.structures,
            ShapeKind::Union(_) => &mut self.unions,
            ShapeKind::Enum(_) => &mut self.enums,
            ShapeKind::IntEnum(_) => &mut self.int_enums,
            ShapeKind::List(_) => &mut self.lists,
            ShapeKind::Map { .. } => &mut self.maps,
            ShapeKind::Simple(_) => &mut self.simple,
            ShapeKind::Service(_) | ShapeKind::Resource(_) | ShapeKind::Operation(_) => return,
        };
        *count += 1;
    }
}

/// Inspects the operations of `choice`. `watch` is called from time to time with the number of generated files and their
/// total.
///
/// Operations that can't be generated are part of the result, with the same reasons that [`generate`](crate::generate)
/// reports.
///
/// # Errors
///
/// Returns an error if the model doesn't have exactly one service, or if it doesn't contain an operation that is chosen or
/// that the service refers to.
pub fn inspect(
    model: &Model,
    operations: &Operations,
    watch: &mut dyn FnMut(usize, usize),
) -> Result<Inspection, Errors> {
    let found = choice::service(model, None)?;
    let id = found.id;
    let mut problems = Vec::new();
    let available = choice::service_operations(model, found, &mut problems);
    let chosen = choice::chosen(model, id, &available, operations, &mut problems);
    Errors::check(problems)?;
    let chosen: Vec<ShapeId> = chosen.into_iter().map(|it| it.id.clone()).collect();
    let service = select::resolve_service(model, found);
    let checked =
        Checked(service.as_ref().ok().map(|service| {
            select::operation_problems(model, service, available.values().copied())
        }));
    let mut refused: Vec<Problem> = service.err().into_iter().collect();
    let good = checked.good(&chosen);
    let mut lines = None;
    if !good.is_empty() {
        match lines::count(model, id, &good, watch) {
            Ok(counted) => lines = Some(counted),
            Err(errors) => refused.extend_from_slice(errors.problems()),
        }
    }
    let together = if good.is_empty() { &chosen } else { &good };
    let graph = Graph::new(model, id, &chosen, together, lines.as_ref());
    let (operations, together) = costs::costs(model, &graph, &checked, lines.is_some());
    Ok(Inspection {
        source: model.source.clone(),
        format: model.format,
        service: Facts::of(model, id),
        refused,
        available: available.len(),
        supported: checked.good(available.values().map(|it| it.id)).len(),
        size: lines.map(|lines| lines.size),
        operations,
        together,
    })
}

/// The problems of each operation. There are none if the whole service is unsupported.
struct Checked(Option<BTreeMap<ShapeId, Vec<Problem>>>);

impl Checked {
    fn problems(&self, id: &ShapeId) -> &[Problem] {
        let problems = self.0.as_ref().and_then(|checked| checked.get(id));
        problems.map_or(&[], Vec::as_slice)
    }

    /// Returns the operations that can be generated.
    fn good<'a>(&self, operations: impl IntoIterator<Item = &'a ShapeId>) -> Vec<ShapeId> {
        let operations = operations.into_iter();
        let good = operations.filter(|id| self.0.is_some() && self.problems(id).is_empty());
        good.cloned().collect()
    }
}
