//! `smithy-slim inspect` as a user runs it: both formats with the real model, what is refused, and errors.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// The exit code, standard output and standard error of `inspect` with these arguments.
fn inspect(args: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_smithy-slim"))
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("../.."))
        .arg("inspect")
        .args(args)
        .output()
        .unwrap();
    let stdout = String::from_utf8(output.stdout).unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    (output.status.code(), stdout, stderr)
}

#[track_caller]
fn succeeds(args: &[&str]) -> String {
    let (code, stdout, stderr) = inspect(args);
    assert_eq!((code, stderr.as_str()), (Some(0), ""), "{stdout}");
    stdout
}

#[track_caller]
fn fails(args: &[&str], message: &str) {
    let (code, stdout, stderr) = inspect(args);
    assert_eq!((code, stdout.as_str()), (Some(2), ""), "{stderr}");
    assert!(stderr.contains(message), "{stderr}");
}

/// A file with this text in a folder that lives as long as the first value.
fn file(text: &str) -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("model.json");
    fs::write(&path, text).unwrap();
    (dir, path)
}

#[test]
fn text_of_connect() {
    let text = succeeds(&["models/connect.json"]);
    assert!(
        text.starts_with("service     Amazon Connect Service (com.amazonaws.connect#"),
        "{text}"
    );
    assert!(
        text.contains("\nmodel       connect.json (Smithy JSON AST 2.0)\n"),
        "{text}"
    );
    assert!(text.contains("\noperations  3, all supported\n"), "{text}");
    assert!(text.contains("\nSearchAgentStatuses        "), "{text}");
    assert!(
        text.contains("  paginated  POST /search-agent-statuses\n"),
        "{text}"
    );
    assert!(!text.contains("who is responsible"), "{text}");

    let text = succeeds(&["models/connect.json", "--operations", "SearchAgentStatuses"]);
    assert!(
        text.contains(" input.SearchFilter → AgentStatusSearchFilter\n"),
        "{text}"
    );
    assert!(!text.contains("\nTogether\n"), "there is only one: {text}");

    let text = succeeds(&["models/connect.json", "--all-operations"]);
    assert!(text.contains("\nTogether\n"), "{text}");
    assert!(text.contains("\n  SearchAgentStatuses alone  "), "{text}");
}

/// The number of lines is the one that `codegen` prints for operations that are chosen by name.
#[test]
fn json_agrees_with_codegen() {
    let text = succeeds(&["models/connect.json", "--format", "json"]);
    let value: Value = serde_json::from_str(&text).unwrap();
    let lines = value["crate"]["lines"].as_u64().unwrap();
    let mut sum = value["crate"]["apart"].as_u64().unwrap();
    sum += value["together"]["lines"].as_u64().unwrap();
    assert_eq!(sum, lines);
    assert_eq!(value["operations"][0]["name"], "GetContactMetrics");

    let out = tempfile::tempdir().unwrap();
    let codegen = Command::new(env!("CARGO_BIN_EXE_smithy-slim"))
        .current_dir(out.path())
        .args([
            "codegen",
            "--operations",
            "GetContactMetrics,SearchAgentStatuses,SearchUserHierarchyGroups",
            "--package",
            "p",
            "--out",
            "p",
            "--model",
        ])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/connect.json"))
        .output()
        .unwrap();
    let printed = String::from_utf8(codegen.stdout).unwrap();
    let printed = printed.replace(',', "");
    assert!(printed.contains(&format!(" {lines} lines ")), "{printed}");
}

#[test]
fn unsupported_operations_are_not_errors() {
    let (_dir, path) = file(
        &json!({ "smithy": "2.0", "shapes": {
            "a#Tiny": {
                "type": "service",
                "version": "1",
                "operations": [{ "target": "a#Listen" }],
                "traits": { "aws.api#service": { "sdkId": "Tiny" }, "aws.protocols#restJson1": {} },
            },
            "a#Listen": {
                "type": "operation",
                "input": { "target": "a#In" },
                "traits": { "smithy.api#http": { "method": "GET", "uri": "/" } },
            },
            "a#In": { "type": "structure", "members": { "Sounds": { "target": "a#Sounds" } } },
            "a#Sounds": { "type": "union", "members": { "Silence": { "target": "smithy.api#Unit" } }, "traits": { "smithy.api#streaming": {} } },
        } })
        .to_string(),
    );
    let text = succeeds(&[path.to_str().unwrap()]);
    let expected = "Unsupported
  unsupported: an event stream (smithy.api#streaming on a union)
    Listen  a#Sounds at input.Sounds
";
    assert!(text.ends_with(expected), "{text}");
    assert!(
        text.contains("\noperations  1, 0 supported, 1 unsupported\n"),
        "{text}"
    );
}

/// An operation that the model describes wrongly is shown, and pointed out.
#[test]
fn invalid_models_are_warned_about() {
    let (_dir, path) = file(
        &json!({ "smithy": "2.0", "shapes": {
            "a#Tiny": {
                "type": "service",
                "version": "1",
                "operations": [{ "target": "a#Get" }],
                "traits": { "aws.api#service": { "sdkId": "Tiny" }, "aws.protocols#restJson1": {} },
            },
            "a#Get": {
                "type": "operation",
                "input": { "target": "a#In" },
                "traits": { "smithy.api#http": { "method": "GET", "uri": "/" } },
            },
            "a#In": { "type": "structure", "members": { "Gone": { "target": "a#Gone" } } },
        } })
        .to_string(),
    );
    let (code, stdout, stderr) = inspect(&[path.to_str().unwrap()]);
    assert_eq!(code, Some(0), "{stderr}");
    let expected = "warning: model.json: a#In$Gone: refers to `a#Gone`, which is not in the model; \
                    add the shape or correct the reference\n";
    assert_eq!(stderr, expected);
    assert!(
        stdout.ends_with("\n    Get  a#In$Gone at input.Gone\n"),
        "{stdout}"
    );
}

#[test]
fn errors_name_file_and_shape() {
    fails(
        &["nowhere.json"],
        "error: nowhere.json: there is no such file\n",
    );
    fails(&["Cargo.toml"], "error: Cargo.toml: ");
    fails(
        &["models/connect.json", "--operations", "GetContactMetric,X"],
        "error: connect.json: com.amazonaws.connect#AmazonConnectService: the service has no operation \
         `GetContactMetric`; did you mean GetContactMetrics?\nerror: connect.json: ",
    );
    fails(
        &["models/connect.json", "--operations", "A,"],
        "error: the name of an operation is empty",
    );
    fails(
        &[
            "models/connect.json",
            "--operations",
            "A",
            "--all-operations",
        ],
        "cannot be used with",
    );
    fails(
        &["models/connect.json", "--format", "yaml"],
        "invalid value 'yaml'",
    );
    let (_dir, path) = file(r#"{"smithy": "2.0", "shapes": {}}"#);
    fails(
        &[path.to_str().unwrap()],
        "error: model.json: no service shape found",
    );
}
