//! Computes the cost of each operation and of all operations together.

use super::dominators::DominatorTree;
use super::graph::Graph;
use super::{Checked, Cost, Kinds, OperationCost, Refusal, Together};
use crate::error::Problem;
use crate::model::{Model, Operation, Shape, ShapeId};
use crate::select::closure::as_operation;

/// Returns the cost of every operation of the graph, and of all operations below its root. Lines are known if the crate
/// was generated.
pub(super) fn costs(
    model: &Model,
    graph: &Graph,
    checked: &Checked,
    is_known: bool,
) -> (Vec<OperationCost>, Together) {
    let whole = DominatorTree::new(graph, graph.root);
    let mut used = vec![0; graph.graph.node_count()];
    let mut operations = Vec::new();
    for (id, node) in &graph.operations {
        let tree = DominatorTree::new(graph, *node);
        if whole.has(*node) {
            tree.nodes().for_each(|node| used[node.index()] += 1);
        }
        let problems = checked.problems(id);
        let is_known = is_known && problems.is_empty();
        operations.push(operation_cost(model, id, &tree, &whole, problems, is_known));
    }
    let together = Together {
        shapes: kinds(model, &whole),
        lines: whole.below(graph.root, is_known).lines,
        shared: shared(&whole, &operations, is_known),
        shared_through: whole.shared(&used, is_known),
        contributors: whole.contributors(&used, is_known),
    };
    (operations, together)
}

/// Subtracts the cost of what each operation alone needs from the total.
fn shared(whole: &DominatorTree<'_>, operations: &[OperationCost], is_known: bool) -> Cost {
    let all = whole.below(whole.root, is_known);
    let alone = operations.iter().filter_map(|one| one.alone);
    let sum = alone.fold((0, 0), |sum, cost| {
        (sum.0 + cost.shapes, sum.1 + cost.lines.unwrap_or(0))
    });
    Cost {
        shapes: all.shapes - sum.0,
        lines: all.lines.map(|lines| lines - sum.1),
    }
}

fn operation_cost(
    model: &Model,
    id: &ShapeId,
    tree: &DominatorTree<'_>,
    whole: &DominatorTree<'_>,
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
        contributors: tree.contributors(&[], is_known),
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

fn refusal(tree: &DominatorTree<'_>, problem: &Problem) -> Refusal {
    let path = problem.shape.as_ref().and_then(|shape| tree.path_to(shape));
    Refusal {
        problem: problem.clone(),
        path,
    }
}

fn kinds(model: &Model, tree: &DominatorTree<'_>) -> Kinds {
    let mut kinds = Kinds::default();
    for shape in tree.shapes().filter_map(|id| model.get(id)) {
        kinds.count(&shape.kind);
    }
    kinds
}
