//! Compiles generated crates together, in one workspace.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use smithy_slim_codegen::Crate;

use crate::{folder, write};

/// Crates by the numbers of their models.
#[derive(Default)]
pub struct Batch(BTreeMap<u64, Crate>);

/// Returns the name of the package of a model.
pub fn package(number: u64) -> String {
    format!("fuzz-{number}")
}

impl Batch {
    /// Adds a crate.
    pub fn add(&mut self, number: u64, generated: Crate) {
        self.0.insert(number, generated);
    }

    /// Returns how many crates there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Compiles the crates and removes them. Returns what rustc reports about each crate that has an error or a warning.
    pub fn compile(&mut self) -> BTreeMap<u64, String> {
        let crates = std::mem::take(&mut self.0);
        if crates.is_empty() {
            return BTreeMap::new();
        }
        let workspace = folder().join("workspace");
        write_workspace(&workspace, &crates);
        let report = check(&workspace);
        remove_compiled(&workspace);
        let mut failures = BTreeMap::new();
        for number in crates.keys() {
            let mark = format!("crates/{}/", package(*number));
            let lines: Vec<&str> = report.lines().filter(|line| line.contains(&mark)).collect();
            if let [first, ..] = lines.as_slice() {
                failures.insert(*number, format!("{} problems: {first}", lines.len()));
                keep(&workspace, *number);
            }
        }
        if failures.is_empty() && report.contains("error") {
            failures.insert(0, report);
        }
        failures
    }
}

fn write_workspace(workspace: &Path, crates: &BTreeMap<u64, Crate>) {
    let members = workspace.join("crates");
    fs::remove_dir_all(&members).unwrap_or_default();
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.lock");
    let lock = fs::read_to_string(lock).expect("the lock file is committed");
    write(&workspace.join("Cargo.lock"), &lock);
    let manifest = "[workspace]\nresolver = \"3\"\nmembers = [\"crates/*\"]\n";
    write(&workspace.join("Cargo.toml"), manifest);
    for (number, generated) in crates {
        for (path, text) in &generated.files {
            write(&members.join(package(*number)).join(path), text);
        }
    }
}

/// Downloads the dependencies, so that crates can be compiled offline, with the versions of the lock file only. If that
/// fails, what was downloaded before must do.
pub fn download_dependencies() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let fetched = cargo()
        .args(["fetch", "--locked", "--manifest-path", manifest])
        .output();
    fetched.expect("cargo can be started");
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Returns a line for each error and warning.
fn check(workspace: &Path) -> String {
    let arguments = [
        "check",
        "--offline",
        "--workspace",
        "--keep-going",
        "--features",
        "serde",
        "--message-format",
        "short",
    ];
    let output = cargo()
        .args(arguments)
        .env("CARGO_INCREMENTAL", "0")
        .current_dir(workspace)
        .output()
        .expect("cargo can be started");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// Removes what was compiled of the crates: it would fill the disk in an hour.
fn remove_compiled(workspace: &Path) {
    let cleaned = cargo()
        .args(["clean", "--offline", "--workspace"])
        .current_dir(workspace)
        .output();
    cleaned.expect("cargo can be started");
}

/// Moves a crate out of the way of the next batch.
fn keep(workspace: &Path, number: u64) {
    let kept = folder().join("failed").join(package(number));
    fs::create_dir_all(folder().join("failed")).expect("the folder can be made");
    fs::remove_dir_all(&kept).unwrap_or_default();
    let from = workspace.join("crates").join(package(number));
    fs::rename(from, kept).expect("the crate can be moved");
}
