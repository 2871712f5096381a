//! Generates crates of several protocols and compares them with the official ones.
//!
//! Each test generates a crate into a workspace of its own below `target`, and compiles `comparisons` against it and the
//! official crate. Since that takes minutes, the tests only run on request:
//!
//! ```text
//! cargo test -p services-differential -- --ignored sts
//! ```
//!
//! The models aren't part of the repository. Without them, a test says that it was skipped. That of EC2 is fetched with pip.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A service, as its official crate of 2025-08-08 has it.
struct Service {
    /// The name of the service in both crates' names.
    name: &'static str,
    model: Model,
    official_version: &'static str,
    operations: &'static str,
}

/// Where the model of a service is.
enum Model {
    /// In `../shared/models/aws`.
    Published,
    /// In botocore: the version, and the path below its data.
    Botocore {
        version: &'static str,
        path: &'static str,
    },
}

#[test]
#[ignore = "compiles aws-sdk-sts"]
fn sts() {
    compare(&Service {
        name: "sts",
        model: Model::Published,
        official_version: "1.81.0",
        operations: "AssumeRole,GetCallerIdentity",
    });
}

#[test]
#[ignore = "compiles aws-sdk-sqs"]
fn sqs() {
    compare(&Service {
        name: "sqs",
        model: Model::Published,
        official_version: "1.79.0",
        operations: "SendMessage,ReceiveMessage,DeleteMessage",
    });
}

#[test]
#[ignore = "compiles aws-sdk-dynamodb"]
fn dynamodb() {
    compare(&Service {
        name: "dynamodb",
        model: Model::Published,
        official_version: "1.87.0",
        operations: "GetItem,PutItem,Query,BatchWriteItem",
    });
}

#[test]
#[ignore = "compiles aws-sdk-s3"]
fn s3() {
    compare(&Service {
        name: "s3",
        model: Model::Published,
        official_version: "1.100.0",
        operations: "GetObject,PutObject,ListObjectsV2,HeadObject",
    });
}

#[test]
#[ignore = "compiles aws-sdk-ec2, which takes several gigabytes of memory"]
fn ec2() {
    compare(&Service {
        name: "ec2",
        model: Model::Botocore {
            version: "1.40.6",
            path: "ec2/2016-11-15",
        },
        official_version: "1.155.0",
        operations: "DescribeInstances,RunInstances,TerminateInstances",
    });
}

fn compare(service: &Service) {
    let name = service.name;
    let workspace = target().join(name);
    fs::create_dir_all(&workspace).expect("the directory can be made");
    let Some(model) = model(service, &workspace) else {
        return;
    };
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

/// Returns the path of the model, or `None` if it isn't there.
fn model(service: &Service, workspace: &Path) -> Option<PathBuf> {
    match service.model {
        Model::Published => {
            let name = format!("../shared/models/aws/{}.json.gz", service.name);
            let model = repository().join(name);
            if !model.exists() {
                println!("skipped: {} doesn't exist", model.display());
                return None;
            }
            Some(model)
        }
        Model::Botocore { version, path } => {
            let wheel = workspace.join("botocore");
            if !wheel.exists() {
                fetch_botocore(version, &wheel);
            }
            Some(wheel.join("botocore/data").join(path))
        }
    }
}

/// Downloads botocore with pip and unpacks it.
fn fetch_botocore(version: &str, directory: &Path) {
    let package = format!("botocore=={version}");
    let downloads = directory.with_extension("download");
    let wheel = downloads.join(format!("botocore-{version}-py3-none-any.whl"));
    let pip = ["-m", "pip", "download", "--no-deps", "--dest"].map(OsStr::new);
    python(&[&pip[..], &[downloads.as_os_str(), package.as_ref()]].concat());
    let unzip = ["-m", "zipfile", "-e"].map(OsStr::new);
    python(&[&unzip[..], &[wheel.as_os_str(), directory.as_os_str()]].concat());
}

fn python(arguments: &[&OsStr]) {
    let status = Command::new("python3").args(arguments).status();
    assert!(status.expect("Python can be started").success());
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
