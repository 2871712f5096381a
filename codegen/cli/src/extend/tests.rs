//! Adds operations to a crate and removes them.

use crate::testing::{FIRST, Sandbox, State};

#[test]
fn operations_come_from_the_same_state() {
    let sandbox = Sandbox::with_crate();
    let outcome = sandbox.succeeds("add Put,List --from {root}/first.json --write-version");
    assert_eq!(
        outcome.stdout.lines().take(3).collect::<Vec<_>>(),
        [
            "small-slim: version: 0.1.0 → 0.1.1, written to codegen.toml",
            "+ List",
            "+ Put"
        ]
    );
    assert!(
        sandbox
            .read("codegen.toml")
            .contains("operations = [\"Get\", \"Put\", \"List\"]")
    );
    assert!(sandbox.read("CHANGELOG.md").contains("## small-slim 0.1.1"));
    sandbox.succeeds("codegen --check");

    let outcome = sandbox.succeeds("add Get");
    assert!(
        outcome.stderr.contains("small-slim already has `Get`"),
        "{outcome:?}"
    );
}

#[test]
fn a_newer_state_that_changes_operations_in_use_stops() {
    let sandbox = Sandbox::with_crate();
    let outcome = sandbox.fails(
        "add Put --from {root}/next.json",
        1,
        "next.json changes operations that are in use",
    );
    assert!(outcome.stdout.contains("Verdict: minor"), "{outcome:?}");

    let harmless = State {
        operations: &["Get", "New"],
        ..FIRST
    };
    sandbox.write("harmless.json", &harmless.ast());
    sandbox.succeeds("add New --from {root}/harmless.json");
    sandbox.succeeds("codegen --check");
}

#[test]
fn what_cannot_be_added_is_named() {
    let sandbox = Sandbox::with_crate();
    sandbox.fails(
        "add Put",
        2,
        "doesn't have `Put`, and was taken from first.json; name a model that has it with --from",
    );
    sandbox.fails(
        "add Putt --from {root}/first.json",
        2,
        "no operation `Putt`; did you mean Put?",
    );
    sandbox.fails(
        "add Put --package x",
        2,
        "codegen.toml has no crate `x`; it has: small-slim",
    );
    sandbox.fails("add Put,Put --from {root}/first.json", 2, "is listed twice");
}

/// A4: the message for the most frequent action, when codegen.toml is edited by hand.
#[test]
fn an_operation_that_only_the_file_lacks_is_explained() {
    let sandbox = Sandbox::with_crate();
    sandbox.replace("codegen.toml", "[\"Get\"]", "[\"Get\", \"Put\"]");
    sandbox.fails("codegen", 2, "codegen.toml:7:22: models/small.json: ");
    sandbox.fails(
        "codegen",
        2,
        "if the service has it, run `smithy-slim add Put`)",
    );
}

#[test]
fn operations_are_removed_from_crate_and_model() {
    let sandbox = Sandbox::with_crate();
    sandbox.succeeds("add Put --from {root}/first.json");
    let outcome = sandbox.succeeds("remove Get");
    assert!(
        outcome.stdout.contains("0.1.0 → 0.2.0 proposed"),
        "{outcome:?}"
    );
    assert!(outcome.stdout.contains("\n- Get\n"), "{outcome:?}");
    assert!(!sandbox.read("models/small.json").contains("small#Get\""));
    sandbox.succeeds("codegen --check");
    sandbox.fails(
        "remove Get",
        2,
        "`small-slim` has no operation `Get`; it has: Put",
    );
    sandbox.fails("remove Put", 2, "a crate needs at least one operation");
}

#[test]
fn the_model_keeps_what_another_crate_needs() {
    let sandbox = Sandbox::with_crate();
    sandbox.succeeds("init small --operations Get,Put --package b --from {root}/first.json");
    sandbox.succeeds("remove Get --package b");
    sandbox.succeeds("codegen --check");
    assert!(sandbox.read("models/small.json").contains("small#Get\""));
}

#[test]
fn a_whole_model_stays_whole() {
    let sandbox = Sandbox::with_crate();
    sandbox.write("models/small.json", &FIRST.ast());
    sandbox.succeeds("add Put");
    sandbox.succeeds("remove Get");
    assert_eq!(sandbox.read("models/small.json"), FIRST.ast());
    sandbox.succeeds("codegen --check");
}
