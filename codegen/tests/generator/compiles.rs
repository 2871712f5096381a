//! The crates of all fixtures build and lint with warnings denied, and so do their docs; the conformance cases of those
//! that have some pass. They are built with the feature `serde`, which only adds to the others; the Connect crate is built
//! without it as well.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use smithy_slim_codegen::{Config, Crate, Model, Operations, generate};

use crate::{fixture, fixtures};

/// The fixtures that have conformance cases.
const CASES: [&str; 4] = [
    "adjusted_api_gateway",
    "adjusted_glacier",
    "conformance",
    "own_service",
];

/// One run of cargo for all of them, in a workspace of their own with the versions of ours.
#[test]
fn fixtures_build_lint_document_and_pass() {
    let workspace = write_workspace();
    cargo(
        &workspace,
        &[
            "clippy",
            "--workspace",
            "--keep-going",
            "--features",
            "serde,fixture-pagination/stream",
            "--",
            "-D",
            "warnings",
        ],
    );
    cargo(
        &workspace,
        &["doc", "--workspace", "--keep-going", "--no-deps"],
    );
    let packages = CASES.map(|name| format!("--package={}", package(name)));
    let mut test = vec!["test", "--test", "protocol_tests"];
    test.extend(packages.iter().map(String::as_str));
    cargo(&workspace, &test);
}

fn write_workspace() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
    let names = fixtures();
    let members: Vec<String> = names
        .iter()
        .map(|name| format!("{:?}", package(name)))
        .collect();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = [{}]\n",
        members.join(", ")
    );
    write(&workspace.join("Cargo.toml"), &manifest);
    let lock = fs::read_to_string(root.join("Cargo.lock")).expect("the lock file is committed");
    write(&workspace.join("Cargo.lock"), &lock);
    for name in names {
        let generated = generated(&name);
        for (path, text) in generated.files {
            write(&workspace.join(package(&name)).join(path), &text);
        }
    }
    workspace
}

fn generated(name: &str) -> Crate {
    let source = format!("{name}.json");
    let model = Model::from_ast(&source, fixture(name).as_bytes());
    let mut config = Config::new(package(name), Operations::All);
    config.protocol_tests = CASES.contains(&name);
    let generated = model.and_then(|model| generate(&model, &config));
    generated.unwrap_or_else(|errors| panic!("{errors}"))
}

fn package(fixture: &str) -> String {
    format!("fixture-{}", fixture.replace('_', "-"))
}

/// Leaves a file alone that is right already, so that cargo has nothing to do for it.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    let folder = path.parent().expect("the path is below the workspace");
    fs::create_dir_all(folder).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

fn cargo(workspace: &Path, arguments: &[&str]) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .arg("--offline")
        .args(arguments)
        .env("RUSTDOCFLAGS", "-D warnings")
        .current_dir(workspace)
        .output()
        .expect("cargo can be started");
    let [report, errors] =
        [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text));
    assert!(
        output.status.success(),
        "cargo {arguments:?}\n{report}\n{errors}"
    );
}
