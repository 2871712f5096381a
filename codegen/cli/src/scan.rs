//! `scan`: lists the operations that Rust code calls, and compares them with codegen.toml.
//!
//! The code is parsed, not searched: what counts are method calls on clients of the service's crate and paths to its
//! operations. Types aren't inferred across functions, so that a call on something unknown is listed as possible if it
//! has the name of an operation and is sent.

mod files;
mod names;
mod visit;

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use anyhow::Result;
use heck::ToUpperCamelCase;
use serde_json::json;
use smithy_slim_codegen::Operations;

use crate::config::{self, Repository, lib_name};
use crate::invocation::Invocation;
use crate::progress::Progress;
use crate::report::{Report, Role};
use crate::{model_file, model_source, read_model};

use names::Targets;
use visit::Finding;

/// The command's arguments.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Files and directories with Rust code
    #[arg(value_name = "PATH", default_value = ".")]
    paths: Vec<PathBuf>,
    /// Crate of codegen.toml to look for [default: all of them; without a codegen.toml, all crates of the AWS SDK]
    #[arg(long, value_name = "NAME")]
    package: Option<String>,
    /// Exit with status 1 if the operations called aren't those in codegen.toml
    #[arg(long)]
    check: bool,
    /// Format of the report
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

/// A crate whose calls are looked for.
#[derive(Debug)]
struct Target {
    /// The package, or the crate's name in Rust code if it isn't generated here.
    name: String,
    /// The operations in codegen.toml, if it is there.
    listed: Option<Vec<String>>,
    /// The operations that the model has.
    known: Vec<String>,
}

/// The operations of one crate that are called, with the files that call them.
#[derive(Debug, Default)]
struct Calls {
    certain: BTreeMap<String, BTreeSet<PathBuf>>,
    possible: BTreeMap<String, BTreeSet<PathBuf>>,
}

/// Scans the code.
///
/// # Errors
///
/// If codegen.toml or a model is invalid, or a path can't be read. Code that can't be parsed is a warning.
pub fn run(invocation: &Invocation, args: &Args) -> Result<Report> {
    let progress = Progress::new(invocation, 0);
    progress.begin("reading the code");
    let sources = files::read(&args.paths)?;
    let (targets, rust_names) = match config::root(&invocation.start) {
        Some(_) => generated_crates(&Repository::find(invocation)?, args, &sources)?,
        None => sdk_crates(&sources),
    };
    let operations = targets
        .iter()
        .map(|target| target.known.as_slice())
        .collect();
    let findings = visit::visit(
        &sources.code,
        &Targets {
            rust_names,
            operations,
        },
    );
    drop(progress);
    let mut calls: Vec<Calls> = targets.iter().map(|_| Calls::default()).collect();
    for finding in findings {
        note(&mut calls, &targets, finding);
    }
    let difference = targets
        .iter()
        .zip(&calls)
        .find_map(|(target, calls)| difference(target, calls));
    Ok(Report {
        text: match args.format {
            Format::Text => text(invocation, &targets, &calls),
            Format::Json => json_text(&targets, &calls),
        },
        role: Role::Answer,
        warnings: sources.warnings,
        found: difference.filter(|_| args.check),
        ..Report::default()
    })
}

/// The crates of codegen.toml, by the names that code may have for them: their own, that of the official crate, and those that
/// Cargo.toml files give them.
fn generated_crates(
    repository: &Repository,
    args: &Args,
    sources: &files::Sources,
) -> Result<(Vec<Target>, BTreeMap<String, usize>)> {
    let mut targets = Vec::new();
    let mut rust_names = BTreeMap::new();
    for spec in &repository.specs {
        let package = &spec.config.package;
        if args.package.as_ref().is_some_and(|name| name != package) {
            continue;
        }
        let model = read_model::model(&spec.model, &spec.source)?;
        let own = spec
            .config
            .lib_name
            .clone()
            .unwrap_or_else(|| lib_name(package));
        let service = model_source::sdk_id(&model).unwrap_or_default();
        let official = format!("aws_sdk_{}", service.to_lowercase().replace([' ', '-'], ""));
        let renamed = sources.renamed.iter().filter(|(_, of)| *of == package);
        let names = [own, official]
            .into_iter()
            .chain(renamed.map(|(name, _)| lib_name(name)));
        rust_names.extend(names.map(|name| (name, targets.len())));
        let known = model_file::operations_of(&model);
        targets.push(Target {
            name: package.clone(),
            listed: match &spec.config.operations {
                Operations::Named(names) => Some(names.clone()),
                Operations::All => Some(known.clone()),
            },
            known,
        });
    }
    if let (true, Some(name)) = (targets.is_empty(), &args.package) {
        repository.spec(Some(name))?;
    }
    Ok((targets, rust_names))
}

/// The crates of the AWS SDK that Cargo.toml files depend on.
fn sdk_crates(sources: &files::Sources) -> (Vec<Target>, BTreeMap<String, usize>) {
    let mut rust_names = BTreeMap::new();
    let mut targets: Vec<Target> = Vec::new();
    for (name, package) in &sources.dependencies {
        if !package.starts_with("aws-sdk-") {
            continue;
        }
        let index = targets.iter().position(|target| target.name == *package);
        let index = index.unwrap_or_else(|| {
            targets.push(Target {
                name: package.clone(),
                listed: None,
                known: Vec::new(),
            });
            targets.len() - 1
        });
        rust_names.insert(lib_name(name), index);
    }
    (targets, rust_names)
}

fn note(calls: &mut [Calls], targets: &[Target], finding: Finding) {
    let is_same = |name: &&String| visit::normalized(name) == visit::normalized(&finding.method);
    let target = &targets[finding.target];
    let listed = target.listed.iter().flatten();
    let known = target.known.iter().chain(listed).find(is_same);
    let name = known
        .cloned()
        .unwrap_or_else(|| finding.method.to_upper_camel_case());
    let calls = &mut calls[finding.target];
    let list = match finding.is_certain {
        true => &mut calls.certain,
        false => &mut calls.possible,
    };
    list.entry(name).or_default().insert(finding.file);
}

/// What codegen.toml lacks of a crate, and what it has too much.
fn changes(target: &Target, calls: &Calls) -> (Vec<String>, Vec<String>) {
    let listed = target.listed.as_deref().unwrap_or_default();
    let missing = calls.certain.keys().filter(|name| !listed.contains(name));
    let is_called =
        |name: &String| calls.certain.contains_key(name) || calls.possible.contains_key(name);
    let unused = listed.iter().filter(|name| !is_called(name));
    (missing.cloned().collect(), unused.cloned().collect())
}

fn difference(target: &Target, calls: &Calls) -> Option<String> {
    target.listed.as_ref()?;
    let (missing, unused) = changes(target, calls);
    (!missing.is_empty() || !unused.is_empty()).then(|| {
        format!(
            "the operations of `{}` in {} aren't those that the code calls",
            target.name,
            config::FILE
        )
    })
}

/// ```text
/// lambda-slim: 2 operations called
///   Invoke         src/main.rs
///   ListFunctions  src/list.rs  (not in codegen.toml)
///   GetFunction    never called
/// run `smithy-slim add ListFunctions --package lambda-slim`
/// ```
fn text(invocation: &Invocation, targets: &[Target], calls: &[Calls]) -> String {
    let mut text = String::new();
    for (target, calls) in targets.iter().zip(calls) {
        let count = crate::generate::counted(calls.certain.len(), "operation");
        text += &format!("{}: {count} called\n", target.name);
        let (missing, unused) = changes(target, calls);
        let names = calls
            .certain
            .keys()
            .chain(calls.possible.keys())
            .chain(&unused);
        let width = names.map(String::len).max().unwrap_or_default();
        for (name, files) in &calls.certain {
            let note = match target.listed.is_some() && missing.contains(name) {
                true => "  (not in codegen.toml)",
                false => "",
            };
            text += &format!("  {name:width$}  {}{note}\n", joined(files));
        }
        for (name, files) in calls
            .possible
            .iter()
            .filter(|(name, _)| !calls.certain.contains_key(*name))
        {
            text += &format!(
                "  {name:width$}  {}  (possible: the type of the client is unknown)\n",
                joined(files)
            );
        }
        for name in &unused {
            text += &format!("  {name:width$}  never called\n");
        }
        text += &advice(invocation, target, calls, &missing, &unused);
    }
    if targets.is_empty() {
        text += "no crate of an AWS service is in the Cargo.toml files\n";
    }
    text
}

fn joined(files: &BTreeSet<PathBuf>) -> String {
    let names: Vec<String> = files
        .iter()
        .map(|file| file.display().to_string())
        .collect();
    names.join(", ")
}

fn advice(
    invocation: &Invocation,
    target: &Target,
    calls: &Calls,
    missing: &[String],
    unused: &[String],
) -> String {
    let command = &invocation.command;
    let name = &target.name;
    if target.listed.is_none() {
        let operations: Vec<&str> = calls.certain.keys().map(String::as_str).collect();
        let service = name.trim_start_matches("aws-sdk-");
        return match operations.is_empty() {
            true => String::new(),
            false => format!(
                "run `{command} init {service} --operations {}`\n",
                operations.join(",")
            ),
        };
    }
    let line = |verb: &str, names: &[String]| match names.is_empty() {
        true => String::new(),
        false => format!(
            "run `{command} {verb} {} --package {name}`\n",
            names.join(" ")
        ),
    };
    line("add", missing) + &line("remove", unused)
}

fn json_text(targets: &[Target], calls: &[Calls]) -> String {
    let list = |list: &BTreeMap<String, BTreeSet<PathBuf>>| {
        let entries = list
            .iter()
            .map(|(name, files)| json!({"name": name, "files": files}));
        entries.collect::<Vec<_>>()
    };
    let crates = targets.iter().zip(calls).map(|(target, calls)| {
        let (missing, unused) = changes(target, calls);
        json!({
            "name": target.name,
            "called": list(&calls.certain),
            "possible": list(&calls.possible),
            "notInCodegenToml": missing,
            "neverCalled": unused,
        })
    });
    format!("{:#}\n", json!({"crates": crates.collect::<Vec<_>>()}))
}

/// The path as the user would write it.
fn shown(path: &Path) -> PathBuf {
    path.strip_prefix("./").unwrap_or(path).to_owned()
}

#[cfg(test)]
mod tests;
