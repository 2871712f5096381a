//! Finds a service's model where `--from` points: botocore by version, a wheel of it, a file, or a folder.

mod pip;
mod wheel;

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, bail};
use smithy_slim_codegen::{Model, Origin};

use crate::config::version_problem;
use crate::invocation::Invocation;
use crate::progress::Progress;
use crate::read_model;

use wheel::Wheel;

/// A whole service, and where it comes from.
#[derive(Debug, Clone)]
pub struct Source {
    /// The model; its name is that of the origin.
    pub model: Model,
    /// Where it comes from.
    pub origin: Origin,
}

/// What the origin of a model from botocore begins with; the version follows.
const BOTOCORE: &str = "botocore ";

/// The value of `--from` that finds the state of the service again that a model was taken from, if that can be found.
pub fn again(origin: &str) -> Option<&str> {
    origin.strip_prefix(BOTOCORE)
}

/// Reads the model of a service, by its name in the SDKs or its folder's name in botocore.
///
/// A path works without network. Anything else is a version or `latest`, and is fetched to a temporary directory.
///
/// # Errors
///
/// If there is no such file, no pip or no network; or the source has no such service.
pub fn find(invocation: &Invocation, from: &str, service: &str) -> Result<Source> {
    let path = Path::new(from);
    let is_wheel = from.ends_with(".whl");
    if path.exists() && !is_wheel {
        return read_file(path, service);
    }
    if path.is_file() {
        return read_wheel(path, None, service);
    }
    if is_wheel || from.contains(['/', '\\']) || from.ends_with(".json") || from.ends_with(".gz") {
        bail!("{from}: there is no such file");
    }
    let version = Some(from).filter(|version| *version != "latest");
    if version.is_some_and(|version| version_problem(version).is_some()) {
        bail!(
            "`{from}` is neither a botocore version such as 1.40.6, nor `latest`, nor a file or folder"
        );
    }
    let progress = Progress::new(invocation, 0);
    progress.begin(&format!("downloading botocore {from}"));
    let dir = tempfile::tempdir().context("a temporary directory for the wheel")?;
    let wheel = pip::download(version, dir.path())?;
    progress.begin("reading the model");
    read_wheel(&wheel, version, service)
}

fn read_wheel(path: &Path, version: Option<&str>, service: &str) -> Result<Source> {
    let shown = || path.display().to_string();
    let mut wheel = Wheel::open(File::open(path).with_context(shown)?).with_context(shown)?;
    if let Some(version) = version
        && wheel.version != version
    {
        bail!("{}: is botocore {}, not {version}", shown(), wheel.version);
    }
    let files = wheel.service(service)?;
    Ok(Source {
        model: read_model::parse(&files)?,
        origin: Origin {
            name: format!("{BOTOCORE}{}", wheel.version),
            sha256: read_model::sha256(&files.main),
        },
    })
}

fn read_file(path: &Path, service: &str) -> Result<Source> {
    let (model, origin) = read_model::model_and_origin(path, &read_model::portable_name(path)?)?;
    let found = sdk_id(&model).unwrap_or_default();
    let is_same =
        normalized(&found) == normalized(service) || path.iter().any(|part| part == service);
    if !is_same && !found.is_empty() {
        bail!(
            "{}: is the model of the service {found}, not of {service}",
            model.source
        );
    }
    Ok(Source { model, origin })
}

/// The service's name in the SDKs, or that of its shape if it is no service of AWS.
pub fn sdk_id(model: &Model) -> Option<String> {
    let (id, shape, _) = model.services().next()?;
    let aws = shape.traits.aws_service.as_ref();
    Some(aws.map_or_else(|| id.name().to_owned(), |aws| aws.sdk_id.clone()))
}

/// A service's name without what differs from one list of services to the next: `Lex Runtime V2`, `lex-runtime-v2`.
fn normalized(name: &str) -> String {
    let letters = name.chars().filter(char::is_ascii_alphanumeric);
    letters.map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
pub(crate) mod tests;
