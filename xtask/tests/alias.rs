//! The alias as scripts see it: messages name `cargo xtask`, and it works in every directory.

use std::path::Path;
use std::process::{Command, Output};

fn xtask(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_xtask"))
        .current_dir(dir)
        .args(args)
        .output()
        .unwrap()
}

#[test]
fn help_and_advice_name_the_alias() {
    let dir = tempfile::tempdir().unwrap();
    let help = xtask(dir.path(), &["--help"]);
    let help = String::from_utf8(help.stdout).unwrap();
    assert!(
        help.contains("Usage: cargo xtask [OPTIONS] <COMMAND>"),
        "{help}"
    );

    let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/connect.json");
    let mut args = vec![
        "codegen",
        "--check",
        "--package",
        "p",
        "--out",
        "p",
        "--all-operations",
    ];
    args.extend(["--model", model.to_str().unwrap()]);
    let check = xtask(dir.path(), &args);
    let stderr = String::from_utf8(check.stderr).unwrap();
    assert_eq!(check.status.code(), Some(1), "{stderr}");
    assert!(
        stderr.contains("run `cargo xtask codegen --model "),
        "{stderr}"
    );
}

/// Under `cargo run`, the repository is found from the package's directory, wherever the command is called.
#[test]
fn cargo_names_the_repository() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(dir.path().join("codegen.toml"), "colour = 1\n").unwrap();
    let elsewhere = tempfile::tempdir().unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_xtask"))
        .current_dir(elsewhere.path())
        .env("CARGO_MANIFEST_DIR", dir.path())
        .arg("codegen")
        .output()
        .unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(
        stderr.contains("codegen.toml:1:1: unknown key `colour`"),
        "{stderr}"
    );
}
