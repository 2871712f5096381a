//! `add` and `remove`: change the operations of a crate, in the state of the service that its model is in.

use anyhow::{Context, Result, bail};
use smithy_slim_codegen::{Operations, diff::Diff};

use crate::change::{Change, WriteVersion};
use crate::config::{self, Repository, edit};
use crate::crate_spec::CrateSpec;
use crate::diff::{Format, compare, render, warnings};
use crate::invocation::Invocation;
use crate::model_file::{ModelFile, Rewritten, wanted, with_more};
use crate::model_source;
use crate::operation_names;
use crate::report::{Report, Role};

/// The arguments of `add`.
#[derive(Debug, clap::Args)]
pub struct AddArgs {
    /// Operations to add
    #[arg(required = true, value_name = "OPERATION", value_delimiter = ',')]
    operations: Vec<String>,
    /// Crate of codegen.toml; optional if there is only one
    #[arg(long, value_name = "NAME")]
    package: Option<String>,
    /// Where to take operations from that the model file doesn't have: a botocore version or `latest`, a wheel, a file or a
    /// folder [default: where the model file was taken from, if that is botocore]
    #[arg(long, value_name = "VERSION|latest|PATH")]
    from: Option<String>,
    /// Write the proposed version to codegen.toml, and generate the crate with it
    #[arg(long)]
    write_version: bool,
}

/// The arguments of `remove`.
#[derive(Debug, clap::Args)]
pub struct RemoveArgs {
    /// Operations to remove
    #[arg(required = true, value_name = "OPERATION", value_delimiter = ',')]
    operations: Vec<String>,
    /// Crate of codegen.toml; optional if there is only one
    #[arg(long, value_name = "NAME")]
    package: Option<String>,
    /// Write the proposed version to codegen.toml, and generate the crate with it
    #[arg(long)]
    write_version: bool,
}

/// Adds operations to a crate.
///
/// # Errors
///
/// All that is wrong with the arguments, codegen.toml and the models; nothing is written then.
pub fn add(invocation: &Invocation, args: &AddArgs) -> Result<Report> {
    let repository = Repository::find(invocation)?;
    let spec = repository.spec(args.package.as_deref())?;
    let names = operation_names::parse(&args.operations)?;
    let present = named(spec)?;
    let (known, new): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| present.contains(name));
    let mut notes: Vec<String> = known
        .iter()
        .map(|name| format!("{} already has `{name}`", spec.config.package))
        .collect();
    if new.is_empty() {
        return Ok(Report {
            notes,
            ..Report::default()
        });
    }
    let text = edit::with_operations(&repository.text, &spec.config.package, &new)?;
    let report = match botocore_or_file(&repository, spec)? {
        None => regenerated(invocation, &repository, spec, text)?,
        Some(file) => match extended(invocation, &repository, &file, &new, args.from.as_deref())? {
            Extension::Changes(diff, origin) => stopped(invocation, &diff, &origin),
            Extension::Ready(rewritten) => {
                notes.extend(
                    rewritten
                        .lacking
                        .iter()
                        .map(|place| format!("lacks documentation: {place}")),
                );
                let source = file.source.clone();
                let change = (source.as_str(), text);
                write(
                    invocation,
                    &repository,
                    &file,
                    &rewritten,
                    change,
                    args.write_version,
                )?
            }
        },
    };
    notes.extend(report.notes.clone());
    Ok(Report { notes, ..report })
}

/// Removes operations from a crate.
///
/// # Errors
///
/// All that is wrong with the arguments and codegen.toml; nothing is written then.
pub fn remove(invocation: &Invocation, args: &RemoveArgs) -> Result<Report> {
    let repository = Repository::find(invocation)?;
    let spec = repository.spec(args.package.as_deref())?;
    let names = operation_names::parse(&args.operations)?;
    let present = named(spec)?;
    if let Some(unknown) = names.iter().find(|name| !present.contains(name)) {
        bail!(
            "{}: `{}` has no operation `{unknown}`; it has: {}",
            config::FILE,
            spec.config.package,
            present.join(", ")
        );
    }
    if names.len() == present.len() {
        bail!(
            "a crate needs at least one operation; to remove `{}`, delete its [[crate]] table in {} and the directory {}",
            spec.config.package,
            config::FILE,
            spec.out_shown.display()
        );
    }
    let text = edit::without_operations(&repository.text, &spec.config.package, &names)?;
    let Some(file) = botocore_or_file(&repository, spec)? else {
        return regenerated(invocation, &repository, spec, text);
    };
    let after = Repository::parse(&repository.root, text.clone(), None)?;
    let rewritten = file.cut(&wanted(&after.specs_on(&file.path)))?;
    let source = file.source.clone();
    write(
        invocation,
        &repository,
        &file,
        &rewritten,
        (&source, text),
        args.write_version,
    )
}

/// The model file of the crate; none if it is a botocore folder, which has all operations and is left as it is.
fn botocore_or_file(repository: &Repository, spec: &CrateSpec) -> Result<Option<ModelFile>> {
    let model = crate::read_model::model(&spec.model, &spec.source)?;
    match model.format {
        smithy_slim_codegen::model::Format::Botocore => Ok(None),
        smithy_slim_codegen::model::Format::Smithy1
        | smithy_slim_codegen::model::Format::Smithy2 => {
            ModelFile::read(repository, spec).map(Some)
        }
    }
}

/// Writes codegen.toml and the crate; the model stays.
fn regenerated(
    invocation: &Invocation,
    repository: &Repository,
    spec: &CrateSpec,
    text: String,
) -> Result<Report> {
    let after = Repository::parse(&repository.root, text, None)?;
    let spec = after.spec(Some(&spec.config.package))?.clone();
    let generated = crate::codegen::generate_all(invocation, &[spec])?;
    let loose = [(after.root.join(config::FILE), after.text)].into();
    crate::codegen::write(invocation, generated, &loose, crate::sync::Force::No)
}

fn named(spec: &CrateSpec) -> Result<Vec<String>> {
    match &spec.config.operations {
        Operations::Named(names) => Ok(names.clone()),
        Operations::All => bail!(
            "`{}` has all operations; list some in {} first",
            spec.config.package,
            config::FILE
        ),
    }
}

/// What it takes to have more operations in a model file.
#[derive(Debug)]
pub enum Extension {
    /// The new contents of the file.
    Ready(Rewritten),
    /// The state of the service with these operations changes others that are in use. The second value names that state.
    Changes(Box<Diff>, String),
}

/// The model file with more operations: its own, if it has them; else those of the state that it was taken from, or of `from`.
///
/// # Errors
///
/// If no source has the operations.
pub fn extended(
    invocation: &Invocation,
    repository: &Repository,
    file: &ModelFile,
    more: &[String],
    from: Option<&str>,
) -> Result<Extension> {
    let in_use = wanted(&repository.specs_on(&file.path));
    let needed = with_more(&in_use, more);
    let present = file.operations();
    if more.iter().all(|name| present.contains(name)) {
        return file.cut(&needed).map(Extension::Ready);
    }
    let provenance = file.model.provenance();
    let again = provenance
        .as_ref()
        .and_then(|it| model_source::again(&it.origin));
    let from = from
        .or(again)
        .with_context(|| lacks(file, more, &present))?;
    let service = model_source::sdk_id(&file.model).unwrap_or_default();
    let new = model_source::find(invocation, from, &service)?;
    if !file.is_from(&new.origin) {
        let diff = compare(&file.model, &new.model, &in_use)?;
        if !diff.changes.is_empty() || !diff.items.is_empty() {
            return Ok(Extension::Changes(Box::new(diff), new.origin.name));
        }
    }
    file.rewritten(&new, &needed, None).map(Extension::Ready)
}

fn lacks(file: &ModelFile, more: &[String], present: &[String]) -> String {
    let missing: Vec<String> = more
        .iter()
        .filter(|name| !present.contains(name))
        .map(|name| format!("`{name}`"))
        .collect();
    let origin = match file.model.provenance() {
        Some(provenance) => format!("was taken from {}", provenance.origin),
        None => "doesn't say where it was taken from".to_owned(),
    };
    format!(
        "{}: doesn't have {}, and {origin}; name a model that has it with --from",
        file.source,
        missing.join(", ")
    )
}

/// The report if more operations need a newer model.
fn stopped(invocation: &Invocation, diff: &Diff, origin: &str) -> Report {
    let found = format!(
        "{origin} changes operations that are in use; nothing was written; take it with `{} update --from …` first, or name \
         the state that the model file was taken from with --from",
        invocation.command
    );
    Report {
        text: render(diff, Format::Text),
        role: Role::Diff,
        warnings: warnings(diff),
        found: Some(found),
        ..Report::default()
    }
}

/// Writes the change, and reports the versions.
fn write(
    invocation: &Invocation,
    repository: &Repository,
    file: &ModelFile,
    rewritten: &Rewritten,
    change: (&str, String),
    write_version: bool,
) -> Result<Report> {
    let write_version = if write_version {
        WriteVersion::Yes
    } else {
        WriteVersion::No
    };
    let change = Change::prepare(
        invocation,
        repository,
        file,
        rewritten,
        change,
        write_version,
    )?;
    let mut text = String::new();
    for one in &change.crates {
        let operations = &one.diff.operations;
        let list = |sign: &str, names: &[String]| {
            names
                .iter()
                .map(|name| format!("{sign} {name}\n"))
                .collect::<String>()
        };
        text += &format!("{}: {}\n", one.package, one.version.sentence());
        text += &list("+", &operations.new);
        text += &list("-", &operations.removed);
    }
    let written = change.write(&repository.root)?;
    text += &format!("written: {} files\n", written.len());
    Ok(Report {
        text,
        role: Role::Diff,
        ..Report::default()
    })
}

#[cfg(test)]
mod tests;
