//! Compiles, lints and documents the crates of all fixtures with warnings denied, and runs their conformance tests.
//!
//! All crates are members of one workspace, so that cargo runs once per step. The list in [`snapshots`](crate::snapshots)
//! has a test per fixture and step, which reports what cargo says about that fixture. The crates are linted with the
//! features that only add code.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::LazyLock;

use serde_json::Value;
use smithy_slim_codegen::{Config, Crate, Model, Operations, generate};

use crate::{fixture, fixtures};

/// Defines a test per fixture that runs its conformance tests, and a list of these fixtures.
macro_rules! conformance_tests {
    ($($fixture:ident,)*) => {
        const CASES: &[&str] = &[$(stringify!($fixture)),*];

        mod conformance_tests {
            $(#[test]
            fn $fixture() {
                super::run_conformance_tests(stringify!($fixture));
            })*
        }
    };
}

conformance_tests! {
    adjusted_api_gateway,
    adjusted_glacier,
    adjusted_machine_learning,
    adjusted_route_53,
    adjusted_s3,
    adjusted_sts,
    conformance,
    own_service,
    protocol_aws_json,
    protocol_aws_query,
    protocol_ec2_query,
    protocol_rest_xml,
    protocol_rpc_v2_cbor,
    request_checksums,
    response_checksums,
}

/// Tests that are added to the crates of fixtures: the fixture, the name of the test, and its text.
const ADDED_TESTS: [(&str, &str, &str); 4] = [
    (
        "adjusted_s3",
        "extended_request_ids",
        include_str!("compiles/extended_request_ids.rs"),
    ),
    (
        "presigned_unsigned",
        "presigned",
        include_str!("compiles/presigned.rs"),
    ),
    ("sigv4a", "sigv4a", include_str!("compiles/sigv4a.rs")),
    ("waiters", "waiters", include_str!("compiles/waiters.rs")),
];

/// Presigns requests of the fixture, runs its waiters against a server, and so on.
#[test]
fn added_tests() {
    for (fixture, test, _) in ADDED_TESTS {
        run_tests(&package(fixture), test);
    }
}

/// The package that serializes and deserializes values of a fixture's crate.
const ROUND_TRIPS: &str = "serde-round-trips";

static WORKSPACE: LazyLock<PathBuf> = LazyLock::new(write_workspace);

static LINTED: LazyLock<Report> = LazyLock::new(|| {
    let features = "serde,lenient,fixture-pagination/stream";
    let clippy = [
        "clippy",
        "--workspace",
        "--keep-going",
        "--features",
        features,
    ];
    Report::of(&clippy, &["--", "-D", "warnings"])
});

static DOCUMENTED: LazyLock<Report> = LazyLock::new(|| {
    // Both steps use the same folder, and cargo would only wait for the other step.
    LazyLock::force(&LINTED);
    Report::of(&["doc", "--workspace", "--keep-going", "--no-deps"], &[])
});

/// Panics if clippy warns about the crate of a fixture.
pub(crate) fn lints(fixture: &str) {
    LINTED.assert_clean(fixture);
}

/// Panics if rustdoc warns about the crate of a fixture.
pub(crate) fn documents(fixture: &str) {
    DOCUMENTED.assert_clean(fixture);
}

#[test]
fn serialized_values_are_read_back() {
    run_tests(ROUND_TRIPS, "serde_round_trips");
}

fn run_conformance_tests(fixture: &str) {
    run_tests(&package(fixture), "protocol_tests");
}

/// Runs a test target of a package.
fn run_tests(package: &str, target: &str) {
    LazyLock::force(&DOCUMENTED);
    let output = cargo(&["test", "--package", package, "--test", target]);
    let text = String::from_utf8_lossy(&output.stdout);
    assert!(output.status.success(), "{text}\n{}", errors(&output));
}

/// The messages of a run of cargo, by package.
struct Report {
    messages: BTreeMap<String, String>,
    /// The packages that cargo finished.
    finished: BTreeSet<String>,
    output: Output,
}

impl Report {
    fn of(command: &[&str], arguments: &[&str]) -> Self {
        let output = cargo(&[command, &["--message-format=json"], arguments].concat());
        let mut messages = BTreeMap::<String, String>::new();
        let mut finished = BTreeSet::new();
        for line in String::from_utf8_lossy(&output.stdout).lines() {
            let message: Value = serde_json::from_str(line).expect("cargo prints JSON");
            let Some(package) = package_of(&message) else {
                continue;
            };
            match message["message"]["rendered"].as_str() {
                Some(text) => messages.entry(package).or_default().push_str(text),
                None => drop(finished.insert(package)),
            }
        }
        Self {
            messages,
            finished,
            output,
        }
    }

    fn assert_clean(&self, fixture: &str) {
        let package = package(fixture.trim_start_matches("r#"));
        if let Some(messages) = self.messages.get(&package) {
            panic!("{package}:\n{messages}");
        }
        let is_finished = self.output.status.success() || self.finished.contains(&package);
        assert!(is_finished, "{package}:\n{}", errors(&self.output));
    }
}

/// Returns the name of the fixture's package that a message of cargo is about.
fn package_of(message: &Value) -> Option<String> {
    let id = message["package_id"].as_str()?;
    let (_, package) = id.rsplit_once('/')?;
    let (name, _) = package.split_once(['#', '@'])?;
    name.starts_with("fixture-").then(|| name.to_owned())
}

/// Writes the crates of all fixtures into one workspace, with the versions in the lock file of this repository.
fn write_workspace() -> PathBuf {
    download_dependencies();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let workspace = Path::new(env!("CARGO_TARGET_TMPDIR")).join("fixtures");
    let names = fixtures();
    let members: Vec<String> = names.iter().map(|name| package(name)).collect();
    let manifest = format!(
        "[workspace]\nresolver = \"3\"\nmembers = {:?}\n",
        [&members[..], &[ROUND_TRIPS.to_owned()]].concat()
    );
    write(&workspace.join("Cargo.toml"), &manifest);
    write_round_trips(&workspace.join(ROUND_TRIPS));
    let lock = fs::read_to_string(root.join("Cargo.lock")).expect("the lock file is committed");
    write(&workspace.join("Cargo.lock"), &lock);
    for name in names {
        let generated = generated(&name);
        for (path, text) in generated.files {
            write(&workspace.join(package(&name)).join(path), &text);
        }
    }
    for (fixture, test, text) in ADDED_TESTS {
        let tests = workspace.join(package(fixture)).join("tests");
        write(&tests.join(format!("{test}.rs")), text);
    }
    workspace
}

/// Writes the package that uses the feature `serde` of a fixture's crate.
fn write_round_trips(folder: &Path) {
    let manifest = r#"[package]
name = "serde-round-trips"
edition = "2024"

[dependencies]
fixture-serde-keys = { path = "../fixture-serde-keys", features = ["serde"] }
serde_json = "1"
"#;
    write(&folder.join("Cargo.toml"), manifest);
    let test = include_str!("compiles/serde_round_trips.rs");
    write(&folder.join("tests/serde_round_trips.rs"), test);
    write(&folder.join("src/lib.rs"), "");
}

fn generated(name: &str) -> Crate {
    let source = format!("{name}.json");
    let model = Model::from_ast(&source, fixture(name).as_bytes());
    let mut config = Config::new(package(name), Operations::All);
    // The crate then depends on what tests need.
    let has_tests = ADDED_TESTS.iter().any(|(fixture, ..)| *fixture == name);
    config.protocol_tests = CASES.contains(&name) || has_tests;
    let generated = model.and_then(|model| generate(&model, &config));
    generated.unwrap_or_else(|errors| panic!("{errors}"))
}

fn package(fixture: &str) -> String {
    format!("fixture-{}", fixture.replace('_', "-"))
}

/// Writes a file unless it is up to date, so that cargo doesn't compile it again.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    let folder = path.parent().expect("the path is below the workspace");
    fs::create_dir_all(folder).expect("the folder can be made");
    fs::write(path, text).expect("the file can be written");
}

/// Downloads the dependencies, so that crates can be compiled offline, with the versions of the lock file only. If that
/// fails, what was downloaded before must do.
fn download_dependencies() {
    let manifest = concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml");
    let fetched = cargo_command()
        .args(["fetch", "--locked", "--manifest-path", manifest])
        .output();
    fetched.expect("cargo can be started");
}

fn cargo_command() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn cargo(arguments: &[&str]) -> Output {
    cargo_command()
        .arg("--offline")
        .args(arguments)
        .env("RUSTDOCFLAGS", "-D warnings")
        .current_dir(&*WORKSPACE)
        .output()
        .expect("cargo can be started")
}

fn errors(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}
