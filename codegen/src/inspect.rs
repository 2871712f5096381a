//! What operations drag in. In: a model and a choice of operations. Out: an [`Inspection`]: facts, costs, and who is responsible.
//!
//! # How lines are counted
//!
//! They aren't estimated: the crate of all chosen operations that are supported is really generated, once. Nearly every file
//! of it is there because of one operation or one type, and belongs to that shape: `src/operation/list_queues.rs` and what is
//! below it to `ListQueues`, `src/types/queue.rs` and `src/wire/queue.rs` to `Queue`. The lines of an operation are those of
//! its own files and of the types in its closure, each with as much of reading and writing JSON as the operation needs: what it
//! adds to a crate of its own. The rest of the crate (client, configuration, JSON, lists of modules) is counted apart.
//!
//! # Who is responsible
//!
//! The shapes of the closure form a graph, from the operation along the members. What is reachable through one member only
//! would be gone without that member: that is the subtree below it in the graph's dominator tree.

mod costs;
mod facts;
mod graph;
mod lines;
mod places;
#[cfg(test)]
mod tests;
mod tree;

use std::collections::BTreeMap;

use crate::error::{Errors, Problem};
use crate::model::traits::Http;
use crate::model::{Format, Model, ShapeId, ShapeKind};
use crate::{Operations, select, validate};

pub use facts::{Endpoints, Facts};

use graph::Graph;

/// How many of the shapes that are responsible are listed at most.
pub const LISTED: usize = 10;

/// What a model offers and what its operations cost.
#[derive(Debug, Clone)]
pub struct Inspection {
    /// How the model is called.
    pub source: String,
    /// What the model is written in.
    pub format: Format,
    /// The service.
    pub service: Facts,
    /// What keeps the service as a whole, or the crate of the chosen operations, from being generated.
    pub refused: Vec<Problem>,
    /// How many operations the service has.
    pub available: usize,
    /// How many of them can be generated.
    pub supported: usize,
    /// The crate of the chosen operations; none if nothing can be generated.
    pub size: Option<Size>,
    /// The chosen operations, by name.
    pub operations: Vec<OperationCost>,
    /// The chosen operations that can be generated, together; all of them if none can.
    pub together: Together,
}

/// The size of a generated crate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// The number of files.
    pub files: usize,
    /// The lines of all files.
    pub lines: usize,
    /// Those of the lines that belong to no operation and no type.
    pub apart: usize,
}

/// What one operation costs.
#[derive(Debug, Clone)]
pub struct OperationCost {
    /// The operation.
    pub shape: ShapeId,
    /// Method and URI, if the operation has them.
    pub http: Option<Http>,
    /// Whether it returns pages.
    pub is_paginated: bool,
    /// Whether its request or response has a body that streams, or events.
    pub is_streaming: bool,
    /// Whether it isn't to be used in new code.
    pub is_deprecated: bool,
    /// What keeps it from being generated.
    pub refused: Vec<Refusal>,
    /// The shapes of its closure.
    pub shapes: Kinds,
    /// The lines of its files and of the types in its closure; none if it can't be generated.
    pub lines: Option<usize>,
    /// Those of the lines that are its own files'.
    pub own_lines: Option<usize>,
    /// What no other chosen operation needs: the files that would be gone without it. None if it isn't among
    /// [`Inspection::together`].
    pub alone: Option<Cost>,
    /// What brings most, the largest first.
    pub responsible: Vec<Responsible>,
}

/// Why an operation can't be generated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// The shape at fault, and what is wrong with it.
    pub problem: Problem,
    /// The way from the operation to that shape, if it isn't the operation itself.
    pub path: Option<String>,
}

/// What several operations cost together.
#[derive(Debug, Clone)]
pub struct Together {
    /// The shapes of all closures, each once.
    pub shapes: Kinds,
    /// The lines of their files, each once; none if nothing can be generated.
    pub lines: Option<usize>,
    /// What more than one of the operations needs.
    pub shared: Cost,
    /// The shapes that bring most of it, and that no operation alone leads to, the largest first.
    pub shared_through: Vec<Responsible>,
    /// The places other than these that bring most, the largest first.
    pub responsible: Vec<Responsible>,
}

/// Shapes and lines.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Cost {
    /// The number of shapes.
    pub shapes: usize,
    /// The lines of their files; none if they can't be generated.
    pub lines: Option<usize>,
}

/// A place through which alone some shapes are reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Responsible {
    /// The name of an operation that leads there.
    pub operation: String,
    /// The shortest way there: `input.Filters[].Value`; `[]` is the member of a list, `{}` the value of a map.
    pub path: String,
    /// The shape there.
    pub shape: ShapeId,
    /// The member whose removal would be enough; none if there are several ways, and for errors of operations.
    pub member: Option<ShapeId>,
    /// How many members lead there.
    pub ways: usize,
    /// How many of the chosen operations lead there.
    pub operations: usize,
    /// What is only reached through it, itself included. The few lines that a member has in its structure aren't counted.
    pub cost: Cost,
}

/// Shapes by kind. Those of Smithy's prelude, which cost nothing, aren't counted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds {
    /// Structures, errors included.
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
    /// Strings, numbers and all else without members.
    pub simple: usize,
}

impl Kinds {
    /// All of them.
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

/// Inspects the operations of `choice`. `watch` is told how many of how many files are generated, now and then.
///
/// What can't be generated is part of the result, by the same checks that generating makes.
///
/// # Errors
///
/// If the model hasn't exactly one service, refers to operations that it doesn't have, or lacks a chosen one.
pub fn inspect(
    model: &Model,
    choice: &Operations,
    watch: &mut dyn FnMut(usize, usize),
) -> Result<Inspection, Errors> {
    let (id, service) = select::only_service(model)?;
    let mut problems = Vec::new();
    let available = select::service_operations(model, id, service, &mut problems);
    let chosen = select::chosen(model, id, &available, choice, &mut problems);
    Errors::check(problems)?;
    let mut refused = validate::service_problems(model, id);
    let judged = Judged::new(model, id, available.values(), refused.is_empty());
    let good = judged.good(&chosen);
    let mut lines = None;
    if !good.is_empty() {
        match lines::count(model, &good, watch) {
            Ok(counted) => lines = Some(counted),
            Err(errors) => refused.extend_from_slice(errors.problems()),
        }
    }
    let together = if good.is_empty() { &chosen } else { &good };
    let graph = Graph::new(model, id, &chosen, together, lines.as_ref());
    let (operations, together) = costs::costs(model, &graph, &judged, lines.is_some());
    Ok(Inspection {
        source: model.source.clone(),
        format: model.format,
        service: Facts::of(model, id),
        refused,
        available: available.len(),
        supported: judged.good(available.values()).len(),
        size: lines.map(|lines| lines.size),
        operations,
        together,
    })
}

/// What keeps each operation from being generated; nothing at all if the whole service is refused, which says enough.
struct Judged(Option<BTreeMap<ShapeId, Vec<Problem>>>);

impl Judged {
    fn new<'a>(
        model: &Model,
        service: &ShapeId,
        operations: impl Iterator<Item = &'a ShapeId>,
        is_service_good: bool,
    ) -> Self {
        let judge = |id: &ShapeId| validate::operation_problems(model, service, id);
        Self(is_service_good.then(|| operations.map(|id| (id.clone(), judge(id))).collect()))
    }

    fn problems(&self, id: &ShapeId) -> &[Problem] {
        let problems = self.0.as_ref().and_then(|judged| judged.get(id));
        problems.map_or(&[], Vec::as_slice)
    }

    /// Those of the operations that can be generated.
    fn good<'a>(&self, operations: impl IntoIterator<Item = &'a ShapeId>) -> Vec<ShapeId> {
        let operations = operations.into_iter();
        let good = operations.filter(|id| self.0.is_some() && self.problems(id).is_empty());
        good.cloned().collect()
    }
}
