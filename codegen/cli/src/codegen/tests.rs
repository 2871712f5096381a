//! Generates crates in a directory of its own, and checks them.

use clap::Parser;

use super::*;
use crate::testing::{FIRST, Sandbox, State};

const AD_HOC: &str = "codegen --model {root}/first.json --package p --out {root}/p";

/// The report without the times, which differ from run to run.
fn untimed(text: &str) -> String {
    let lines = text.lines().map(|line| match line.rsplit_once(" (") {
        Some((before, _)) if line.ends_with(" ms)") => before,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_second_run_has_nothing_to_write() {
    let sandbox = Sandbox::new();
    let line = format!("{AD_HOC} --operations Get,Put");
    let first = untimed(&sandbox.succeeds(&line).stdout);
    assert!(first.starts_with("p: 2 operations, "), "{first}");
    assert!(
        first.ends_with(" written, 0 unchanged, 0 removed"),
        "{first}"
    );
    let second = untimed(&sandbox.succeeds(&line).stdout);
    assert!(
        second.contains(", 0 written, ") && second.ends_with(" 0 removed"),
        "{second}"
    );
    let check = untimed(&sandbox.succeeds(&format!("{line} --check")).stdout);
    assert!(
        check.contains(", 0 to write, ") && check.ends_with(" 0 to remove"),
        "{check}"
    );
}

#[test]
fn operations_on_the_command_line_may_have_spaces_between() {
    let sandbox = Sandbox::new();
    let args = [
        "--model",
        "{root}/first.json",
        "--package",
        "p",
        "--out",
        "{root}/p",
        "--operations",
        "Get, Put",
    ];
    let args = args.map(|word| word.replace("{root}", sandbox.root.to_str().unwrap()));
    let line = ["smithy-slim".to_owned(), "codegen".to_owned()]
        .into_iter()
        .chain(args);
    let outcome = crate::cli::run("smithy-slim", &sandbox.root, line);
    assert!(
        outcome.stdout.starts_with("p: 2 operations, "),
        "{outcome:?}"
    );
    sandbox.fails(
        &format!("{AD_HOC} --operations Get,Get"),
        2,
        "`Get` is listed twice",
    );
}

#[test]
fn a_check_lists_files_and_the_command_and_writes_nothing() {
    let sandbox = Sandbox::with_crate();
    sandbox.replace(
        "small-slim/src/client.rs",
        "// @generated",
        "// @generated, and edited",
    );
    std::fs::remove_file(sandbox.path("small-slim/src/meta.rs")).unwrap();
    sandbox.write("small-slim/src/old.rs", "// @generated\n");
    sandbox.write("small-slim/mine.rs", "fn mine() {}\n");
    let outcome = sandbox.fails(
        "codegen --check",
        1,
        "error: 4 files are out of date; run `smithy-slim codegen`\n",
    );
    for line in [
        "\nmodified small-slim/src/client.rs\n",
        "\nmissing small-slim/src/meta.rs\n",
        "\nunexpected small-slim/src/old.rs\n",
        "\nnot generated small-slim/mine.rs\n",
        "\n-// @generated, and edited",
    ] {
        assert!(outcome.stdout.contains(line), "{line}\n{}", outcome.stdout);
    }
    let outcome = sandbox.fails(
        "codegen --check --format github",
        1,
        "4 files are out of date",
    );
    let line = "::error file=small-slim/src/client.rs,title=Generated file is out of date%3A modified::run `smithy-slim codegen`\n";
    assert!(outcome.stdout.contains(line), "{}", outcome.stdout);
    assert_eq!(outcome.stdout.lines().count(), 4);
}

/// A12: one line for a crate that isn't there.
#[test]
fn a_missing_crate_is_one_line() {
    let sandbox = Sandbox::with_crate();
    std::fs::remove_dir_all(sandbox.path("small-slim")).unwrap();
    let outcome = sandbox.fails("codegen --check", 1, "files are out of date");
    assert_eq!(
        outcome
            .stdout
            .lines()
            .filter(|line| line.starts_with("missing "))
            .count(),
        1
    );
    let outcome = sandbox.fails(
        "codegen --check --format github",
        1,
        "files are out of date",
    );
    assert_eq!(outcome.stdout.lines().count(), 1, "{}", outcome.stdout);
}

/// A10: a checkout with the line ends of Windows.
#[test]
fn line_ends_are_explained() {
    let sandbox = Sandbox::with_crate();
    let text = sandbox.read("small-slim/README.md");
    sandbox.write("small-slim/README.md", &text.replace('\n', "\r\n"));
    let outcome = sandbox.fails("codegen --check", 1, "1 file is out of date");
    assert!(
        outcome.stdout.contains("line ends small-slim/README.md\n"),
        "{}",
        outcome.stdout
    );
    assert!(
        outcome
            .stdout
            .contains("add `* text=auto eol=lf` to .gitattributes"),
        "{}",
        outcome.stdout
    );
    assert!(!outcome.stdout.contains("+++"), "{}", outcome.stdout);
    sandbox.succeeds("codegen");
    assert_eq!(sandbox.read("small-slim/README.md"), text);
}

/// A6: what isn't generated is never deleted or overwritten without being asked for.
#[test]
fn files_of_the_user_are_kept() {
    let sandbox = Sandbox::with_crate();
    sandbox.write("small-slim/LICENSE", "mine");
    sandbox.write("small-slim/tests/my.rs", "mine");
    sandbox.write("small-slim/README.md", "mine");
    let outcome = sandbox.fails(
        "codegen",
        2,
        "not generated by this tool, and would be overwritten or deleted: ",
    );
    for file in [
        "small-slim/LICENSE",
        "small-slim/tests/my.rs",
        "small-slim/README.md",
    ] {
        assert!(outcome.stderr.contains(file), "{}", outcome.stderr);
    }
    sandbox.replace(
        "codegen.toml",
        "[\"Get\"]",
        "[\"Get\"]\nkeep = [\"LICENSE\", \"tests\", \"README.md\"]",
    );
    sandbox.succeeds("codegen");
    sandbox.succeeds("codegen --check");
    assert_eq!(
        sandbox.read("small-slim/LICENSE") + &sandbox.read("small-slim/README.md"),
        "minemine"
    );

    sandbox.replace(
        "codegen.toml",
        "\nkeep = [\"LICENSE\", \"tests\", \"README.md\"]",
        "",
    );
    sandbox.succeeds("codegen --force");
    assert!(
        !sandbox.path("small-slim/LICENSE").exists() && !sandbox.path("small-slim/tests").exists()
    );
    assert!(sandbox.read("small-slim/README.md").contains("@generated"));
}

#[test]
fn a_crate_inside_of_a_generated_crate_is_refused() {
    let sandbox = Sandbox::with_crate();
    sandbox.fails(
        "codegen --model {root}/first.json --package p --out {root}/small-slim/sub --operations Get",
        2,
        "it is inside of the generated crate",
    );
    // One that was put there belongs to somebody else, whatever its files say.
    sandbox.write("small-slim/sub/Cargo.toml", "# @generated\n");
    sandbox.write("small-slim/sub/src/lib.rs", "// @generated\n");
    sandbox.fails("codegen", 2, "small-slim/sub/src/lib.rs");
}

#[test]
fn problems_of_all_models_are_reported_and_nothing_is_written() {
    let sandbox = Sandbox::with_crate();
    let second = sandbox
        .read("codegen.toml")
        .split("[[crate]]")
        .nth(1)
        .unwrap()
        .replace("small-slim", "second");
    sandbox.replace("codegen.toml", "[\"Get\"]", "[\"Gett\"]");
    let text = sandbox.read("codegen.toml")
        + "\n[[crate]]"
        + &second
            .replace("Get", "Pud")
            .replace("models/small.json", "next.json");
    sandbox.write("codegen.toml", &text);
    let outcome = sandbox.fails(
        "codegen",
        2,
        "error: codegen.toml:7:15: models/small.json: ",
    );
    let second = "error: codegen.toml:14:15: next.json: com.amazonaws.small#Small: the service has no operation `Pud`";
    assert!(outcome.stderr.contains(second), "{}", outcome.stderr);
}

#[test]
fn a_directory_of_somebody_else_is_left_alone() {
    let sandbox = Sandbox::new();
    sandbox.write("p/thesis.txt", "years");
    for more in ["--force", "--check"] {
        sandbox.fails(
            &format!("{AD_HOC} --operations Get {more}"),
            2,
            "is not empty and was not generated by this tool",
        );
    }
}

/// What a crate says about itself, and what codegen.toml changes about it.
#[test]
fn the_manifest_is_the_users() {
    let sandbox = Sandbox::with_crate();
    let table = "[\"Get\"]\nlints = \"allow\"";
    sandbox.replace("codegen.toml", "[\"Get\"]", table);
    let manifest = "\n[crate.manifest]\nlicense = \"LicenseRef-Acme\"\npublish = true\nedition.workspace = true\nlib.name = \"aws_sdk_small\"\ndependencies.aws-types.workspace = true\n";
    sandbox.write("codegen.toml", &(sandbox.read("codegen.toml") + manifest));
    sandbox.succeeds("codegen");
    sandbox.succeeds("codegen --check");
    let cargo_toml: toml::Table = sandbox.read("small-slim/Cargo.toml").parse().unwrap();
    let package = &cargo_toml["package"];
    assert_eq!(package["license"].as_str(), Some("LicenseRef-Acme"));
    assert_eq!(package["publish"].as_bool(), Some(true));
    assert_eq!(package["edition"]["workspace"].as_bool(), Some(true));
    assert_eq!(cargo_toml["lib"]["name"].as_str(), Some("aws_sdk_small"));
    assert_eq!(
        cargo_toml["dependencies"]["aws-types"]["workspace"].as_bool(),
        Some(true)
    );
    let library = sandbox.read("small-slim/src/lib.rs");
    assert!(
        library.contains("clippy::pedantic") && library.contains("aws_sdk_small::"),
        "{library}"
    );

    let metadata = &package["metadata"]["smithy-slim"];
    assert_eq!(
        metadata["generator"].as_str(),
        Some(env!("CARGO_PKG_VERSION"))
    );
    assert_eq!(metadata["source"]["origin"].as_str(), Some("first.json"));
    assert_eq!(
        metadata["source"]["sha256"].as_str(),
        Some(read_model::sha256(FIRST.ast().as_bytes()).as_str())
    );
    assert_eq!(metadata["operations"].as_array().unwrap().len(), 1);
}

/// Every generated file says so, or it could not be told from the user's.
#[test]
fn every_file_is_marked() {
    let sandbox = Sandbox::with_crate();
    for (name, bytes) in sandbox.files() {
        assert!(
            !name.starts_with("small-slim/") || sync::has_mark(&bytes),
            "{name}"
        );
    }
}

#[test]
fn a_botocore_model_has_a_note_that_quiet_hides() {
    let sandbox = Sandbox::new();
    sandbox.write(
        "s/2020-01-01/service-2.json",
        r#"{"version": "2.0", "metadata": {"apiVersion": "2020-01-01", "endpointPrefix": "e", "protocol": "rest-json",
        "serviceFullName": "E", "serviceId": "E", "signatureVersion": "v4", "uid": "e-2020-01-01"},
        "operations": {"Get": {"name": "Get", "http": {"method": "POST", "requestUri": "/"}}}, "shapes": {}}"#,
    );
    let line = "codegen --model {root}/s/2020-01-01 --package p --out {root}/p --operations Get";
    let outcome = sandbox.succeeds(line);
    assert_eq!(
        outcome
            .stderr
            .matches("note: the model is from botocore")
            .count(),
        1,
        "{outcome:?}"
    );
    let quiet = sandbox.succeeds(&format!("{line} -q"));
    assert_eq!((quiet.stdout.as_str(), quiet.stderr.as_str()), ("", ""));
    let verbose = sandbox.succeeds(&format!("{line} -v"));
    assert_eq!(
        verbose.stdout.lines().count(),
        1,
        "nothing was written: {verbose:?}"
    );
}

#[test]
fn verbose_lists_what_is_written() {
    let sandbox = Sandbox::with_crate();
    sandbox.replace(
        "small-slim/src/client.rs",
        "// @generated",
        "// @generated, and edited",
    );
    let outcome = sandbox.succeeds("codegen -v");
    assert!(
        outcome.stdout.ends_with("\n  small-slim/src/client.rs\n"),
        "{outcome:?}"
    );
}

#[test]
fn skipped_operations_are_counted() {
    let sandbox = Sandbox::new();
    let odd = State {
        operations: &["Get", "Odd"],
        ..FIRST
    };
    let odd = odd.ast().replace(
        "\"uri\": \"/odd\"}",
        "\"uri\": \"/odd\"}, \"aws.protocols#httpChecksum\": {\"requestAlgorithmMember\": \"a\"}",
    );
    sandbox.write("odd.json", &odd);
    let line = "codegen --model {root}/odd.json --package p --out {root}/p --all-operations";
    let outcome = sandbox.succeeds(line);
    if outcome.stdout.starts_with("p: 2 operations, ") {
        // Flexible checksums are supported by now.
        return;
    }
    assert!(
        outcome.stdout.starts_with("p: 1 operation (1 skipped), "),
        "{outcome:?}"
    );
    assert!(
        outcome
            .stderr
            .starts_with("warning: odd.json: com.amazonaws.small#Odd: skipped: "),
        "{outcome:?}"
    );
}

/// Case 12: a file with several services.
#[test]
fn one_of_several_services_can_be_chosen() {
    let sandbox = Sandbox::new();
    let second = FIRST
        .ast()
        .replace("com.amazonaws.small#", "com.amazonaws.other#")
        .replace("#Small", "#Other");
    let shapes = |text: &str| {
        text.split_once("\"shapes\": {")
            .unwrap()
            .1
            .trim_end()
            .strip_suffix("}}")
            .unwrap()
            .to_owned()
    };
    let both = format!(
        "{{\"smithy\": \"2.0\", \"shapes\": {{ {}, {} }}}}",
        shapes(&FIRST.ast()),
        shapes(&second)
    );
    sandbox.write("both.json", &both);
    let line = "codegen --model {root}/both.json --package p --out {root}/p --operations Get";
    sandbox.fails(line, 2, "com.amazonaws.other#Other");
    sandbox.fails(
        &format!("{line} --service X"),
        2,
        "has no service `X`; it has: com.amazonaws.other#Other, com.amazonaws.small#Small",
    );
    sandbox.succeeds(&format!("{line} --service com.amazonaws.other#Other"));
    sandbox.succeeds("inspect {root}/both.json --service Small");
    sandbox.write(
        "codegen.toml",
        "[[crate]]\npackage = \"p\"\nversion = \"0.1.0\"\nmodel = \"both.json\"\nservice = \"Other\"\noperations = [\"Get\"]\nout = \"p\"\n",
    );
    sandbox.succeeds("codegen");
    sandbox.succeeds("codegen --check");
}

#[test]
fn the_command_can_be_pasted_into_a_shell() {
    #[derive(Parser)]
    struct Cli {
        #[command(flatten)]
        args: Args,
    }
    let invocation = Invocation::new("cargo xtask", ".");
    let parse = |line: &[&str]| command(&invocation, &Cli::parse_from(line).args);
    assert_eq!(parse(&["", "--check"]), "cargo xtask codegen");
    let line = [
        "",
        "--model",
        "my model's.json",
        "--all-operations",
        "--package",
        "p",
        "--out",
        "a/b",
        "--protocol-tests",
        "--check",
    ];
    assert_eq!(
        parse(&line),
        r"cargo xtask codegen --model 'my model'\''s.json' --package p --out a/b --all-operations --protocol-tests"
    );
}
