//! Generates crates of several protocols and compares them with the official ones.
//!
//! Each test generates a crate into a workspace of its own below `target`, and compiles `comparisons` against it and the
//! official crate. Since that takes minutes, the tests only run on request:
//!
//! ```text
//! cargo test -p services-differential -- --ignored sts
//! ```
//!
//! The models aren't part of the repository. Without them, a test says that it was skipped.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A service, as its official crate of 2025-08-08 has it.
struct Service {
    /// The name of the service in `../shared/models/aws` and in both crates' names.
    name: &'static str,
    official_version: &'static str,
    operations: &'static str,
}

#[test]
#[ignore = "compiles aws-sdk-sts"]
fn sts() {
    compare(&Service {
        name: "sts",
        official_version: "1.81.0",
        operations: "AssumeRole,GetCallerIdentity",
    });
}

#[test]
#[ignore = "compiles aws-sdk-sqs"]
fn sqs() {
    compare(&Service {
        name: "sqs",
        official_version: "1.79.0",
        operations: "SendMessage,ReceiveMessage,DeleteMessage",
    });
}

#[test]
#[ignore = "compiles aws-sdk-dynamodb"]
fn dynamodb() {
    compare(&Service {
        name: "dynamodb",
        official_version: "1.87.0",
        operations: "GetItem,PutItem,Query,BatchWriteItem",
    });
}

fn compare(service: &Service) {
    let name = service.name;
    let model = repository().join(format!("../shared/models/aws/{name}.json.gz"));
    if !model.exists() {
        println!("skipped: {} doesn't exist", model.display());
        return;
    }
    let workspace = target().join(name);
    fs::create_dir_all(&workspace).expect("the directory can be made");
    generate(service, &model, &workspace.join("generated"));
    write(&workspace.join("Cargo.toml"), &manifest(service));
    let lock = fs::read_to_string(repository().join("Cargo.lock")).expect("it is committed");
    write(&workspace.join("Cargo.lock"), &lock);
    let status = Command::new(env!("CARGO"))
        .args(["test", "--lib", "--", "--nocapture"])
        .current_dir(&workspace)
        .env("CALLS", comparisons().join(format!("{name}.rs")))
        .env("CARGO_TARGET_DIR", target().join("target"))
        .status()
        .expect("cargo can be started");
    assert!(status.success(), "see above");
}

fn generate(service: &Service, model: &Path, out: &Path) {
    let arguments = ["smithy-slim", "codegen", "--package", "generated"].map(OsStr::new);
    let operations = ["--operations", service.operations].map(OsStr::new);
    let paths = [
        "--model".as_ref(),
        model.as_os_str(),
        "--out".as_ref(),
        out.as_os_str(),
    ];
    let arguments = [&arguments[..], &operations, &paths].concat();
    let outcome = smithy_slim::cli::run("smithy-slim", repository(), arguments);
    assert_eq!(outcome.code, 0, "{}", outcome.stderr);
}

/// Returns the manifest of the package that compiles the comparison.
fn manifest(service: &Service) -> String {
    let features =
        r#"default-features = false, features = ["behavior-version-latest", "rt-tokio"]"#;
    format!(
        r#"[package]
name = "{name}-comparison"
edition = "2024"

[lib]
path = {main:?}

[dependencies]
generated = {{ path = "generated", {features} }}
official = {{ package = "aws-sdk-{name}", version = "={version}", {features} }}
services-differential = {{ path = {harness:?} }}

[profile.dev]
debug = false

[workspace]
"#,
        name = service.name,
        version = service.official_version,
        main = comparisons().join("main.rs"),
        harness = env!("CARGO_MANIFEST_DIR"),
    )
}

fn target() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("official")
}

fn comparisons() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("comparisons")
}

fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// Writes a file unless it is up to date, so that cargo doesn't compile it again.
fn write(path: &Path, text: &str) {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return;
    }
    fs::write(path, text).expect("the file can be written");
}
