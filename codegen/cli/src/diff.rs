//! `diff`: compares two models and reports what changes for the API and its users.

use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use smithy_slim_codegen::diff::{Diff, Verdict};
use smithy_slim_codegen::{Errors, Model, Operations};

use crate::read_model;
use crate::report::{Problems, Report, Role};

/// The command's arguments.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The old model: a Smithy JSON AST, or a botocore service-2.json or its folder
    old: PathBuf,
    /// The new model
    new: PathBuf,
    /// Operations to compare [default: all]
    #[arg(long, value_name = "A,B", value_delimiter = ',')]
    operations: Vec<String>,
    /// Format of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Exit with status 1 if there are changes of this kind
    #[arg(long, value_enum)]
    deny: Option<Deny>,
}

/// The formats of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For the terminal
    Text,
    /// For pull requests
    Markdown,
    /// For programs
    Json,
}

impl Format {
    /// The role of a report in this format.
    pub fn role(self) -> Role {
        match self {
            Self::Text => Role::Diff,
            Self::Markdown | Self::Json => Role::Answer,
        }
    }
}

/// Changes to reject.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Deny {
    /// Semver-breaking changes
    Breaking,
}

/// Compares the models.
///
/// # Errors
///
/// All that is wrong with the arguments and the models.
pub fn run(args: &Args) -> Result<Report> {
    if args.operations.iter().any(String::is_empty) {
        bail!("--operations: a name is empty; write them as A,B without spaces");
    }
    let choice = match args.operations.as_slice() {
        [] => Operations::All,
        names => Operations::Named(names.to_vec()),
    };
    let [old, new] = names(&args.old, &args.new)?;
    let old = read_model::model(&args.old, &old)?;
    let new = read_model::model(&args.new, &new)?;
    let diff = compare(&old, &new, &choice)?;
    let is_denied = match args.deny {
        Some(Deny::Breaking) => diff.verdict == Verdict::Major,
        None => false,
    };
    Ok(Report {
        text: render(&diff, args.format),
        role: args.format.role(),
        warnings: warnings(&diff),
        found: is_denied.then(|| breaking(&diff)),
        ..Report::default()
    })
}

/// What the models are called in the report: by the names of their files, or of their folders where those are the same.
fn names(old: &Path, new: &Path) -> Result<[String; 2]> {
    let names = [
        read_model::portable_name(old)?,
        read_model::portable_name(new)?,
    ];
    if names[0] != names[1] {
        return Ok(names);
    }
    Ok([old, new].map(|path| path.display().to_string()))
}

/// The library's comparison, its problems as those of the command.
///
/// # Errors
///
/// What the library finds wrong with the models.
pub fn compare(old: &Model, new: &Model, choice: &Operations) -> Result<Diff> {
    smithy_slim_codegen::diff::diff(old, new, choice).map_err(|errors| problems(&errors))
}

/// The library's problems as those of a command.
pub fn problems(errors: &Errors) -> anyhow::Error {
    Problems(errors.problems().iter().map(ToString::to_string).collect()).into()
}

/// The diff in a format.
pub fn render(diff: &Diff, format: Format) -> String {
    match format {
        Format::Text => diff.to_text(),
        Format::Markdown => diff.to_markdown(),
        Format::Json => diff.to_json(),
    }
}

/// What the diff leaves out, as warnings.
pub fn warnings(diff: &Diff) -> Vec<String> {
    diff.warnings.iter().map(ToString::to_string).collect()
}

fn breaking(diff: &Diff) -> String {
    let count = diff.reasons().count();
    let noun = if count == 1 { "change" } else { "changes" };
    format!("{count} breaking {noun} of the Rust API; --deny breaking forbids that")
}
