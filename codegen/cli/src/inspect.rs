//! `inspect`: reports what a model offers and what each operation would add to a crate.

mod json;
mod table;
#[cfg(test)]
mod tests;
mod text;

use std::collections::BTreeSet;
use std::path::PathBuf;

use anyhow::{Result, bail};
use smithy_slim_codegen::Operations;
use smithy_slim_codegen::error::ProblemKind;
use smithy_slim_codegen::inspect::Inspection;

use crate::diff::problems;
use crate::invocation::Invocation;
use crate::progress::Progress;
use crate::read_model;
use crate::report::Report;

/// Appended to `--help`.
const EXPLANATION: &str = "\
Lines aren't estimated: the crate of the operations given (of all supported ones, if none are) is generated in
memory, and nearly every file of it belongs to one operation or one type. The lines of an operation are those of its
own files and of all types it needs, errors included, each with as much code for reading and writing as that operation
takes: what it adds to a crate of its own. `alone` is what no other of the operations needs: the files that go if it
goes. What belongs to no operation or type (client, configuration, JSON, lists of modules) is counted apart. Lists, maps
and simple types are shapes, but have no lines.

Responsible is who alone leads to shapes: a member without which they would not be needed, or a shape that several
members lead to. `[]` in a path is the member of a list, `{}` the value of a map. At most 10 are listed, the largest
first, and places inside of others, too.

What can't be generated is shown with the reason and isn't an error here; what is wrong with the model itself is a
warning, too.

--format json prints one object; keys may be added, none are taken away:
  model, format (smithy-1.0, smithy-2.0 or botocore)
  service     shape, title, sdkId, version, protocols, auth, endpoints (rule-set, decision-diagram or none),
              operations and supported (numbers), refused (a list of shape and reason)
  crate       files, lines, apart; null if nothing can be generated
  operations  a list of name, shape, method, uri, paginated, streaming, deprecated, refused (a list of shape, reason
              and path), shapes (total, and the number of each kind), lines, ownLines, alone (shapes and lines),
              responsible
  together    shapes, lines, shared, sharedThrough, responsible
The last two, and responsible of an operation, are lists of places: operation, path, shape, member, ways, operations,
shapes, lines.";

/// The command's arguments. Without a choice of operations there is a line for each one.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXPLANATION)]
pub struct Args {
    /// The model: a Smithy JSON AST, or a botocore service-2.json or its folder
    model: PathBuf,
    /// Show these operations in detail: what each drags in, and which shape is responsible
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    operations: Vec<String>,
    /// Show what all operations cost together, and which shape is responsible
    #[arg(long, conflicts_with = "operations")]
    all_operations: bool,
    /// How to print it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The formats of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// For the terminal
    Text,
    /// For programs
    Json,
}

/// How much of it the text shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Detail {
    /// A line for each operation.
    Overview,
    /// What they cost together, too.
    Together,
    /// Every operation in detail, too.
    Each,
}

/// Inspects the model.
///
/// # Errors
///
/// If the model can't be read, or doesn't have an operation.
pub fn run(invocation: &Invocation, args: &Args) -> Result<Report> {
    if args.operations.iter().any(String::is_empty) {
        bail!("--operations: a name is empty; write them as A,B without spaces");
    }
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

/// What is wrong with the model itself, each once: `codegen --all-operations` doesn't go on without such operations.
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
    let choice = match args.operations.as_slice() {
        [] => Operations::All,
        names => Operations::Named(names.to_vec()),
    };
    let progress = Progress::new(invocation, 0);
    let source = read_model::portable_name(&args.model)?;
    progress.begin(&format!("reading {source}"));
    let model = read_model::model(&args.model, &source)?;
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
