//! Begins crates in an empty directory and beside others.

use crate::testing::{NEXT, Sandbox, State};

#[test]
fn everything_is_written_and_named() {
    let sandbox = Sandbox::new();
    sandbox.write("Cargo.toml", "[workspace]\nmembers = [\"a\"]\n");
    let outcome = sandbox.succeeds("init small --operations Get,Put --from {root}/first.json");
    assert!(
        outcome.stdout.starts_with("small-slim: 2 operations, "),
        "{outcome:?}"
    );
    for note in [
        "note: add \"small-slim\" to `members` of [workspace]",
        "note: depend on it with `aws-sdk-small = { package = \"small-slim\", path = \"small-slim\" }`, and use it as `aws_sdk_small::Client`",
    ] {
        assert!(outcome.stderr.contains(note), "{}", outcome.stderr);
    }
    assert!(sandbox.read("codegen.toml").ends_with(
        "[[crate]]\npackage = \"small-slim\"\nversion = \"0.1.0\"\nmodel = \"models/small.json\"\noperations = [\"Get\", \"Put\"]\nout = \"small-slim\"\n"
    ));
    assert!(
        sandbox
            .read(".gitattributes")
            .starts_with("/small-slim/** text eol=lf")
    );
    let model = sandbox.read("models/small.json");
    assert!(model.contains("\"origin\": \"first.json\""), "{model}");
    assert!(!model.contains("small#Delete"), "{model}");
    sandbox.succeeds("codegen --check");
}

#[test]
fn documentation_decides_the_license() {
    let sandbox = Sandbox::new();
    sandbox.succeeds("init small --operations Get --from {root}/first.json");
    assert!(
        sandbox
            .read("small-slim/Cargo.toml")
            .contains("license = \"Apache-2.0\"")
    );
    assert!(
        sandbox
            .read("small-slim/NOTICE")
            .contains("AWS service models")
    );
    assert!(sandbox.read("small-slim/src/client.rs").len() > 100);

    let own = Sandbox::new();
    own.succeeds("init small --operations Get --from {root}/first.json --documentation omit");
    assert!(
        own.read("small-slim/Cargo.toml")
            .contains("license = \"MIT OR Apache-2.0\"")
    );
    assert!(!own.path("small-slim/NOTICE").exists());
    assert!(!own.read("models/small.json").contains("Theirs."));
}

#[test]
fn names_and_places_can_be_chosen() {
    let sandbox = Sandbox::new();
    std::fs::create_dir(sandbox.path("crates")).unwrap();
    sandbox.succeeds("init Small --operations Get --from {root}/first.json --package acme-small --model vendor/s.json");
    assert!(sandbox.path("crates/acme-small/src/lib.rs").exists());
    assert!(sandbox.path("vendor/s.json").exists());
    sandbox.succeeds("init small --operations Put --from {root}/first.json --package b --out gen/b --model vendor/t.json");
    assert!(sandbox.path("gen/b/src/lib.rs").exists());
    sandbox.succeeds("codegen --check");
}

#[test]
fn mistakes_are_named_and_nothing_is_written() {
    let sandbox = Sandbox::with_crate();
    let table = [
        (
            "init small --operations Get --from {root}/first.json",
            "has a crate `small-slim` already",
        ),
        (
            "init small --operations Get --from {root}/first.json --package self",
            "is reserved",
        ),
        (
            "init large --operations Get --from {root}/first.json",
            "is the model of the service Small, not of large",
        ),
        (
            "init small --operations Gett --from {root}/first.json --package b --model m.json",
            "did you mean Get?",
        ),
        (
            "init small --operations Get --from {root}/no.json --package b --model m.json",
            "there is no such file",
        ),
        (
            "init small --operations Get --from newest --package b --model m.json",
            "neither a botocore version",
        ),
        (
            "init small --operations Get --from {root}/first.json --package b --out small-slim/b",
            "`small-slim/b` can't be used",
        ),
    ];
    for (line, words) in table {
        sandbox.fails(line, 2, words);
    }
}

/// A1: the file keeps what the other crate needs.
#[test]
fn a_second_crate_shares_the_model() {
    let sandbox = Sandbox::with_crate();
    sandbox.succeeds("init small --operations Put --package b --from {root}/first.json");
    let model = sandbox.read("models/small.json");
    assert!(
        model.contains("small#Get\"") && model.contains("small#Put\""),
        "{model}"
    );
    sandbox.succeeds("codegen --check");

    sandbox.fails(
        "init small --operations List --package c --from {root}/next.json",
        2,
        "changes operations of models/small.json that other crates use",
    );
    let same = State {
        operations: &["Get", "Put", "New"],
        members: &["a"],
        documentation: Some("Theirs, reworded."),
    };
    sandbox.write("reworded.json", &same.ast());
    sandbox.succeeds("init small --operations New --package c --from {root}/reworded.json");
    sandbox.succeeds("codegen --check");
    assert_ne!(NEXT.ast(), same.ast());
}
