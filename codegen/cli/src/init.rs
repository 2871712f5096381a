//! `init`: begins a crate. Fetches the model, cuts it down, and writes codegen.toml, the model file and the crate.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use smithy_slim_codegen::{Model, Operations};

use crate::codegen::{SMITHY_IS_BETTER, write};
use crate::config::{self, Repository, edit, lib_name};
use crate::extend::{Extension, extended};
use crate::generate::generate;
use crate::invocation::Invocation;
use crate::model_file::{self, Documentation, ModelFile, Rewritten};
use crate::report::{Problems, Report, Role};
use crate::sync::{Force, Loose};
use crate::{model_source, operation_names, output_dir};

/// The command's arguments.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Service, such as `lambda`: its name in botocore or in the SDKs
    service: String,
    /// Operations to generate
    #[arg(long, value_name = "A,B", value_delimiter = ',', required = true)]
    operations: Vec<String>,
    /// Where to take the model from: a botocore version or `latest` (fetched with `pip download`), a wheel of botocore, a Smithy
    /// JSON AST, or a botocore service-2.json or its folder [default: latest, or where the model file was taken from]
    #[arg(long, value_name = "VERSION|latest|PATH")]
    from: Option<String>,
    /// Name of the package [default: SERVICE-slim]
    #[arg(long, value_name = "NAME")]
    package: Option<String>,
    /// Directory to write the crate to, relative to codegen.toml [default: crates/PACKAGE if there is a directory `crates`, else
    /// PACKAGE]
    #[arg(long, value_name = "DIR")]
    out: Option<String>,
    /// File to keep the model in, relative to codegen.toml [default: models/SERVICE.json]
    #[arg(long, value_name = "PATH")]
    model: Option<String>,
    /// How to treat documentation
    #[arg(long, value_enum, default_value_t = Texts::Take)]
    documentation: Texts,
}

/// How to treat the documentation of the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Texts {
    /// Use the model's texts; the crate is then licensed as they are, under Apache-2.0
    Take,
    /// Leave everything undocumented, to be documented by you
    Omit,
}

/// The names of everything that is written.
struct Names {
    package: String,
    out: String,
    model: String,
}

/// Begins a crate in the repository.
///
/// # Errors
///
/// All that is wrong with the arguments, codegen.toml and the model; nothing is written then.
pub fn run(invocation: &Invocation, args: &Args) -> Result<Report> {
    let repository = repository(invocation)?;
    let operations = operation_names::parse(&args.operations)?;
    let names = names(&repository.root, args);
    check(&repository, &names)?;
    let model_path = repository.root.join(&names.model);
    let new = edit::NewCrate {
        package: &names.package,
        model: &names.model,
        operations: &operations,
        out: &names.out,
    };
    let text = edit::with_crate(&repository.text, &new)?;
    let after = Repository::parse(&repository.root, text, Some(&model_path))?;
    let rewritten = match model_path.exists() {
        true => shared_model(invocation, &repository, &after, args, &names, &operations)?,
        false => new_model(invocation, args, &names, &operations)?,
    };
    write_all(invocation, &after, &names, &rewritten)
}

/// The repository that the command was called in. Without a codegen.toml, it is the current directory.
fn repository(invocation: &Invocation) -> Result<Repository> {
    if config::root(&invocation.start).is_some() {
        return Repository::find(invocation);
    }
    let root = invocation.start.canonicalize();
    Ok(Repository {
        root: root.with_context(|| invocation.start.display().to_string())?,
        text: String::new(),
        specs: Vec::new(),
    })
}

fn names(root: &Path, args: &Args) -> Names {
    let slug = args.service.to_lowercase().replace([' ', '_'], "-");
    let package = args
        .package
        .clone()
        .unwrap_or_else(|| format!("{slug}-slim"));
    let default_out = match root.join("crates").is_dir() {
        true => format!("crates/{package}"),
        false => package.clone(),
    };
    Names {
        out: args.out.clone().unwrap_or(default_out),
        model: args
            .model
            .clone()
            .unwrap_or_else(|| format!("models/{slug}.json")),
        package,
    }
}

fn check(repository: &Repository, names: &Names) -> Result<()> {
    let mut problems = Vec::from_iter(config::package_problem(&names.package));
    if repository
        .specs
        .iter()
        .any(|spec| spec.config.package == names.package)
    {
        problems.push(format!(
            "{} has a crate `{}` already; add operations to it with `add`, or choose another name with --package",
            config::FILE,
            names.package
        ));
    }
    Problems::check(problems, ())
}

/// The contents of a model file that isn't there yet.
fn new_model(
    invocation: &Invocation,
    args: &Args,
    names: &Names,
    operations: &[String],
) -> Result<Rewritten> {
    let from = args.from.as_deref().unwrap_or("latest");
    let source = model_source::find(invocation, from, &args.service)?;
    let documentation = match args.documentation {
        Texts::Take => Documentation::Take,
        Texts::Omit => Documentation::Keep,
    };
    model_file::begun(
        &source,
        &Operations::Named(operations.to_vec()),
        documentation,
        &names.model,
    )
}

/// The contents of a model file that other crates use, with more operations.
fn shared_model(
    invocation: &Invocation,
    repository: &Repository,
    after: &Repository,
    args: &Args,
    names: &Names,
    operations: &[String],
) -> Result<Rewritten> {
    let spec = after.spec(Some(&names.package))?;
    let file = ModelFile::read(repository, spec)?;
    match extended(
        invocation,
        repository,
        &file,
        operations,
        args.from.as_deref(),
    )? {
        Extension::Ready(rewritten) => Ok(rewritten),
        Extension::Changes(_, origin) => bail!(
            "{origin} changes operations of {} that other crates use; update them first with `{} update --from …`, or keep this \
             model in another file with --model",
            names.model,
            invocation.command
        ),
    }
}

fn write_all(
    invocation: &Invocation,
    after: &Repository,
    names: &Names,
    rewritten: &Rewritten,
) -> Result<Report> {
    let root = &after.root;
    let model_path = output_dir::resolve(&root.join(&names.model))?;
    let mut generated = Vec::new();
    for spec in after.specs_on(&model_path) {
        generated.push(generate(
            invocation,
            spec,
            &rewritten.model,
            Some(rewritten.origin()),
        )?);
    }
    let mut loose = Loose::from([
        (root.join(config::FILE), after.text.clone()),
        (model_path, rewritten.text.clone()),
    ]);
    loose.extend(with_attributes(root, names));
    let report = write(invocation, generated, &loose, Force::No)?;
    let mut notes = report.notes;
    let origin = rewritten.origin();
    if model_source::again(&origin.name).is_some() {
        notes.push(SMITHY_IS_BETTER.to_owned());
    }
    notes.extend(next_steps(root, names, &rewritten.model));
    Ok(Report {
        notes,
        role: Role::Summary,
        ..report
    })
}

/// The lines of .gitattributes that keep line ends as they are generated, on every system, and fold the crate in reviews.
fn with_attributes(root: &Path, names: &Names) -> Option<(PathBuf, String)> {
    let path = root.join(".gitattributes");
    let old = fs::read_to_string(&path).unwrap_or_default();
    let wanted = [
        format!(
            "/{}/** text eol=lf linguist-generated",
            names.out.trim_matches('/')
        ),
        format!("/{} text eol=lf linguist-generated", names.model),
    ];
    let mut text = old.clone();
    for line in wanted
        .iter()
        .filter(|line| !old.lines().any(|it| it == line.as_str()))
    {
        if !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        text += line;
        text.push('\n');
    }
    (text != old).then_some((path, text))
}

/// What to write by hand.
fn next_steps(root: &Path, names: &Names, model: &Model) -> Vec<String> {
    let mut steps = Vec::new();
    let manifest = fs::read_to_string(root.join("Cargo.toml")).unwrap_or_default();
    let manifest = manifest.parse::<toml::Table>().unwrap_or_default();
    let workspace = manifest.get("workspace").and_then(toml::Value::as_table);
    if workspace.is_some_and(|it| !has_member(it, &names.out)) {
        steps.push(format!(
            "add \"{}\" to `members` of [workspace] in Cargo.toml",
            names.out
        ));
    }
    let aws = model
        .services()
        .find_map(|(_, shape, _)| shape.traits.aws_service.as_ref());
    let name = match aws {
        Some(aws) => format!(
            "aws-sdk-{}",
            aws.sdk_id.to_lowercase().replace([' ', '-'], "")
        ),
        None => names.package.clone(),
    };
    let package = match name == names.package {
        true => String::new(),
        false => format!("package = \"{}\", ", names.package),
    };
    steps.push(format!(
        "depend on it with `{name} = {{ {package}path = \"{}\" }}`, and use it as `{}::Client`",
        names.out,
        lib_name(&name)
    ));
    steps
}

/// Whether the workspace has the member, by name or by a pattern such as `crates/*`.
fn has_member(workspace: &toml::Table, out: &str) -> bool {
    let members = workspace.get("members").and_then(toml::Value::as_array);
    let members = members
        .into_iter()
        .flatten()
        .filter_map(toml::Value::as_str);
    let parent = Path::new(out).parent().unwrap_or(Path::new(""));
    members.into_iter().any(|member| {
        let member = member.trim_end_matches('/');
        member == out || Path::new(member) == parent.join("*")
    })
}

#[cfg(test)]
mod tests;
