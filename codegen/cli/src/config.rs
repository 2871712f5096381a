//! codegen.toml. In: the file that says which crates the repository holds. Out: one job for each, or all that is wrong with it.

mod table;

use std::collections::BTreeMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use anyhow::{Context, Result};
use smithy_slim_codegen::{Config, Operations};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::crate_spec::{self, CrateSpec, Place};
use crate::output_dir::{self, Reach};
use crate::report::Problems;
use crate::source_span::Text;

use table::Table;

/// The file's name; it stands in the root of the repository.
pub const FILE: &str = "codegen.toml";

/// The keys of a `[[crate]]` table.
const KEYS: [&str; 6] = [
    "package",
    "version",
    "model",
    "operations",
    "out",
    "protocol-tests",
];

/// Returns the root of the repository: the nearest directory with a codegen.toml, from `start` upward.
pub fn root(start: &Path) -> Option<PathBuf> {
    let start = std::path::absolute(start).ok()?;
    let root = start
        .ancestors()
        .find(|directory| directory.join(FILE).is_file())?;
    root.canonicalize().ok()
}

/// Reads the jobs of the codegen.toml in `root`.
///
/// # Errors
///
/// If the file can't be read; else all its problems, each with its place.
pub fn read(root: &Path) -> Result<Vec<CrateSpec>> {
    read_file(root, &root.join(FILE))
}

/// Reads the crates from the file at `path`, in which paths are relative to `root`.
///
/// # Errors
///
/// As [`read`].
pub fn read_file(root: &Path, path: &Path) -> Result<Vec<CrateSpec>> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    parse(root, &text)
}

fn parse(root: &Path, text: &str) -> Result<Vec<CrateSpec>> {
    let (document, syntax) = DeTable::parse_recoverable(text);
    let mut found = Found::default();
    if syntax.is_empty() {
        let text: Rc<str> = text.into();
        let jobs = read_document(root, &text, &document, &mut found);
        return Problems::check(found.render(&text), jobs);
    }
    for error in syntax {
        let end = text.len();
        found.add(error.span().unwrap_or(end..end), error.message().to_owned());
    }
    Err(Problems(found.render(text)).into())
}

/// The problems found so far, each with the bytes it is about.
#[derive(Debug, Default)]
struct Found(Vec<(Range<usize>, String)>);

impl Found {
    fn add(&mut self, span: Range<usize>, message: String) {
        self.0.push((span, message));
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

fn read_document(
    root: &Path,
    text: &Rc<str>,
    document: &Spanned<DeTable<'_>>,
    found: &mut Found,
) -> Vec<CrateSpec> {
    let mut top = Table::new(document.get_ref(), 0..0, "codegen.toml", found);
    top.only(&["crate"]);
    let crates = top.tables("crate");
    let jobs: Vec<_> = crates
        .into_iter()
        .filter_map(|(table, span)| {
            read_crate(root, text, Table::new(table, span, "[[crate]]", found))
        })
        .collect();
    find_collisions(&jobs, found);
    jobs.into_iter().map(|(job, _)| job).collect()
}

/// Where the values of a `[[crate]]` stand that are compared with those of the others.
struct Spans {
    package: Range<usize>,
    out: Range<usize>,
}

fn read_crate(
    root: &Path,
    text: &Rc<str>,
    mut table: Table<'_, '_, '_>,
) -> Option<(CrateSpec, Spans)> {
    table.only(&KEYS);
    let package = table.string("package", crate_spec::package_problem);
    let version = table.string("version", crate_spec::version_problem);
    let model = table.string("model", |model| model_problem(root, model));
    let operations = read_operations(text, &mut table);
    let out = table.string("out", |_| None);
    let protocol_tests = table.flag("protocol-tests");

    let model = model.map(|(model, span)| (root.join(&model), model, span));
    let (out, out_span) = out?;
    let resolved = resolve_out(root, model.as_ref().map(|(path, ..)| path), &out);
    let resolved = table.checked(&out_span, resolved)?;
    let (model_path, model, model_span) = model?;
    let source = table.checked(&model_span, source_name(&model, &model_path))?;
    let (package, package_span) = package?;
    let (operations, places) = operations?;
    let mut config = Config::new(package, operations);
    config.version = version?.0;
    config.protocol_tests = protocol_tests?;
    let spans = Spans {
        package: package_span,
        out: out_span,
    };
    let job = CrateSpec {
        config,
        source,
        model: model_path,
        out: resolved,
        out_shown: out.into(),
        places,
    };
    Some((job, spans))
}

fn model_problem(root: &Path, model: &str) -> Option<String> {
    let file = crate::read_model::main_file(&root.join(model));
    file.is_err()
        .then(|| format!("there is no model `{model}`; name a model file, or a folder with one"))
}

fn resolve_out(root: &Path, model: Option<&PathBuf>, out: &str) -> Result<PathBuf> {
    let model = model.map(|model| output_dir::resolve(model)).transpose()?;
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
    let main = crate::read_model::main_file(path)?;
    let Ok(inside) = main.strip_prefix(path) else {
        return Ok(model.to_owned());
    };
    let name = inside.to_string_lossy();
    Ok(match name.as_ref() {
        "" => model.to_owned(),
        name => format!("{}/{name}", model.trim_end_matches('/')),
    })
}

/// The operations with the place of each.
fn read_operations(
    text: &Rc<str>,
    table: &mut Table<'_, '_, '_>,
) -> Option<(Operations, BTreeMap<String, Place>)> {
    let expected = "`operations` is a list of names, or \"all\"";
    let (value, span) = table.required("operations")?;
    let names = match value {
        DeValue::String(all) if all == "all" => return Some((Operations::All, BTreeMap::new())),
        DeValue::Array(names) => names,
        DeValue::String(_)
        | DeValue::Integer(_)
        | DeValue::Float(_)
        | DeValue::Boolean(_)
        | DeValue::Datetime(_)
        | DeValue::Table(_) => {
            table.problem(span, expected.to_owned());
            return None;
        }
    };
    if names.is_empty() {
        table.problem(span, format!("no operations chosen; {expected}"));
        return None;
    }
    let mut places = BTreeMap::new();
    for name in names.iter() {
        match name.get_ref().as_str() {
            None | Some("") => table.problem(name.span(), expected.to_owned()),
            Some(known) if places.contains_key(known) => {
                table.problem(name.span(), format!("`{known}` is listed twice"));
            }
            Some(new) => {
                let place = Place {
                    name: FILE.to_owned(),
                    text: Rc::clone(text),
                    span: name.span(),
                };
                places.insert(new.to_owned(), place);
            }
        }
    }
    let names = names.iter().filter_map(|name| name.get_ref().as_str());
    let operations = Operations::Named(names.map(str::to_owned).collect());
    Some((operations, places))
}

/// Two crates must differ in their names, and neither may be written into the other.
fn find_collisions(jobs: &[(CrateSpec, Spans)], found: &mut Found) {
    for (index, (job, spans)) in jobs.iter().enumerate() {
        let package = &job.config.package;
        let out = job.out_shown.display();
        for (earlier, _) in &jobs[..index] {
            if earlier.config.package == *package {
                let message = format!("the package `{package}` is defined twice");
                found.add(spans.package.clone(), message);
            }
            if earlier.out.starts_with(&job.out) || job.out.starts_with(&earlier.out) {
                let message = format!("`{out}` overlaps with the directory of another crate");
                found.add(spans.out.clone(), message);
            }
        }
    }
}

#[cfg(test)]
mod tests;
