//! `update`: takes a newer model and writes model, crate and changelog, all or nothing.
//!
//! The new model is cut down to the crate's operations, compared with the old one, and written together with the crate that is
//! generated from it. An operation that has disappeared stops the update: that is for somebody to decide.
//!
//! What stays as it was: documentation (`--documentation keep`), names of enum constants, and what botocore's files leave out.

mod botocore;
mod changelog;
mod manifest;
mod take;
#[cfg(test)]
mod tests;
mod version;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use smithy_slim_codegen::diff::{Diff, Verdict};
use smithy_slim_codegen::{Model, Operations};

use crate::crate_spec::CrateSpec;
use crate::diff::{Format, compare, problems, render, warnings};
use crate::invocation::Invocation;
use crate::report::Report;
use crate::sync::{self, Loose};
use crate::{codegen, config, read_model};

use take::Taken;
use version::next;

/// The command's arguments.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The new model: a Smithy JSON AST, or a botocore service-2.json or its folder
    #[arg(
        long,
        value_name = "PATH",
        required_unless_present = "botocore",
        conflicts_with = "botocore"
    )]
    model: Option<PathBuf>,
    /// Take the model from this botocore: a version or `latest`, fetched with `pip download`, or a wheel file
    #[arg(long, value_name = "VERSION|latest|WHEEL")]
    botocore: Option<String>,
    /// The crate of codegen.toml; not needed if there is only one
    #[arg(long, value_name = "NAME")]
    package: Option<String>,
    /// Show what would change, and write nothing
    #[arg(long)]
    dry_run: bool,
    /// What becomes of documentation
    #[arg(long, value_enum, default_value_t = Documentation::Keep)]
    documentation: Documentation,
    /// How to print the differences
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write the proposed version to codegen.toml, and generate the crate with it
    #[arg(long)]
    write_version: bool,
}

/// What becomes of documentation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Documentation {
    /// The present model's texts stay, new shapes and members get none
    Keep,
    /// The new model's texts are taken
    Take,
}

/// Takes the model that the arguments name.
///
/// # Errors
///
/// All that is wrong with the arguments, codegen.toml and the models; nothing is written then.
pub fn run(invocation: &Invocation, args: &Args) -> Result<Report> {
    let Some(root) = config::root(&invocation.start) else {
        bail!(
            "there is no {} here or in a directory above; go to the repository",
            config::FILE
        );
    };
    let job = job(config::read(&root)?, args.package.as_deref())?;
    let whole = new_model(args, &job)?;
    run_in(&root, &job, args, &whole, &smithy_slim_codegen::generate)
}

/// The crate to update: the one that is named, or the only one.
fn job(jobs: Vec<CrateSpec>, package: Option<&str>) -> Result<CrateSpec> {
    let names: Vec<String> = jobs.iter().map(|job| job.config.package.clone()).collect();
    let names = names.join(", ");
    let mut chosen: Vec<CrateSpec> = jobs
        .into_iter()
        .filter(|job| package.is_none_or(|name| name == job.config.package))
        .collect();
    match (chosen.pop(), chosen.is_empty(), package) {
        (Some(job), true, _) => Ok(job),
        (_, _, Some(name)) => bail!("{} has no crate `{name}`; it has: {names}", config::FILE),
        (_, _, None) => bail!(
            "{} has several crates; choose one with --package: {names}",
            config::FILE
        ),
    }
}

fn new_model(args: &Args, job: &CrateSpec) -> Result<Model> {
    match (&args.model, &args.botocore) {
        (Some(path), _) => read_model::model(path, &read_model::portable_name(path)?),
        (None, Some(botocore)) => botocore::model(botocore, &sdk_id(&present(job)?)),
        (None, None) => bail!("name a model with --model or --botocore"),
    }
}

/// The model that the crate is generated from now.
fn present(job: &CrateSpec) -> Result<Model> {
    let path = read_model::main_file(&job.model)?;
    let bytes = fs::read(&path).with_context(|| path.display().to_string())?;
    Model::from_ast(&job.source, &bytes)
        .map_err(|errors| problems(&errors))
        .context("update writes a Smithy JSON AST and so must find one; name such a file in codegen.toml")
}

/// The service's name in the SDKs.
fn sdk_id(model: &Model) -> String {
    let mut services = model.services();
    let service = services
        .next()
        .and_then(|(_, shape, _)| shape.traits.aws_service.as_ref());
    service
        .map(|service| service.sdk_id.clone())
        .unwrap_or_default()
}

/// The update of one crate, apart from where the new model comes from.
fn run_in(
    root: &Path,
    job: &CrateSpec,
    args: &Args,
    whole: &Model,
    generate: codegen::Generate<'_>,
) -> Result<Report> {
    let old = present(job)?;
    if let Some(stopped) = disappeared(&old, whole, &job.config.operations, args.format)? {
        return Ok(stopped);
    }
    let taken = take::take(&old, whole, &job.config.operations, args.documentation)?;
    let diff = compare(&old, &taken.named_after(whole), &job.config.operations)?;
    let mut config = job.config.clone();
    let next = next(&config.version, diff.verdict)?;
    if args.write_version {
        config.version.clone_from(&next);
    }
    let model = taken.read_back(&job.source)?;
    let generated = generate(&model, &config).map_err(|errors| problems(&errors))?;
    let changes = sync::compare(&job.out, &job.out_shown, &generated.files)?;
    let mut loose = Loose::new();
    loose.insert(read_model::main_file(&job.model)?, taken.text.clone());
    if diff.verdict != Verdict::None {
        let heading = format!("{} {next}", config.package);
        loose.extend(changelog::with_entry(root, &heading, &whole.source, &diff)?);
    }
    if args.write_version {
        loose.extend(manifest::with_version(root, &config)?);
    }
    let written = match args.dry_run {
        true => Vec::new(),
        false => sync::write_with(&[changes], &loose)?,
    };
    let notes = notes(args, job, &diff, &next, &taken, &written);
    Ok(Report {
        text: report(&diff, args.format, &notes),
        role: args.format.role(),
        warnings: all_warnings(&diff, args, &notes),
        ..Report::default()
    })
}

/// An operation of the crate that the new model doesn't have: the report that stops the update.
fn disappeared(
    old: &Model,
    whole: &Model,
    operations: &Operations,
    format: Format,
) -> Result<Option<Report>> {
    let diff = compare(old, whole, operations)?;
    let removed = &diff.operations.removed;
    if removed.is_empty() {
        return Ok(None);
    }
    let names = removed.join(", ");
    let noun = if removed.len() == 1 {
        "operation"
    } else {
        "operations"
    };
    let found = format!(
        "{}: has no {noun} {names} any more; nothing was written; take {names} out of {} to go on",
        whole.source,
        config::FILE,
    );
    Ok(Some(Report {
        text: render(&diff, format),
        warnings: warnings(&diff),
        found: Some(found),
        role: format.role(),
        ..Report::default()
    }))
}

/// What there is to say besides the diff.
fn notes(
    args: &Args,
    job: &CrateSpec,
    diff: &Diff,
    next: &str,
    taken: &Taken,
    written: &[PathBuf],
) -> Vec<String> {
    let now = &job.config.version;
    let version = match (diff.verdict, args.write_version) {
        (Verdict::None, _) => format!("version: stays {now}"),
        (_, true) => format!("version: {now} → {next}, written to {}", config::FILE),
        (_, false) => format!("version: {now} → {next} proposed; --write-version writes it"),
    };
    let files = match (args.dry_run, written) {
        (true, _) => "nothing written: --dry-run".to_owned(),
        (false, []) => "nothing to write".to_owned(),
        (false, [one]) => format!("written: {}", one.display()),
        (false, more) => format!("written: {} files", more.len()),
    };
    let lacking = taken
        .lacking
        .iter()
        .map(|place| format!("lacks documentation: {place}"));
    [version, files].into_iter().chain(lacking).collect()
}

fn report(diff: &Diff, format: Format, notes: &[String]) -> String {
    let list = |mark: &str| {
        notes
            .iter()
            .map(|note| format!("{mark}{note}\n"))
            .collect::<String>()
    };
    let diff = render(diff, format);
    match format {
        Format::Text => format!("{diff}\n{}", list("")),
        Format::Markdown => format!("{diff}\n## Update\n\n{}", list("- ")),
        Format::Json => diff,
    }
}

/// JSON has no place for notes; they go where warnings go.
fn all_warnings(diff: &Diff, args: &Args, notes: &[String]) -> Vec<String> {
    let notes = match args.format {
        Format::Text | Format::Markdown => &[],
        Format::Json => notes,
    };
    warnings(diff)
        .into_iter()
        .chain(notes.iter().cloned())
        .collect()
}
