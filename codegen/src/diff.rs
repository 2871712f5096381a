//! What a new model changes. In: two models of one service and a choice of operations. Out: a [`Diff`], and its renderings.
//!
//! There are two levels. [`api`](self) compares the models as the service's API pages do: operations, and in them paths.
//! The other compares the lowered crates, that is the Rust API, and alone decides what breaks.
//!
//! # The verdict
//!
//! It is about the source of a crate's users, by the rules of <https://doc.rust-lang.org/cargo/reference/semver.html>. All
//! structures, unions, enums and errors are `#[non_exhaustive]`, so that more of anything is minor. A change on the wire that
//! no source sees is a patch. A member of an input that becomes required leaves its field an `Option`: the service rejects
//! calls without it whichever version of the crate sends them, so that is a patch too, and is pointed out as a change.

mod api;
mod item;
mod render;
mod rust;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::error::{Errors, Problem, ProblemKind};
use crate::model::{Model, ShapeId};
use crate::select::service_operations;
use crate::{Config, Operations, ir};

pub use item::{Item, Kind, Verdict};

/// The differences of two models.
#[derive(Debug, Clone)]
pub struct Diff {
    /// How the old model is called.
    pub old: String,
    /// How the new model is called.
    pub new: String,
    /// The operations, by what happened to them.
    pub operations: OperationChanges,
    /// Every change, on every path that leads to it.
    pub changes: Vec<Change>,
    /// The changes of the Rust API, each once.
    pub items: Vec<Item>,
    /// How many shapes and members only have another documentation.
    pub documentation: usize,
    /// How many shapes and members only have other constraints (length, range, pattern, unique items).
    pub constraints: usize,
    /// What the next version of the crate has to be.
    pub verdict: Verdict,
    /// The operations that couldn't be compared as Rust, and why.
    pub warnings: Vec<Problem>,
}

/// The names of operations, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OperationChanges {
    /// Only the new model has them.
    pub new: Vec<String>,
    /// Both have them, and they differ in more than documentation and constraints.
    pub updated: Vec<String>,
    /// Only the old model has them.
    pub removed: Vec<String>,
}

/// One change of an operation, at one path.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The operation's name; `*` if all are concerned.
    pub operation: String,
    /// The part of the operation.
    pub side: Side,
    /// The names of the members that lead to the change; lists and maps have none.
    pub path: Vec<String>,
    /// The path of the Rust item that changed, such as `types::AgentStatus::name`.
    pub item: String,
    /// What happened.
    pub kind: Kind,
    /// Whether code that uses the crate may no longer compile.
    pub breaking: bool,
    /// What was there and what is there now, in words.
    pub detail: String,
    /// What a member that came or went looks like, all the way down.
    pub outline: Option<Value>,
}

/// The parts of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The operation as a whole.
    Operation,
    /// What is sent.
    Input,
    /// What is received.
    Output,
    /// What is received if the call fails.
    Error,
}

impl Side {
    /// The side's name in reports.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Operation => "operation",
            Self::Input => "input",
            Self::Output => "output",
            Self::Error => "error",
        }
    }
}

/// Compares two models of one service, in the operations of `choice` that either of them has.
///
/// # Errors
///
/// If the models are of different services, an operation is in neither, or one of the models can't be generated from.
pub fn diff(old: &Model, new: &Model, choice: &Operations) -> Result<Diff, Errors> {
    let old_side = Lowered::of(old, choice)?;
    let new_side = Lowered::of(new, choice)?;
    same_service(&old_side, &new_side)?;
    known_operations(&old_side, &new_side, choice)?;
    let items = rust::compare(&old_side.lowered, &new_side.lowered);
    let api = api::compare(&old_side, &new_side, &items);
    let verdict = verdict(&items, &api);
    let warnings = old_side.skipped.into_iter().chain(new_side.skipped);
    Ok(Diff {
        old: old.source.clone(),
        new: new.source.clone(),
        operations: api.operations,
        changes: api.changes,
        documentation: api.documentation,
        constraints: api.constraints,
        verdict,
        items,
        warnings: warnings.collect(),
    })
}

/// One of the two models, with the crate it becomes.
struct Lowered<'a> {
    model: &'a Model,
    service: ShapeId,
    /// All chosen operations, those that can't be generated included.
    operations: BTreeSet<String>,
    lowered: ir::Crate,
    skipped: Vec<Problem>,
}

impl<'a> Lowered<'a> {
    fn of(model: &'a Model, choice: &Operations) -> Result<Self, Errors> {
        let services: Vec<_> = model.services().collect();
        let [(id, _, service)] = services.as_slice() else {
            return Err(problem(model, None, ProblemKind::ServiceCount(services.len())).into());
        };
        let mut problems = Vec::new();
        let mut operations: BTreeSet<String> =
            service_operations(model, id, service, &mut problems)
                .into_keys()
                .collect();
        Errors::check(problems)?;
        let choice = match choice {
            Operations::All => Operations::All,
            Operations::Named(names) => {
                operations.retain(|name| names.contains(name));
                Operations::Named(operations.iter().cloned().collect())
            }
        };
        let config = Config::new("compared", choice);
        let (lowered, skipped) =
            crate::lower_selected(model, &config, crate::EmptySelection::Allow)?;
        Ok(Self {
            model,
            service: (*id).clone(),
            operations,
            lowered,
            skipped,
        })
    }
}

fn problem(model: &Model, shape: Option<&ShapeId>, kind: ProblemKind) -> Problem {
    Problem {
        file: model.source.clone(),
        shape: shape.cloned(),
        kind,
    }
}

/// Two services have nothing to do with each other, and a list of all they contain helps nobody.
fn same_service(old: &Lowered<'_>, new: &Lowered<'_>) -> Result<(), Errors> {
    let name = |side: &Lowered<'_>| match side.lowered.service.sdk_id.as_str() {
        "" => side.service.name().to_owned(),
        id => id.to_owned(),
    };
    let (expected, found) = (name(old), name(new));
    if expected == found {
        return Ok(());
    }
    let kind = ProblemKind::OtherService { expected, found };
    Err(problem(new.model, Some(&new.service), kind).into())
}

/// A name that neither model knows is a slip of the user, with the new model's names to choose from.
fn known_operations(
    old: &Lowered<'_>,
    new: &Lowered<'_>,
    choice: &Operations,
) -> Result<(), Errors> {
    let Operations::Named(names) = choice else {
        return Ok(());
    };
    let unknown =
        |name: &&String| !old.operations.contains(*name) && !new.operations.contains(*name);
    let unknown: Vec<String> = names.iter().filter(unknown).cloned().collect();
    if unknown.is_empty() && !names.is_empty() {
        return Ok(());
    }
    crate::select::select(new.model, &Operations::Named(unknown)).map(drop)
}

fn verdict(items: &[Item], api: &api::Api) -> Verdict {
    let of_items = items.iter().map(|item| item.severity).max();
    let has_texts = api.documentation + api.constraints > 0 || !api.changes.is_empty();
    let of_texts = if has_texts {
        Verdict::Patch
    } else {
        Verdict::None
    };
    of_items.unwrap_or(Verdict::None).max(of_texts)
}
