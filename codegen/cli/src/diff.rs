//! `diff`: compares two models and reports what changes for the API and its users.

use std::path::{Path, PathBuf};

use anyhow::Result;
use smithy_slim_codegen::diff::{Diff, Item, Verdict};
use smithy_slim_codegen::{Errors, Model, Operations};

use crate::github;
use crate::invocation::Invocation;
use crate::operation_names;
use crate::progress::Progress;
use crate::read_model;
use crate::report::{Problems, Report, Role};

/// The command's arguments.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The old model: a Smithy JSON AST, or a botocore service-2.json or its folder
    old: PathBuf,
    /// The new model
    new: PathBuf,
    /// Service to compare, if the models have several: its shape ID or name
    #[arg(long, value_name = "ID")]
    service: Option<String>,
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
    /// Annotations for GitHub Actions
    Github,
}

impl Format {
    /// The role of a report in this format.
    pub fn role(self) -> Role {
        match self {
            Self::Text => Role::Diff,
            Self::Markdown | Self::Json | Self::Github => Role::Answer,
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
pub fn run(invocation: &Invocation, args: &Args) -> Result<Report> {
    let choice = match operation_names::parse(&args.operations)? {
        names if names.is_empty() => Operations::All,
        names => Operations::Named(names),
    };
    let progress = Progress::new(invocation, 0);
    progress.begin("reading the models");
    let [old, new] = names(&args.old, &args.new)?;
    let mut old = read_model::model(&args.old, &old)?;
    let mut new = read_model::model(&args.new, &new)?;
    for model in [&mut old, &mut new] {
        read_model::choose_service(model, args.service.as_deref())?;
    }
    progress.begin("comparing the models");
    let diff = compare(&old, &new, &choice)?;
    drop(progress);
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

/// The names of the models in the report: those of their files, or the paths where those are the same.
fn names(old: &Path, new: &Path) -> Result<[String; 2]> {
    let names = [
        read_model::portable_name(old)?,
        read_model::portable_name(new)?,
    ];
    let is_vague = |name: &String| name.starts_with("service-2.json");
    if names[0] != names[1] && !names.iter().any(is_vague) {
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
        Format::Github => annotations(diff),
    }
}

/// An error for each breaking change of the API, and a notice for each other one.
fn annotations(diff: &Diff) -> String {
    let annotation = |item: &Item| {
        let text = format!("{} {}", item.path, item.detail);
        match item.severity {
            Verdict::Major => github::error(
                None,
                &format!("Breaking: {}", item.kind.as_str()),
                text.trim(),
            ),
            Verdict::Minor | Verdict::Patch | Verdict::None => {
                github::notice(item.kind.as_str(), text.trim())
            }
        }
    };
    let items: String = diff.items.iter().map(annotation).collect();
    match items.is_empty() {
        true => github::notice("No change", "the API of the crate stays the same"),
        false => items,
    }
}

/// The operations that couldn't be compared, as warnings.
pub fn warnings(diff: &Diff) -> Vec<String> {
    diff.warnings.iter().map(ToString::to_string).collect()
}

fn breaking(diff: &Diff) -> String {
    let count = diff.reasons().count();
    let noun = if count == 1 { "change" } else { "changes" };
    format!("{count} breaking {noun} of the Rust API, which --deny breaking forbids")
}
