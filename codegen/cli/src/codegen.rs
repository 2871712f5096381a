//! `codegen`: generates crates from models, and writes them or checks what is on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Result;
use smithy_slim_codegen::{Config, Operations};

use crate::config::{self, Repository};
use crate::crate_spec::{Changelog, CrateSpec};
use crate::generate::{Generated, Mode, counted, generate};
use crate::invocation::{Invocation, Verbosity};
use crate::manifest::Manifest;
use crate::output_dir::{self, Reach};
use crate::progress::Progress;
use crate::report::{Problems, Report, Role};
use crate::sync::{self, Changes, Force, Loose};
use crate::{operation_names, read_model};

/// The command's arguments. Without `--model`, everything in codegen.toml is generated.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Don't write anything; list the files that are out of date and exit with status 1 if there are any
    #[arg(long)]
    check: bool,
    /// Format of the list
    #[arg(long, value_enum, default_value_t = Format::Text, requires = "check")]
    format: Format,
    /// Overwrite or delete files in the crate's directory that weren't generated
    #[arg(long, conflicts_with = "check")]
    force: bool,
    /// Generate a crate from this model instead of codegen.toml: a Smithy JSON AST, or a botocore service-2.json or its folder
    #[arg(long, value_name = "PATH", requires_all = ["package", "out", "choice"])]
    model: Option<PathBuf>,
    #[command(flatten)]
    choice: Choice,
    /// Name of the package
    #[arg(long, value_name = "NAME", requires = "model")]
    package: Option<String>,
    /// Directory to write the crate to
    #[arg(long, value_name = "DIR", requires = "model")]
    out: Option<PathBuf>,
    /// Service to generate, if the model has several: its shape ID or name
    #[arg(long, value_name = "ID", requires = "model")]
    service: Option<String>,
    /// Turn the model's protocol and endpoint tests into tests of the crate
    #[arg(long, requires = "model")]
    protocol_tests: bool,
}

/// The operations to generate.
#[derive(Debug, clap::Args)]
#[group(id = "choice", multiple = false)]
struct Choice {
    /// Operations to generate
    #[arg(long, value_name = "A,B", value_delimiter = ',', requires = "model")]
    operations: Vec<String>,
    /// Generate all operations that are supported
    #[arg(long, requires = "model")]
    all_operations: bool,
}

/// The formats of the list of files.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// For the terminal
    Text,
    /// Annotations for GitHub Actions
    Github,
}

/// Generates the crates and writes or checks them.
///
/// # Errors
///
/// All that is wrong with the arguments, codegen.toml and the models; nothing is written then.
pub fn run(invocation: &Invocation, args: &Args) -> Result<Report> {
    let specs = match &args.model {
        None => Repository::find(invocation)?.specs,
        Some(model) => vec![ad_hoc_spec(invocation, args, model)?],
    };
    let generated = generate_all(invocation, &specs)?;
    if args.check {
        return Ok(check(generated, args.format, &command(invocation, args)));
    }
    let force = if args.force { Force::Yes } else { Force::No };
    write(invocation, generated, &Loose::new(), force)
}

fn ad_hoc_spec(invocation: &Invocation, args: &Args, model: &Path) -> Result<CrateSpec> {
    let package = args.package.clone().unwrap_or_default();
    let out = args.out.clone().unwrap_or_default();
    let mut problems = Vec::from_iter(config::package_problem(&package));
    let mut keep = |error: anyhow::Error| problems.push(format!("{error:#}"));
    let operations = match args.choice.all_operations {
        true => Some(Operations::All),
        false => operation_names::parse(&args.choice.operations)
            .map(Operations::Named)
            .map_err(&mut keep)
            .ok(),
    };
    let source = read_model::portable_name(model).map_err(&mut keep).ok();
    let real_model = output_dir::resolve(model).ok();
    let root = config::root(&invocation.start);
    let resolved = output_dir::usable(
        &out,
        real_model.as_deref(),
        root.as_deref(),
        Reach::Anywhere,
    )
    .map_err(|error| keep(error.context(format!("--out: `{}` can't be used", out.display()))))
    .ok();
    let mut config = Config::new(package, operations.unwrap_or(Operations::All));
    config.protocol_tests = args.protocol_tests;
    let spec = CrateSpec {
        config,
        model: model.to_owned(),
        source: source.unwrap_or_default(),
        service: args.service.clone(),
        out: resolved.unwrap_or_default(),
        out_shown: out,
        spans: BTreeMap::new(),
        keep: BTreeSet::new(),
        changelog: Changelog::None,
        manifest: Manifest::default(),
    };
    Problems::check(problems, spec)
}

/// Generates all crates, or collects the problems of all.
///
/// # Errors
///
/// All that is wrong with the models and the crates' directories.
pub fn generate_all(invocation: &Invocation, specs: &[CrateSpec]) -> Result<Vec<Generated>> {
    let progress = Progress::new(invocation, specs.len());
    let mut generated = Vec::new();
    let mut problems = Vec::new();
    for spec in specs {
        progress.begin(&format!("generating {}", spec.config.package));
        let result = read_model::model_and_origin(&spec.model, &spec.source).and_then(
            |(mut model, origin)| {
                read_model::choose_service(&mut model, spec.service.as_deref())?;
                generate(invocation, spec, &model, Some(origin))
            },
        );
        match result {
            Ok(one) => generated.push(one),
            Err(error) => problems.extend(Problems::of(error)),
        }
        progress.end();
    }
    Problems::check(problems, generated)
}

/// Writes the crates and the loose files.
///
/// # Errors
///
/// If files of the user are in the way, or something can't be written.
pub fn write(
    invocation: &Invocation,
    generated: Vec<Generated>,
    loose: &Loose,
    force: Force,
) -> Result<Report> {
    let mut text: String = generated
        .iter()
        .map(|one| one.summary(Mode::Write))
        .collect();
    let mut report = report_of(&generated);
    let changes: Vec<Changes> = generated.into_iter().map(|one| one.changes).collect();
    let written = sync::write(&changes, loose, force)?;
    if invocation.verbosity == Verbosity::Verbose {
        text.extend(written.iter().map(|path| format!("  {}\n", path.display())));
    }
    report.text = text;
    Ok(report)
}

/// Lists what is out of date, and names the command that writes it.
pub fn check(generated: Vec<Generated>, format: Format, command: &str) -> Report {
    let summaries = generated
        .iter()
        .map(|one| one.summary(Mode::Check))
        .collect();
    let mut report = report_of(&generated);
    let changes: Vec<Changes> = generated.into_iter().map(|one| one.changes).collect();
    let count = changes.iter().map(|one| one.differences().count()).sum();
    let advice = format!("run `{command}`");
    report.text = summaries;
    if count > 0 {
        match format {
            Format::Text => report.text += &sync::show(&changes),
            Format::Github => report.text = sync::github(&changes, &advice),
        }
        report.role = Role::Diff;
        let verb = if count == 1 { "is" } else { "are" };
        let files = counted(count, "file");
        report.found = Some(format!("{files} {verb} out of date; {advice}"));
    }
    report
}

/// The advice to everybody who uses one of botocore's models.
pub const SMITHY_IS_BETTER: &str = "the model is from botocore, which lacks some facts; AWS's Smithy models, at \
                                https://github.com/aws/api-models-aws, are the better source";

fn report_of(generated: &[Generated]) -> Report {
    let is_botocore = generated.iter().any(|one| one.is_botocore);
    let warnings = generated.iter().flat_map(|one| one.warnings.clone());
    Report {
        role: Role::Summary,
        warnings: warnings.collect(),
        notes: is_botocore
            .then(|| SMITHY_IS_BETTER.to_owned())
            .into_iter()
            .collect(),
        ..Report::default()
    }
}

/// The command that writes what this run checks.
fn command(invocation: &Invocation, args: &Args) -> String {
    let mut words = vec![format!("{} codegen", invocation.command)];
    let mut option = |name: &str, value: &str| words.push(format!("{name} {}", quoted(value)));
    if let Some(model) = &args.model {
        option("--model", &model.to_string_lossy());
    }
    if let Some(service) = &args.service {
        option("--service", service);
    }
    if !args.choice.operations.is_empty() {
        option("--operations", &args.choice.operations.join(","));
    }
    if let Some(package) = &args.package {
        option("--package", package);
    }
    if let Some(out) = &args.out {
        option("--out", &out.to_string_lossy());
    }
    let flags = [
        ("--all-operations", args.choice.all_operations),
        ("--protocol-tests", args.protocol_tests),
    ];
    let flags = flags.iter().filter(|flag| flag.1);
    words.extend(flags.map(|flag| flag.0.to_owned()));
    words.join(" ")
}

/// A word in the syntax of a shell.
pub fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./,:+@".contains(c);
    if word.chars().all(is_plain) && !word.is_empty() {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests;
