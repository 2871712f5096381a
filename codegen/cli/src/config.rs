//! Reads codegen.toml, which lists the crates of a repository.

pub mod edit;
mod names;
mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result, bail};
use smithy_slim_codegen::{Config, Operations};
use toml::Spanned;

use crate::crate_spec::{Changelog, CrateSpec, Span};
use crate::invocation::Invocation;
use crate::manifest::Manifest;
use crate::output_dir::{self, Reach};
use crate::read_model;
use crate::report::Problems;
use crate::source_span::Text;

pub use names::{lib_name, package_problem, version_problem};
use table::{CrateTable, File, OperationList};

/// The file's name; it stands in the root of the repository.
pub const FILE: &str = "codegen.toml";

/// A repository: the directory with codegen.toml, and the crates that the file lists.
#[derive(Debug)]
pub struct Repository {
    /// The directory, resolved.
    pub root: PathBuf,
    /// The text of codegen.toml.
    pub text: String,
    /// The crates, in the order of the file.
    pub specs: Vec<CrateSpec>,
}

impl Repository {
    /// Reads the nearest codegen.toml, from where the command was called upward.
    ///
    /// # Errors
    ///
    /// If there is none; else all that is wrong with it, each problem with its place.
    pub fn find(invocation: &Invocation) -> Result<Self> {
        match root(&invocation.start) {
            Some(root) => Self::read(&root, &root.join(FILE)),
            None => bail!(
                "there is no {FILE} here or in a directory above; run this inside the repository, or create one with `{} init`",
                invocation.command
            ),
        }
    }

    /// Reads the file at `path`, in which paths are relative to `root`.
    ///
    /// # Errors
    ///
    /// If the file can't be read; else all that is wrong with it, each problem with its place.
    pub fn read(root: &Path, path: &Path) -> Result<Self> {
        let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
        Self::parse(root, text, None)
    }

    /// Reads `text` as the codegen.toml of `root`. The file at `pending` needn't exist yet.
    ///
    /// # Errors
    ///
    /// All that is wrong with the text, each problem with its place.
    pub fn parse(root: &Path, text: String, pending: Option<&Path>) -> Result<Self> {
        let mut found = Found::default();
        let specs = match toml::from_str::<File>(&text) {
            Ok(file) => read_crates((root, pending), &text, file.crates, &mut found),
            Err(error) => {
                let end = text.len();
                let message = error.message().replace(" field `", " key `");
                found.add(error.span().unwrap_or(end..end), message);
                Vec::new()
            }
        };
        Problems::check(found.render(&text), ())?;
        Ok(Self {
            root: root.to_owned(),
            text,
            specs,
        })
    }

    /// The crate of this name, or the only one.
    ///
    /// # Errors
    ///
    /// If there is no such crate, or there are several and none is named.
    pub fn spec(&self, package: Option<&str>) -> Result<&CrateSpec> {
        let names = self.specs.iter().map(|spec| spec.config.package.as_str());
        let names = names.collect::<Vec<_>>().join(", ");
        match (package, self.specs.as_slice()) {
            (None, [spec]) => Ok(spec),
            (None, _) => bail!("{FILE} has several crates; choose one with --package: {names}"),
            (Some(name), specs) => specs
                .iter()
                .find(|spec| spec.config.package == name)
                .with_context(|| format!("{FILE} has no crate `{name}`; it has: {names}")),
        }
    }

    /// The crates that are generated from the model file at `main`, which is resolved.
    pub fn specs_on(&self, main: &Path) -> Vec<&CrateSpec> {
        let is_on = |spec: &&CrateSpec| {
            let file = read_model::main_file(&spec.model).unwrap_or_else(|_| spec.model.clone());
            output_dir::resolve(&file).is_ok_and(|file| file == main)
        };
        self.specs.iter().filter(is_on).collect()
    }
}

/// Returns the root of the repository: the nearest directory with a codegen.toml, from `start` upward.
pub fn root(start: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    let root = start
        .ancestors()
        .find(|directory| directory.join(FILE).is_file())?;
    root.canonicalize().ok()
}

/// The problems found so far, each with the bytes it is about.
#[derive(Debug, Default)]
struct Found(Vec<(Range<usize>, String)>);

impl Found {
    fn add(&mut self, span: Range<usize>, message: String) {
        self.0.push((span, message));
    }

    /// Adds what is wrong with a value, if anything is.
    fn check(&mut self, value: &Spanned<String>, problem: impl Fn(&str) -> Option<String>) {
        if let Some(message) = problem(value.get_ref()) {
            self.add(value.span(), message);
        }
    }

    /// The value of a result. An error becomes a problem at `span`.
    fn ok<T>(&mut self, span: Range<usize>, result: Result<T>) -> Option<T> {
        result
            .map_err(|error| self.add(span, format!("{error:#}")))
            .ok()
    }

    /// The messages in the order of the file.
    fn render(mut self, text: &str) -> Vec<String> {
        self.0.sort_by_key(|(span, _)| span.start);
        let file = Text { name: FILE, text };
        let messages = self.0.into_iter();
        messages
            .map(|(span, message)| file.message(span, &message))
            .collect()
    }
}

fn read_crates(
    places: (&Path, Option<&Path>),
    text: &str,
    tables: Vec<Spanned<CrateTable>>,
    found: &mut Found,
) -> Vec<CrateSpec> {
    if tables.is_empty() {
        found.add(
            0..0,
            format!("{FILE} lists no crate; write a [[crate]] table"),
        );
    }
    let text: Rc<str> = text.into();
    let mut specs: Vec<CrateSpec> = Vec::new();
    for table in tables {
        let table = table.into_inner();
        let (package, out) = (table.package.span(), table.out.span());
        let Some(spec) = read_crate(places, &text, table, found) else {
            continue;
        };
        for earlier in &specs {
            find_collisions(earlier, &spec, (package.clone(), out.clone()), found);
        }
        specs.push(spec);
    }
    specs
}

fn read_crate(
    (root, pending): (&Path, Option<&Path>),
    text: &Rc<str>,
    table: CrateTable,
    found: &mut Found,
) -> Option<CrateSpec> {
    found.check(&table.package, package_problem);
    let manifest = table.manifest.as_ref();
    let manifest = found.ok(
        manifest.map_or(0..0, Spanned::span),
        Manifest::new(
            manifest
                .map(|manifest| manifest.get_ref().clone())
                .unwrap_or_default(),
        ),
    );
    let version = read_version(&table, manifest.as_ref(), found);
    let (operations, spans) = read_operations(text, &table.operations, found);
    let keep = read_keep(&table.keep, found);
    let model = root.join(table.model.get_ref());
    let source = match pending == Some(&model) {
        true => Some(table.model.get_ref().clone()),
        false => found.ok(
            table.model.span(),
            source_name(table.model.get_ref(), &model),
        ),
    };
    let out = resolve_out(
        root,
        source.as_ref().map(|_| model.as_path()),
        table.out.get_ref(),
    );
    let out = found.ok(table.out.span(), out);

    let manifest = manifest?;
    let mut config = Config::new(table.package.into_inner(), operations);
    config.version = version;
    config.protocol_tests = table.protocol_tests;
    config.lints = table.lints.into();
    config.lib_name = manifest.lib_name();
    config.license = manifest.license();
    Some(CrateSpec {
        config,
        model,
        source: source?,
        service: table.service,
        out: out?,
        out_shown: table.out.into_inner().into(),
        spans,
        keep,
        changelog: match table.changelog {
            Some(changelog) => changelog.resolved(root),
            None => Changelog::File(root.join("CHANGELOG.md")),
        },
        manifest,
    })
}

/// The version that the table sets. A crate that inherits its version from the workspace has none of its own.
fn read_version(table: &CrateTable, manifest: Option<&Manifest>, found: &mut Found) -> String {
    match &table.version {
        Some(version) => {
            found.check(version, version_problem);
            version.get_ref().clone()
        }
        None if manifest.is_none_or(Manifest::inherits_version) => "0.0.0".to_owned(),
        None => {
            let message = "[[crate]] needs the key `version`".to_owned();
            found.add(table.package.span(), message);
            String::new()
        }
    }
}

fn read_operations(
    text: &Rc<str>,
    list: &Spanned<OperationList>,
    found: &mut Found,
) -> (Operations, BTreeMap<String, Span>) {
    let mut spans = BTreeMap::new();
    let names = match list.get_ref() {
        OperationList::All => return (Operations::All, spans),
        OperationList::Named(names) => names,
    };
    if names.is_empty() {
        let message = "no operations selected; list some, or write \"all\"".to_owned();
        found.add(list.span(), message);
    }
    for name in names {
        let span = Span {
            file: FILE,
            text: Rc::clone(text),
            bytes: name.span(),
        };
        if name.get_ref().is_empty() {
            found.add(name.span(), "the name of the operation is empty".to_owned());
        } else if spans.insert(name.get_ref().clone(), span).is_some() {
            found.add(name.span(), format!("`{}` is listed twice", name.get_ref()));
        }
    }
    let names = names.iter().map(|name| name.get_ref().clone());
    (Operations::Named(names.collect()), spans)
}

/// Paths in the crate that belong to the user.
fn read_keep(keep: &[Spanned<PathBuf>], found: &mut Found) -> BTreeSet<PathBuf> {
    for path in keep {
        if let Some(message) = keep_problem(path.get_ref()) {
            found.add(path.span(), message);
        }
    }
    let paths = keep
        .iter()
        .map(|path| path.get_ref().components().collect());
    paths.collect()
}

fn keep_problem(path: &Path) -> Option<String> {
    let shown = path.display();
    let mut parts = path.components();
    let is_inside = parts.all(|part| matches!(part, std::path::Component::Normal(_)));
    if !is_inside || path.as_os_str().is_empty() {
        return Some(format!("`{shown}` is not a path inside of the crate"));
    }
    let is_needed = ["Cargo.toml", "src/lib.rs"]
        .iter()
        .any(|file| Path::new(file).starts_with(path));
    is_needed.then(|| {
        format!("`{shown}` has to be generated; use the `manifest` table to change Cargo.toml")
    })
}

fn resolve_out(root: &Path, model: Option<&Path>, out: &str) -> Result<PathBuf> {
    let model = model.map(output_dir::resolve).transpose()?;
    output_dir::usable(
        &root.join(out),
        model.as_deref(),
        Some(root),
        Reach::Repository,
    )
    .with_context(|| format!("`{out}` can't be used"))
}

/// The model's name as written, with the name of the service file behind it if it is a folder.
fn source_name(model: &str, path: &Path) -> Result<String> {
    let main = match read_model::main_file(path) {
        Ok(main) => main,
        Err(_) if !path.exists() => bail!(
            "there is no model `{model}`; name a model file or a folder with one, or remove this crate and create it with \
             `init`, which fetches the model"
        ),
        Err(error) => return Err(error),
    };
    let Ok(inside) = main.strip_prefix(path) else {
        return Ok(model.to_owned());
    };
    let name = inside.to_string_lossy();
    Ok(match name.as_ref() {
        "" => model.to_owned(),
        name => format!("{}/{name}", model.trim_end_matches('/')),
    })
}

/// Two crates must differ in their names, also as libraries, and neither may be written into the other.
fn find_collisions(
    earlier: &CrateSpec,
    spec: &CrateSpec,
    (package, out): (Range<usize>, Range<usize>),
    found: &mut Found,
) {
    let (name, other) = (&spec.config.package, &earlier.config.package);
    if name == other {
        found.add(package, format!("the package `{name}` is defined twice"));
    } else if lib_name(name) == lib_name(other) {
        let message = format!("the library of `{name}` has the same name as that of `{other}`");
        found.add(package, message);
    }
    if earlier.out.starts_with(&spec.out) || spec.out.starts_with(&earlier.out) {
        let shown = spec.out_shown.display();
        found.add(
            out,
            format!("`{shown}` overlaps with the directory of another crate"),
        );
    }
}

#[cfg(test)]
mod tests;
