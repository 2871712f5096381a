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

mod facts;
mod graph;
mod lines;
#[cfg(test)]
mod tests;
mod tree;

use std::collections::BTreeMap;

use crate::error::{Errors, Problem};
use crate::model::traits::Http;
use crate::model::{Format, Model, Operation, Shape, ShapeId, ShapeKind};
use crate::select::{self, as_operation};
use crate::{Operations, supported};

pub use facts::{Endpoints, Facts};

use graph::Graph;
use lines::Lines;
use tree::Tree;

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
    /// What is only reached through it, itself included.
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
    let mut refused = supported::service_problems(model, id);
    let judged = judge(model, id, available.values(), !refused.is_empty());
    let is_good = |id: &&ShapeId| judged.get(*id).is_some_and(Vec::is_empty);
    let good: Vec<ShapeId> = chosen.iter().filter(is_good).cloned().collect();
    let generated = if refused.is_empty() && !good.is_empty() {
        lines::count(model, &good, watch)
            .map_err(|errors| refused.extend_from_slice(errors.problems()))
    } else {
        Err(())
    };
    let supported = if refused.is_empty() {
        judged
            .values()
            .filter(|problems| problems.is_empty())
            .count()
    } else {
        0
    };
    let lines = generated.ok();
    let together = if good.is_empty() { &chosen } else { &good };
    let costs = costs(model, id, &chosen, together, &judged, lines.as_ref());
    Ok(Inspection {
        source: model.source.clone(),
        format: model.format,
        service: Facts::of(model, id),
        refused,
        available: available.len(),
        supported,
        size: lines.map(|lines| lines.size),
        operations: costs.0,
        together: costs.1,
    })
}

/// What keeps each operation from being generated. If the service is refused, there is no need to ask.
fn judge<'a>(
    model: &Model,
    service: &ShapeId,
    operations: impl Iterator<Item = &'a ShapeId>,
    is_refused: bool,
) -> BTreeMap<ShapeId, Vec<Problem>> {
    let judge = |id: &ShapeId| {
        if is_refused {
            Vec::new()
        } else {
            supported::operation_problems(model, service, id)
        }
    };
    operations.map(|id| (id.clone(), judge(id))).collect()
}

/// The costs of every operation of `chosen`, and those of all of `together`.
fn costs(
    model: &Model,
    service: &ShapeId,
    chosen: &[ShapeId],
    together: &[ShapeId],
    judged: &BTreeMap<ShapeId, Vec<Problem>>,
    lines: Option<&Lines>,
) -> (Vec<OperationCost>, Together) {
    let graph = Graph::new(model, service, chosen, together, lines);
    let whole = Tree::new(&graph, graph.root);
    let trees = graph
        .operations
        .iter()
        .map(|(id, node)| (id, Tree::new(&graph, *node)));
    let trees: Vec<(&ShapeId, Tree<'_>)> = trees.collect();
    let used = graph::used(together, &trees);
    let operations = trees.iter().map(|(id, tree)| {
        let problems = &judged[*id];
        let is_known = lines.is_some() && problems.is_empty();
        operation_cost(model, id, tree, &whole, problems, is_known)
    });
    let operations: Vec<OperationCost> = operations.collect();
    let all = whole.below(graph.root, lines.is_some());
    let alone: Vec<Cost> = operations.iter().filter_map(|one| one.alone).collect();
    let sum = |part: fn(&Cost) -> usize| alone.iter().map(part).sum::<usize>();
    let together = Together {
        shapes: kinds(model, &whole),
        lines: all.lines,
        shared: Cost {
            shapes: all.shapes - sum(|cost| cost.shapes),
            lines: all
                .lines
                .map(|lines| lines - sum(|cost| cost.lines.unwrap_or(0))),
        },
        shared_through: whole.shared(&used, lines.is_some()),
        responsible: whole.responsible(&used, lines.is_some()),
    };
    (operations, together)
}

fn operation_cost(
    model: &Model,
    id: &ShapeId,
    tree: &Tree<'_>,
    whole: &Tree<'_>,
    problems: &[Problem],
    is_known: bool,
) -> OperationCost {
    let traits = model.get(id).map(|shape| &shape.traits);
    OperationCost {
        http: traits.and_then(|traits| traits.http.clone()),
        is_paginated: traits.is_some_and(|traits| traits.paginated.is_some()),
        is_streaming: as_operation(model, id).is_some_and(|operation| streams(model, operation)),
        is_deprecated: traits.is_some_and(|traits| traits.deprecated.is_some()),
        refused: problems
            .iter()
            .map(|problem| refusal(tree, problem))
            .collect(),
        shapes: kinds(model, tree),
        lines: tree.below(tree.root, is_known).lines,
        own_lines: is_known.then(|| tree.own_lines()),
        alone: whole
            .has(tree.root)
            .then(|| whole.below(tree.root, is_known)),
        responsible: tree.responsible(&[], is_known),
        shape: id.clone(),
    }
}

fn streams(model: &Model, operation: &Operation) -> bool {
    let sides = [&operation.input, &operation.output].into_iter();
    let mut members = sides
        .filter_map(|id| model.get(id))
        .flat_map(Shape::structure_members);
    members.any(|member| {
        let target = model.get(&member.target);
        target.is_some_and(|target| target.traits.streaming.is_some())
    })
}

fn refusal(tree: &Tree<'_>, problem: &Problem) -> Refusal {
    let path = problem.shape.as_ref().and_then(|shape| tree.path_to(shape));
    Refusal {
        problem: problem.clone(),
        path,
    }
}

fn kinds(model: &Model, tree: &Tree<'_>) -> Kinds {
    let mut kinds = Kinds::default();
    for shape in tree.shapes().filter_map(|id| model.get(id)) {
        kinds.count(&shape.kind);
    }
    kinds
}
