//! Finds the operations that changed, and the paths to each change.
//!
//! Shapes of the two models are compared in pairs, which are found by following members of the same name from the inputs,
//! outputs and errors of operations of the same name. The comparison of the lowered crates finds the changes of a pair; this
//! module adds the paths that lead to it.

mod count;
mod graph;
mod outline;
mod paths;

use std::collections::BTreeSet;

use super::item::{Item, Kind, Verdict};
use super::{Change, Lowered, OperationChanges, Side};
use crate::ir::Operation;
use crate::model::ShapeId;

use count::Count;
use graph::{Graph, Pair};
use outline::outline;

/// The result of the comparison.
pub(super) struct Api {
    pub(super) operations: OperationChanges,
    pub(super) changes: Vec<Change>,
    pub(super) documentation: usize,
    pub(super) constraints: usize,
}

/// Compares the operations of both sides; `items` are the changes of the Rust API.
pub(super) fn compare(old: &Lowered<'_>, new: &Lowered<'_>, items: &[Item]) -> Api {
    let both = both(old, new);
    let mut graph = Graph::new(old.model, new.model, items);
    for root in both.iter().flat_map(|pair| roots([old, new], *pair)) {
        graph.add(root.pair);
    }
    let mut changes = of_service(items);
    changes.extend(of_whole_operations(old, new));
    for (old_operation, new_operation) in &both {
        changes.extend(of_operation(old_operation, new_operation, items));
        for root in roots([old, new], (old_operation, new_operation)) {
            changes.extend(of_side(&graph, new_operation, &root));
        }
    }
    let count = Count::of(&graph, [old, new], &both);
    Api {
        operations: operations(old, new, &changes),
        changes,
        documentation: count.documentation.len(),
        constraints: count.constraints.len(),
    }
}

/// Returns the operations that both sides have.
fn both<'a>(old: &'a Lowered<'_>, new: &'a Lowered<'_>) -> Vec<(&'a Operation, &'a Operation)> {
    let of_new = |name: &str| {
        let mut operations = new.lowered.operations.iter();
        operations.find(|operation| operation.shape.name() == name)
    };
    let operations = old.lowered.operations.iter();
    operations
        .filter_map(|old| Some((old, of_new(old.shape.name())?)))
        .collect()
}

/// A pair of shapes at which paths of an operation begin.
struct Root {
    side: Side,
    prefix: Vec<String>,
    pair: Pair,
}

/// Returns the input, the output and the errors that both sides have. The paths of an error begin with its name.
fn roots(sides: [&Lowered<'_>; 2], (old, new): (&Operation, &Operation)) -> Vec<Root> {
    let root = |side, prefix, old: &ShapeId, new: &ShapeId| Root {
        side,
        prefix,
        pair: Pair::new(old, new),
    };
    let mut roots = vec![
        root(Side::Input, vec![], &old.input.shape, &new.input.shape),
        root(Side::Output, vec![], &old.output.shape, &new.output.shape),
    ];
    let of_new = errors(sides[1], new);
    for id in errors(sides[0], old) {
        let same = of_new.iter().find(|other| other.name() == id.name());
        let prefix = vec![id.name().to_owned()];
        roots.extend(same.map(|other| root(Side::Error, prefix, id, other)));
    }
    roots
}

/// Returns the shapes of an operation's errors.
fn errors<'a>(side: &'a Lowered<'_>, operation: &Operation) -> Vec<&'a ShapeId> {
    let errors = side.lowered.errors.iter();
    errors
        .filter(|error| operation.errors.iter().any(|name| name.name == error.name))
        .map(|error| &error.shape)
        .collect()
}

/// Returns the changes of the client's configuration, which affect every operation.
fn of_service(items: &[Item]) -> Vec<Change> {
    let items = items.iter().filter(|item| item.keys.is_empty());
    items
        .map(|item| change("*", Side::Operation, vec![], item))
        .collect()
}

/// Returns the operations that were added or removed, including those that can't be generated.
fn of_whole_operations(old: &Lowered<'_>, new: &Lowered<'_>) -> Vec<Change> {
    let whole = |name: &String, kind, breaking| Change {
        operation: name.clone(),
        side: Side::Operation,
        path: Vec::new(),
        item: String::new(),
        kind,
        breaking,
        detail: String::new(),
        outline: None,
    };
    let added = new.operations.difference(&old.operations);
    let removed = old.operations.difference(&new.operations);
    added
        .map(|name| whole(name, Kind::Added, false))
        .chain(removed.map(|name| whole(name, Kind::Removed, true)))
        .collect()
}

/// Returns the changes of the operation itself: errors, paginator, deprecation, method and URI.
fn of_operation(old: &Operation, new: &Operation, items: &[Item]) -> Vec<Change> {
    let ids = [old.shape.as_str(), new.shape.as_str()];
    let items = items
        .iter()
        .filter(|item| item.shapes().any(|shape| ids.contains(&shape)));
    let name = new.shape.name();
    items
        .map(|item| {
            let part = Some(item.part().to_owned()).filter(|part| !part.is_empty());
            change(name, Side::Operation, Vec::from_iter(part), item)
        })
        .collect()
}

/// Returns the changes below the input, the output or an error.
fn of_side(graph: &Graph<'_>, operation: &Operation, root: &Root) -> Vec<Change> {
    let found = paths::find(graph, &root.pair);
    found
        .into_iter()
        .map(|found| {
            let path = root.prefix.iter().cloned().chain(found.path).collect();
            let mut change = change(operation.shape.name(), root.side, path, found.item);
            change.outline = outline(graph, found.pair, found.item);
            change
        })
        .collect()
}

fn change(operation: &str, side: Side, path: Vec<String>, item: &Item) -> Change {
    Change {
        operation: operation.to_owned(),
        side,
        path,
        item: item.path.clone(),
        kind: item.kind,
        breaking: item.severity == Verdict::Major,
        detail: item.detail.clone(),
        outline: None,
    }
}

fn operations(old: &Lowered<'_>, new: &Lowered<'_>, changes: &[Change]) -> OperationChanges {
    let changed: BTreeSet<&String> = changes.iter().map(|change| &change.operation).collect();
    let updated = old.operations.intersection(&new.operations);
    OperationChanges {
        new: new
            .operations
            .difference(&old.operations)
            .cloned()
            .collect(),
        updated: updated
            .filter(|name| changed.contains(name))
            .cloned()
            .collect(),
        removed: old
            .operations
            .difference(&new.operations)
            .cloned()
            .collect(),
    }
}
