//! A service's model out of botocore. In: a version, `latest` or a wheel file. Out: the model.

mod pip;
mod wheel;

use std::fs::File;
use std::path::Path;

use anyhow::{Context, Result, bail};
use smithy_slim_codegen::Model;

use crate::diff::problems;

use wheel::Wheel;

/// Reads the model of the service whose name in the SDKs is `sdk_id`.
///
/// A path to a wheel works without network; anything else is a version and is fetched to a temporary directory.
///
/// # Errors
///
/// If there is no pip or no network, the wheel isn't botocore's or isn't of the version asked for, or has no such service.
pub fn model(botocore: &str, sdk_id: &str) -> Result<Model> {
    let path = Path::new(botocore);
    if path.is_file() {
        return read(path, None, sdk_id);
    }
    if botocore.ends_with(".whl") || botocore.contains(['/', '\\']) {
        bail!("{botocore}: there is no such wheel");
    }
    let version = Some(botocore).filter(|version| *version != "latest");
    if version.is_some_and(|version| crate::crate_spec::version_problem(version).is_some()) {
        bail!("`{botocore}` is neither a version such as 1.40.6, nor `latest`, nor a wheel file");
    }
    let dir = tempfile::tempdir().context("a temporary directory for the wheel")?;
    let wheel = pip::download(version, dir.path())?;
    read(&wheel, version, sdk_id)
}

fn read(path: &Path, version: Option<&str>, sdk_id: &str) -> Result<Model> {
    let shown = path.display().to_string();
    let file = File::open(path).with_context(|| shown.clone())?;
    let mut wheel = Wheel::open(file).with_context(|| shown.clone())?;
    if let Some(version) = version
        && wheel.version != version
    {
        bail!("{shown}: is botocore {}, not {version}", wheel.version);
    }
    let files = wheel.service(sdk_id).with_context(|| shown.clone())?;
    Model::read(&files).map_err(|errors| problems(&errors))
}
