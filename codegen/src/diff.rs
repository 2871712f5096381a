//! Compares two models of one service and renders the differences.
//!
//! There are two levels. The module `api` compares the models as AWS's API change pages do: operations, and paths in them.
//! The module `rust` compares the lowered crates, that is, the Rust API, and it alone decides which changes are breaking.
//!
//! # The verdict
//!
//! The verdict is about the source code that uses a crate, by the rules of
//! <https://doc.rust-lang.org/cargo/reference/semver.html>. All structures, unions, enums and errors are
//! `#[non_exhaustive]`, so additions are minor. A change on the wire that isn't visible in source code is a patch. If a member
//! of an input becomes required, its field remains an `Option`. The service rejects calls without it, whichever version of
//! the crate sends them, so this is a patch as well, but it is listed as a change.

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
use crate::select::{self, EmptySelection, choice};
use crate::{Config, Operations, ir};

pub use item::{Item, Kind, Verdict};

/// The differences between two models.
#[derive(Debug, Clone)]
pub struct Diff {
    /// The name of the old model.
    pub old: String,
    /// The name of the new model.
    pub new: String,
    /// The operations that changed.
    pub operations: OperationChanges,
    /// Every change, once for each path that leads to it.
    pub changes: Vec<Change>,
    /// The changes of the Rust API, without duplicates.
    pub items: Vec<Item>,
    /// The number of shapes and members whose documentation changed.
    pub documentation: usize,
    /// The number of members whose constraints changed (length, range, pattern, unique items).
    pub constraints: usize,
    /// The kind of version that the next version of the crate must be.
    pub verdict: Verdict,
    /// The operations that couldn't be compared as Rust, with the reasons.
    pub warnings: Vec<Problem>,
}

/// The names of operations, sorted.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OperationChanges {
    /// Operations that only the new model has.
    pub new: Vec<String>,
    /// Operations that differ in more than documentation and constraints.
    pub updated: Vec<String>,
    /// Operations that only the old model has.
    pub removed: Vec<String>,
}

/// One change of an operation, at one path.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    /// The operation's name; `*` if all are affected.
    pub operation: String,
    /// The part of the operation.
    pub side: Side,
    /// The names of the members that lead to the change; lists and maps are skipped.
    pub path: Vec<String>,
    /// The path of the Rust item that changed, such as `types::AgentStatus::name`.
    pub item: String,
    /// The kind of the change.
    pub kind: Kind,
    /// Whether code that uses the crate might no longer compile.
    pub breaking: bool,
    /// The old and the new state as text.
    pub detail: String,
    /// The structure of a member that was added or removed, with all nested members.
    pub outline: Option<Value>,
}

/// The parts of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The operation as a whole.
    Operation,
    /// The input.
    Input,
    /// The output.
    Output,
    /// An error.
    Error,
}

impl Side {
    /// Returns the name in reports and JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Operation => "operation",
            Self::Input => "input",
            Self::Output => "output",
            Self::Error => "error",
        }
    }
}

/// Compares the operations of `choice` in two models of one service. Each operation must be in at least one of them.
///
/// # Errors
///
/// Returns an error if the models describe different services, if neither contains an operation, or if one of them is
/// invalid or unsupported.
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

/// One of the two models, with the lowered crate.
struct Lowered<'a> {
    model: &'a Model,
    service: ShapeId,
    /// The names of all chosen operations, including those that can't be generated.
    operations: BTreeSet<String>,
    lowered: ir::Crate,
    skipped: Vec<Problem>,
}

impl<'a> Lowered<'a> {
    fn of(model: &'a Model, choice: &Operations) -> Result<Self, Errors> {
        let service = choice::service(model, None)?;
        let mut problems = Vec::new();
        let mut operations: BTreeSet<String> =
            choice::service_operations(model, service, &mut problems)
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
        let mut config = Config::new("compared", choice);
        config.service = Some(service.id.clone());
        let (lowered, skipped) = crate::lower_selected(model, &config, EmptySelection::Allow)?;
        Ok(Self {
            model,
            service: service.id.clone(),
            operations,
            lowered,
            skipped,
        })
    }
}

/// Rejects models of different services, since a list of everything that they contain would not help anybody.
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
    Err(new.model.problem(Some(&new.service), kind).into())
}

/// Rejects operations that neither model contains, and suggests names from the new model.
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
    let unknown = Operations::Named(unknown);
    select::select(new.model, None, &unknown, EmptySelection::Reject).map(drop)
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
