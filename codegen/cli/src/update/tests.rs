//! Updates crates in a directory of its own.

use serde_json::{Value, json};

use crate::testing::{FIRST, NEXT, Sandbox, State};

#[test]
fn model_crate_and_changelog_are_written_together() {
    let sandbox = Sandbox::with_crate();
    let outcome = sandbox.succeeds("update --from {root}/next.json --write-version");
    assert!(
        outcome
            .stdout
            .contains("\nmodel: models/small.json, from first.json → next.json\n"),
        "{outcome:?}"
    );
    assert!(
        outcome
            .stdout
            .contains("\nversion: 0.1.0 → 0.1.1, written to codegen.toml\n"),
        "{outcome:?}"
    );
    assert!(
        sandbox
            .read("models/small.json")
            .contains("\"origin\": \"next.json\"")
    );
    assert!(
        sandbox
            .read("small-slim/Cargo.toml")
            .contains("version = \"0.1.1\"")
    );
    assert!(
        sandbox
            .read("CHANGELOG.md")
            .contains("## small-slim 0.1.1\n\nModel: next.json (additions).")
    );
    sandbox.succeeds("codegen --check");

    let again = sandbox.succeeds("update --model {root}/next.json");
    assert!(
        again
            .stdout
            .contains("version: stays 0.1.1\nnothing to write"),
        "{again:?}"
    );
}

#[test]
fn own_documentation_is_kept_and_gaps_are_listed() {
    let sandbox = Sandbox::new();
    sandbox.succeeds("init small --operations Get --from {root}/first.json --documentation omit");
    let with_own = sandbox.read("models/small.json").replace(
        "\"target\": \"smithy.api#String\"",
        "\"target\": \"smithy.api#String\", \"traits\": {\"smithy.api#documentation\": \"Ours.\"}",
    );
    sandbox.write("models/small.json", &with_own);
    let outcome = sandbox.succeeds("update --from {root}/next.json");
    assert!(
        outcome
            .stdout
            .contains("lacks documentation: com.amazonaws.small#GetInput$b\n"),
        "{outcome:?}"
    );
    let text = sandbox.read("models/small.json");
    assert!(
        text.contains("Ours.") && !text.contains("Theirs."),
        "{text}"
    );

    sandbox.succeeds("update --from {root}/first.json --documentation take");
    let text = sandbox.read("models/small.json");
    assert!(
        !text.contains("Ours.") && text.contains("\"documentation\": \"aws\""),
        "{text}"
    );
}

#[test]
fn texts_of_aws_are_renewed() {
    let sandbox = Sandbox::with_crate();
    let reworded = State {
        documentation: Some("Reworded."),
        ..FIRST
    };
    sandbox.write("reworded.json", &reworded.ast());
    sandbox.fails(
        "update --from {root}/reworded.json --check",
        1,
        "there is a newer model, reworded.json",
    );
    sandbox.succeeds("update --from {root}/reworded.json");
    assert!(sandbox.read("models/small.json").contains("Reworded."));
}

#[test]
fn a_check_or_a_dry_run_writes_nothing() {
    let sandbox = Sandbox::with_crate();
    let newer =
        "models/small.json: there is a newer model, next.json; take it with `smithy-slim update`";
    sandbox.fails("update --from {root}/next.json --check", 1, newer);
    sandbox.fails("update --from {root}/next.json --dry-run", 0, "");
    sandbox.succeeds("update --from {root}/first.json --check");
}

#[test]
fn what_was_edited_by_hand_stays_in_the_same_state() {
    let sandbox = Sandbox::with_crate();
    sandbox.replace("models/small.json", "Theirs.", "Ours.");
    sandbox.succeeds("codegen");
    sandbox.succeeds("update --from {root}/first.json --check");
    sandbox.succeeds("update --from {root}/first.json");
    assert!(sandbox.read("models/small.json").contains("Ours."));
    sandbox.succeeds("update --from {root}/first.json --documentation take");
    assert!(!sandbox.read("models/small.json").contains("Ours."));

    // An operation that was added to codegen.toml by hand.
    sandbox.replace("codegen.toml", "[\"Get\"]", "[\"Get\", \"Put\"]");
    sandbox.succeeds("update --from {root}/first.json");
    sandbox.succeeds("codegen --check");
}

#[test]
fn the_source_has_to_be_named_unless_it_is_known() {
    let sandbox = Sandbox::with_crate();
    sandbox.fails(
        "update",
        2,
        "name the new model with --from, --botocore or --model",
    );
    sandbox.fails(
        "update --model no.json",
        2,
        "no.json: there is no such file",
    );
    sandbox.fails(
        "update --model a --botocore latest",
        2,
        "cannot be used with",
    );
}

#[test]
fn an_operation_that_disappeared_stops_it() {
    let sandbox = Sandbox::with_crate();
    let without = State {
        operations: &["Put"],
        ..FIRST
    };
    sandbox.write("without.json", &without.ast());
    sandbox.fails(
        "update --from {root}/without.json",
        1,
        "without.json: no longer has Get; nothing was written",
    );
}

/// A7: programs find everything in the JSON.
#[test]
fn json_has_versions_files_and_gaps() {
    let sandbox = Sandbox::new();
    sandbox.succeeds("init small --operations Get --from {root}/first.json --documentation omit");
    let outcome = sandbox.succeeds("update --from {root}/next.json --format json");
    let value: Value = serde_json::from_str(&outcome.stdout).unwrap();
    assert_eq!(
        value["version"],
        json!({"now": "0.1.0", "next": "0.1.1", "written": false})
    );
    assert_eq!(value["verdict"], "minor");
    assert_eq!(
        value["model"],
        json!({"file": "models/small.json", "now": "first.json", "next": "next.json", "newer": true})
    );
    let files = value["files"].as_array().unwrap();
    assert!(
        files.contains(&json!("models/small.json")) && files.contains(&json!("CHANGELOG.md")),
        "{files:?}"
    );
    assert_eq!(
        value["lacksDocumentation"],
        json!([
            "com.amazonaws.small#Get",
            "com.amazonaws.small#GetInput$a",
            "com.amazonaws.small#GetInput$b"
        ])
    );
    assert_eq!(value["crates"][0]["package"], "small-slim");
    assert_eq!(outcome.stderr, "");
}

/// A1: a model that two crates share has what both need.
#[test]
fn all_crates_on_the_model_are_updated() {
    let sandbox = Sandbox::with_crate();
    sandbox.succeeds("init small --operations Put --package b --from {root}/first.json");
    let outcome = sandbox.succeeds("update --package b --from {root}/next.json");
    assert!(
        outcome
            .stdout
            .contains("\nsmall-slim: version: 0.1.0 → 0.1.1 proposed"),
        "{outcome:?}"
    );
    assert!(
        outcome
            .stdout
            .contains("\nb: version: 0.1.0 → 0.1.1 proposed"),
        "{outcome:?}"
    );
    sandbox.succeeds("codegen --check");
    let changelog = sandbox.read("CHANGELOG.md");
    assert!(
        changelog.contains("## b 0.1.1") && changelog.contains("## small-slim 0.1.1"),
        "{changelog}"
    );
}

/// A2: a model that is kept whole on purpose stays whole.
#[test]
fn a_whole_model_stays_whole() {
    let sandbox = Sandbox::with_crate();
    sandbox.write("models/small.json", &FIRST.ast());
    sandbox.succeeds("update --from {root}/next.json");
    let text = sandbox.read("models/small.json");
    assert!(
        text.contains("small#Delete\"") && text.contains("\"b\""),
        "{text}"
    );
    sandbox.succeeds("update --from {root}/first.json");
    let text = sandbox.read("models/small.json");
    assert!(
        text.contains("small#Delete\"") && !text.contains("\"b\""),
        "{text}"
    );
    sandbox.succeeds("codegen --check");
}

/// A8: the changelog is where codegen.toml says, or nowhere.
#[test]
fn the_changelog_can_be_chosen() {
    let sandbox = Sandbox::with_crate();
    sandbox.replace(
        "codegen.toml",
        "[\"Get\"]",
        "[\"Get\"]\nchangelog = \"docs/changes.md\"",
    );
    std::fs::create_dir(sandbox.path("docs")).unwrap();
    sandbox.write(
        "docs/changes.md",
        "# Changes\n\n## [Unreleased]\n\n## [1.0.0]\n",
    );
    sandbox.succeeds("update --from {root}/next.json");
    assert!(
        sandbox
            .read("docs/changes.md")
            .contains("## [Unreleased]\n\n### small-slim 0.1.1\n")
    );

    sandbox.replace(
        "codegen.toml",
        "changelog = \"docs/changes.md\"",
        "changelog = false",
    );
    sandbox.succeeds("update --from {root}/first.json");
    assert!(!sandbox.path("CHANGELOG.md").exists());
}

#[test]
fn a_file_in_the_way_stops_everything() {
    let sandbox = Sandbox::with_crate();
    sandbox.write("small-slim/src/mine.rs", "fn mine() {}");
    sandbox.fails(
        "update --from {root}/next.json",
        2,
        "not generated by this tool, and would be overwritten or deleted: small-slim/src/mine.rs",
    );
    assert_ne!(NEXT.ast(), FIRST.ast());
}
