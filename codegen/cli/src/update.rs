//! `update`: takes a newer state of a service, and writes the model, its crates and changelogs, all or nothing.
//!
//! The new model is cut down to what the crates on the file need together, unless the file keeps the whole service. An
//! operation that has disappeared stops the update: somebody has to decide what to do about it.

mod report;
#[cfg(test)]
mod tests;

use std::path::PathBuf;

use anyhow::{Context, Result, bail};
use smithy_slim_codegen::Operations;

use crate::change::{Change, WriteVersion};
use crate::config::{self, Repository};
use crate::diff::{Format, compare, render, warnings};
use crate::invocation::Invocation;
use crate::model_file::{Documentation, ModelFile, Rewritten, wanted};
use crate::model_source::{self, Source};
use crate::report::Report;

/// Appended to `--help`.
const EXPLANATION: &str = "\
The model is cut down to the operations that its crates use, all of them together. A file with a whole service stays whole.

--format json prints the object of `diff --format json` with more keys:
  model               file, now, next (where the model comes from), newer
  version             now, next, written; null if there are several crates
  crates              a list of package, verdict and version
  files               the files that were written or removed
  lacksDocumentation  shapes and members that have documentation in the new model and none in the file";

/// The command's arguments.
#[derive(Debug, clap::Args)]
#[command(after_long_help = EXPLANATION)]
pub struct Args {
    /// New model: a botocore version or `latest` (fetched with `pip download`), a wheel of botocore, a Smithy JSON AST, or a
    /// botocore service-2.json or its folder [default: latest, if the current model is from botocore]
    #[arg(long, value_name = "VERSION|latest|PATH", conflicts_with_all = ["botocore", "model"])]
    from: Option<String>,
    /// New model, like --from: a botocore version, `latest`, or a wheel
    #[arg(long, value_name = "VERSION|latest|WHEEL", conflicts_with = "model")]
    botocore: Option<String>,
    /// New model, like --from: a file or folder
    #[arg(long, value_name = "PATH")]
    model: Option<PathBuf>,
    /// Crate of codegen.toml whose model to update; optional if all crates have the same model
    #[arg(long, value_name = "NAME")]
    package: Option<String>,
    /// Don't write anything; exit with status 1 if there is a newer model
    #[arg(long)]
    check: bool,
    /// Don't write anything
    #[arg(long)]
    dry_run: bool,
    /// How to treat documentation [default: keep your own texts, take AWS's where the current ones are AWS's]
    #[arg(long, value_enum)]
    documentation: Option<Documentation>,
    /// Format of the report
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write the proposed version to codegen.toml, and generate the crate with it
    #[arg(long)]
    write_version: bool,
}

/// Takes the model that the arguments name.
///
/// # Errors
///
/// All that is wrong with the arguments, codegen.toml and the models; nothing is written then.
pub fn run(invocation: &Invocation, args: &Args) -> Result<Report> {
    let repository = Repository::find(invocation)?;
    let file = model_file(&repository, args.package.as_deref())?;
    let service = model_source::sdk_id(&file.model);
    let service = service.with_context(|| format!("{}: has no service", file.source))?;
    let new = model_source::find(invocation, &from(args, &file)?, &service)?;
    run_with(invocation, &repository, &file, args, &new)
}

/// The model of the crate that is named, or the only model.
fn model_file(repository: &Repository, package: Option<&str>) -> Result<ModelFile> {
    let first = match (package, repository.specs.first()) {
        (None, Some(first)) => first,
        (_, _) => repository.spec(package)?,
    };
    let file = ModelFile::read(repository, first)?;
    if package.is_none() && repository.specs_on(&file.path).len() < repository.specs.len() {
        let names = repository
            .specs
            .iter()
            .map(|spec| spec.config.package.as_str());
        let names = names.collect::<Vec<_>>().join(", ");
        bail!(
            "{} has crates of several models; choose one with --package: {names}",
            config::FILE
        );
    }
    Ok(file)
}

/// Where to take the new model from.
fn from(args: &Args, file: &ModelFile) -> Result<String> {
    let path = args.model.as_ref().map(|path| path.display().to_string());
    if let Some(path) = &path
        && !std::path::Path::new(path).exists()
    {
        bail!("{path}: there is no such file");
    }
    if let Some(from) = args.from.clone().or_else(|| args.botocore.clone()).or(path) {
        return Ok(from);
    }
    let provenance = file.model.provenance();
    match provenance
        .as_ref()
        .and_then(|it| model_source::again(&it.origin))
    {
        Some(_) => Ok("latest".to_owned()),
        None => bail!(
            "{}: doesn't say that it is from botocore; name the new model with --from, --botocore or --model",
            file.source
        ),
    }
}

/// The update, apart from where the new model comes from.
fn run_with(
    invocation: &Invocation,
    repository: &Repository,
    file: &ModelFile,
    args: &Args,
    new: &Source,
) -> Result<Report> {
    let wanted = wanted(&repository.specs_on(&file.path));
    if let Some(stopped) = disappeared(file, new, &wanted, args.format)? {
        return Ok(stopped);
    }
    let mut rewritten = file.rewritten(new, &wanted, args.documentation)?;
    let is_newer = is_newer(file, new, &wanted, args, &rewritten);
    if !is_newer {
        rewritten = file.unchanged()?;
    }
    let write_version = match args.write_version {
        true => WriteVersion::Yes,
        false => WriteVersion::No,
    };
    let state = (new.model.source.as_str(), repository.text.clone());
    let change = Change::prepare(
        invocation,
        repository,
        file,
        &rewritten,
        state,
        write_version,
    )?;
    let diff = compare(&file.model, &rewritten.named(&new.model.source), &wanted)?;
    let mut facts = report::Facts::new(file, &change, diff, &new.origin, rewritten.lacking);
    facts.is_newer = is_newer;
    facts.is_dry_run = args.dry_run || args.check;
    if is_newer && !facts.is_dry_run {
        facts.written = change.write(&repository.root)?;
    }
    let found = (args.check && is_newer).then(|| advice(invocation, file, args, new));
    Ok(Report {
        found,
        ..facts.report(args.format)
    })
}

/// What a check says about a newer model.
fn advice(invocation: &Invocation, file: &ModelFile, args: &Args, new: &Source) -> String {
    let package = args.package.as_ref();
    format!(
        "{}: there is a newer model, {}; take it with `{} update{}`",
        file.source,
        new.origin.name,
        invocation.command,
        package
            .map(|name| format!(" --package {name}"))
            .unwrap_or_default()
    )
}

/// Whether there is something to take. What was edited by hand in the state that the file is in stays, unless more is asked for
/// than that state.
fn is_newer(
    file: &ModelFile,
    new: &Source,
    wanted: &Operations,
    args: &Args,
    rewritten: &Rewritten,
) -> bool {
    let asks_for_more = args.documentation.is_some() || !file.has(wanted);
    (asks_for_more || !file.is_from(&new.origin)) && !rewritten.is_same_as(&file.model)
}

/// An operation in use that the new model doesn't have: the report that stops the update.
fn disappeared(
    file: &ModelFile,
    new: &Source,
    wanted: &Operations,
    format: Format,
) -> Result<Option<Report>> {
    let diff = compare(&file.model, &new.model, wanted)?;
    let removed = &diff.operations.removed;
    if removed.is_empty() {
        return Ok(None);
    }
    let names = removed.join(", ");
    let found = format!(
        "{}: no longer has {names}; nothing was written; remove {names} from {} to go on",
        new.model.source,
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
