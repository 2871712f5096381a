//! `codegen`: generates crates from models, and writes them or checks what is on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use anyhow::{Result, bail};
use smithy_slim_codegen::error::{Problem, ProblemKind};
use smithy_slim_codegen::{Config, Crate, Errors, Model, Operations};

use crate::crate_spec::{self, CrateSpec};
use crate::invocation::Invocation;
use crate::output_dir::{self, Reach};
use crate::progress::Progress;
use crate::report::{Problems, Report, Role};
use crate::{config, read_model, sync};

/// The command's arguments. Without `--model`, everything in codegen.toml is generated.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Don't write anything; list the files that are out of date and exit with status 1 if there are any
    #[arg(long)]
    check: bool,
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
    /// Turn the model's protocol and endpoint tests into tests of the crate
    #[arg(long, requires = "model")]
    protocol_tests: bool,
}

/// The operations to generate, one way or the other.
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

/// The library's `generate`, or a replacement in tests.
pub type Generate<'a> = &'a dyn Fn(&Model, &Config) -> Result<Crate, Errors>;

/// Generates the crates and writes or checks them.
///
/// # Errors
///
/// All that is wrong with the arguments, codegen.toml and the models; nothing is written then.
pub fn run(invocation: &Invocation, args: &Args) -> Result<Report> {
    let specs = match &args.model {
        None => repository_specs(invocation)?,
        Some(model) => vec![ad_hoc_spec(invocation, args, model)?],
    };
    let mode = if args.check { Mode::Check } else { Mode::Write };
    run_specs(invocation, &specs, mode, &command(invocation, args))
}

/// Generates these crates and writes or checks them. `command` is what a failed check advises to run.
///
/// # Errors
///
/// As [`run`].
pub fn run_specs(
    invocation: &Invocation,
    specs: &[CrateSpec],
    mode: Mode,
    command: &str,
) -> Result<Report> {
    let generated = generate_all(invocation, specs, &smithy_slim_codegen::generate)?;
    ensure(&generated, mode, command)
}

fn repository_specs(invocation: &Invocation) -> Result<Vec<CrateSpec>> {
    match config::root(&invocation.start) {
        Some(root) => config::read(&root),
        None => bail!(
            "there is no {} here or in a directory above; run this inside the repository, or pass --model",
            config::FILE
        ),
    }
}

fn ad_hoc_spec(invocation: &Invocation, args: &Args, model: &Path) -> Result<CrateSpec> {
    let package = args.package.clone().unwrap_or_default();
    let out = args.out.clone().unwrap_or_default();
    let mut problems = Vec::from_iter(crate_spec::package_problem(&package));
    let operations = if args.choice.all_operations {
        Operations::All
    } else {
        Operations::Named(args.choice.operations.clone())
    };
    if args.choice.operations.iter().any(String::is_empty) {
        problems.push("--operations: a name is empty; write them as A,B without spaces".to_owned());
    }
    let mut keep = |error: anyhow::Error| problems.push(format!("{error:#}"));
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
    let mut config = Config::new(package, operations);
    config.protocol_tests = args.protocol_tests;
    let spec = CrateSpec {
        config,
        model: model.to_owned(),
        source: source.unwrap_or_default(),
        out: resolved.unwrap_or_default(),
        out_shown: out,
        places: BTreeMap::new(),
    };
    Problems::check(problems, spec)
}

/// A generated crate and where it belongs.
struct Generated<'a> {
    spec: &'a CrateSpec,
    files: sync::Files,
    warnings: Vec<String>,
    /// How many operations were left out.
    left_out: usize,
    time: Duration,
}

/// Generates all crates, or collects the problems of all.
fn generate_all<'a>(
    invocation: &Invocation,
    specs: &'a [CrateSpec],
    generate: Generate<'_>,
) -> Result<Vec<Generated<'a>>> {
    let progress = Progress::new(invocation, specs.len());
    let mut generated = Vec::new();
    let mut problems = Vec::new();
    for spec in specs {
        progress.begin(&spec.config.package);
        match generate_one(spec, generate) {
            Ok(one) => generated.push(one),
            Err(error) => problems.extend(Problems::of(error)),
        }
        progress.end();
    }
    Problems::check(problems, generated)
}

fn generate_one<'a>(spec: &'a CrateSpec, generate: Generate<'_>) -> Result<Generated<'a>> {
    let started = Instant::now();
    let (model, origin) = read_model::model_and_origin(&spec.model, &spec.source)?;
    let mut config = spec.config.clone();
    config.origin = Some(origin);
    let Crate { files, warnings } = generate(&model, &config).map_err(|errors| {
        let messages = errors
            .problems()
            .iter()
            .map(|problem| spec.message(problem));
        Problems(messages.collect())
    })?;
    let is_left_out = |warning: &&Problem| matches!(warning.kind, ProblemKind::Skipped(_));
    Ok(Generated {
        spec,
        files,
        left_out: warnings.iter().filter(is_left_out).count(),
        warnings: warnings.iter().map(ToString::to_string).collect(),
        time: started.elapsed(),
    })
}

/// What to do with the differences between the generated crates and the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write them.
    Write,
    /// List them.
    Check,
}

/// Writes the crates, or lists what is out of date and names the command that writes it.
fn ensure(generated: &[Generated<'_>], mode: Mode, command: &str) -> Result<Report> {
    let started = Instant::now();
    let mut problems = Vec::new();
    let mut changes = Vec::new();
    for one in generated {
        match sync::compare(&one.spec.out, &one.spec.out_shown, &one.files) {
            Ok(one) => changes.push(one),
            Err(error) => problems.extend(Problems::of(error)),
        }
    }
    Problems::check(problems, ())?;
    if mode == Mode::Write {
        sync::write(&changes)?;
    }
    // Comparing and writing are done for all crates at once, so each gets its share of that time.
    let share = started.elapsed() / u32::try_from(generated.len().max(1)).unwrap_or(u32::MAX);
    let lines = generated.iter().zip(&changes);
    let text = lines
        .map(|(one, changes)| summary(one, changes, mode, one.time + share))
        .collect();
    let warnings = generated.iter().flat_map(|one| one.warnings.clone());
    let report = Report {
        text,
        role: Role::Summary,
        warnings: warnings.collect(),
        ..Report::default()
    };
    Ok(match mode {
        Mode::Write => report,
        Mode::Check => add_findings(report, &changes, command),
    })
}

/// One line for one crate:
/// `connect-slim: 3 operations, 62 files, 4,512 lines, 2 written, 60 unchanged, 0 removed (41 ms)`. If operations were
/// left out, their number is behind that of those that weren't: `3 operations (1 left out)`.
fn summary(one: &Generated<'_>, changes: &sync::Changes<'_>, mode: Mode, time: Duration) -> String {
    let lines = one.files.values().map(|text| text.lines().count()).sum();
    let done = match mode {
        Mode::Write => ["written", "unchanged", "removed"],
        Mode::Check => ["to write", "unchanged", "to remove"],
    };
    let left_out = match one.left_out {
        0 => String::new(),
        number => format!(" ({} left out)", grouped(number)),
    };
    let counts = [
        counted(operation_count(&one.files), "operation") + &left_out,
        counted(one.files.len(), "file"),
        counted(lines, "line"),
        format!("{} {}", grouped(changes.count(true)), done[0]),
        format!("{} {}", grouped(changes.unchanged), done[1]),
        format!("{} {}", grouped(changes.count(false)), done[2]),
    ];
    let package = &one.spec.config.package;
    let time = grouped(usize::try_from(time.as_millis()).unwrap_or(usize::MAX));
    format!("{package}: {} ({time} ms)\n", counts.join(", "))
}

/// How many operations the crate has: each has a module in `src/operation`.
fn operation_count(files: &sync::Files) -> usize {
    let modules = files.keys().filter_map(|path| {
        let inside = path.strip_prefix("src/operation").ok()?;
        inside.components().next()
    });
    let names = modules.map(|module| Path::new(&module).file_stem().map(ToOwned::to_owned));
    names.collect::<BTreeSet<_>>().len()
}

fn add_findings(mut report: Report, changes: &[sync::Changes<'_>], command: &str) -> Report {
    let stale = changes.iter().map(|one| one.differences().count()).sum();
    if stale > 0 {
        report.role = Role::Diff;
        report.text += &sync::show(changes);
        let stale = counted(stale, "file");
        let verb = if stale.starts_with("1 ") { "is" } else { "are" };
        report.found = Some(format!("{stale} {verb} out of date; run `{command}`"));
    }
    report
}

/// A number and what it counts: `1 file`, `4,512 lines`.
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(count))
}

/// A number with commas: `4,512`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups: Vec<_> = groups.map(String::from_utf8_lossy).collect();
    groups.join(",")
}

/// The command that writes what this run checks.
fn command(invocation: &Invocation, args: &Args) -> String {
    let mut words = vec![format!("{} codegen", invocation.command)];
    let mut option = |name: &str, value: &str| words.push(format!("{name} {}", quoted(value)));
    if let Some(model) = &args.model {
        option("--model", &model.to_string_lossy());
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
    words.extend(
        flags
            .iter()
            .filter(|flag| flag.1)
            .map(|flag| flag.0.to_owned()),
    );
    words.join(" ")
}

/// A word as a shell wants it.
fn quoted(word: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || "-_./,:+@".contains(c);
    if word.chars().all(is_plain) && !word.is_empty() {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests;
