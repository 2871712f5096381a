//! `inspect`: reports what a model offers and what each operation would add to a crate.

mod json;
mod table;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::Result;
use smithy_slim_codegen::Operations;
use smithy_slim_codegen::error::ProblemKind;
use smithy_slim_codegen::inspect::Inspection;

use crate::diff::problems;
use crate::invocation::Invocation;
use crate::operation_names;
use crate::progress::Progress;
use crate::read_model;
use crate::report::Report;

/// Appended to `--help`.
const EXPLANATION: &str = "\
Lines aren't estimated: the crate of the given operations (by default of all supported ones) is generated in memory,
and nearly every file in it belongs to one operation or one type. The lines of an operation are those of its own files
and of all types that it needs, including errors, with only the reading and writing code that the operation needs. They
are what the operation adds to a crate of its own. `alone` is what no other given operation needs: the files that would
not exist without it. What belongs to no operation or type (client, configuration, JSON, lists of modules) is counted
separately. Lists, maps and simple types are shapes, but have no lines.

A contributor is a member or shape without which other shapes would not be needed (their dominator). `[]` in a path is
the member of a list, `{}` the value of a map. At most 10 contributors are listed, in descending order; one can be part
of another.

Operations that can't be generated are listed with the reason, which is not an error here. Problems of the model itself
are also printed as warnings.

--format json prints one object. Keys may be added, but are never removed:
  model, format (smithy-1.0, smithy-2.0 or botocore)
  service     shape, title, sdkId, version, protocols, auth, endpoints (rule-set, decision-diagram or none),
              operations and supported (numbers), refused (a list of shape and reason)
  crate       files, lines, apart; null if nothing can be generated
  operations  a list of name, shape, method, uri, paginated, streaming, deprecated, refused (a list of shape, reason
              and path), shapes (total, and the number of each kind), lines, ownLines, alone (shapes and lines),
              responsible
  together    shapes, lines, shared, sharedThrough, responsible
`sharedThrough` and `responsible` are lists of contributors: operation, path, shape, member, ways, operations, shapes,
lines.";

/// The arguments of the command. Without a choice of operations, the report has one line per operation.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXPLANATION)]
pub struct Args {
    /// Model: a Smithy JSON AST, or a botocore service-2.json or its folder
    model: PathBuf,
    /// Service to inspect, if the model has several: its shape ID or name
    #[arg(long, value_name = "ID")]
    service: Option<String>,
    /// Show these operations in detail: the shapes that each one needs and the largest contributors
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    operations: Vec<String>,
    /// Show the cost of all operations together and the largest contributors
    #[arg(long, conflicts_with = "operations")]
    all_operations: bool,
    /// Output format
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The formats of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// Plain text for the terminal
    Text,
    /// JSON for scripts
    Json,
}

/// The amount of detail in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// One line per operation.
    Overview,
    /// Also the cost of all operations together.
    Together,
    /// Also every operation in detail.
    Each,
}

/// Inspects the model.
///
/// # Errors
///
/// Returns an error if the model can't be read or doesn't contain a given operation.
pub fn run(invocation: &Invocation, args: &Args) -> Result<Report> {
    let inspection = inspect(invocation, args)?;
    let text = match args.format {
        Format::Text => text::render(&inspection, detail(args)),
        Format::Json => json::render(&inspection),
    };
    Ok(Report {
        text,
        warnings: warnings(&inspection),
        ..Report::default()
    })
}

/// Returns the problems of the model itself, without duplicates. `codegen --all-operations` doesn't skip operations that
/// have them.
fn warnings(inspection: &Inspection) -> Vec<String> {
    let operations = inspection.operations.iter();
    let problems = operations
        .flat_map(|one| &one.refused)
        .map(|refusal| &refusal.problem)
        .filter(|problem| !matches!(problem.kind, ProblemKind::Unsupported(_)));
    let warnings: BTreeSet<String> = problems.map(ToString::to_string).collect();
    warnings.into_iter().collect()
}

fn inspect(invocation: &Invocation, args: &Args) -> Result<Inspection> {
    let choice = match operation_names::parse(&args.operations)? {
        names if names.is_empty() => Operations::All,
        names => Operations::Named(names),
    };
    let progress = Progress::new(invocation, 0);
    let source = read_model::portable_name(&args.model)?;
    progress.begin(&format!("reading {source}"));
    let mut model = read_model::model(&args.model, &source)?;
    read_model::choose_service(&mut model, args.service.as_deref())?;
    progress.begin("checking the operations");
    let mut watch = |done, of| {
        progress.begin("generating files");
        progress.set(done, of);
    };
    smithy_slim_codegen::inspect::inspect(&model, &choice, &mut watch)
        .map_err(|errors| problems(&errors))
}

fn detail(args: &Args) -> Detail {
    if !args.operations.is_empty() {
        Detail::Each
    } else if args.all_operations {
        Detail::Together
    } else {
        Detail::Overview
    }
}
