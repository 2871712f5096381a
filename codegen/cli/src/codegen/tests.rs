//! The command with a stand-in for the library's `generate`.

use std::fs;

use clap::Parser;
use smithy_slim_codegen::Problem;
use smithy_slim_codegen::error::ProblemKind;

use super::*;

#[derive(Parser)]
struct Cli {
    #[command(flatten)]
    args: Args,
}

fn invocation() -> Invocation {
    Invocation::new("smithy-slim", std::env::temp_dir())
}

/// A directory with a small model in it.
struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::write(
            dir.path().join("model.json"),
            r#"{"smithy": "2.0", "shapes": {}}"#,
        )
        .unwrap();
        Self(dir)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs `codegen --model … --out …` with more arguments and this stand-in.
    fn run(&self, more: &[&str], generate: Generate<'_>) -> Result<Report> {
        {
            let args = self.args(more);
            let spec = ad_hoc_spec(&invocation(), &args, args.model.as_deref().unwrap())?;
            let specs = [spec];
            let generated = generate_all(&invocation(), &specs, generate)?;
            let mode = if args.check { Mode::Check } else { Mode::Write };
            ensure(&generated, mode, &command(&invocation(), &args))
        }
    }

    fn args(&self, more: &[&str]) -> Args {
        let model = self.path("model.json");
        let out = self.path("out");
        let ours = [
            "",
            "--model",
            model.to_str().unwrap(),
            "--out",
            out.to_str().unwrap(),
        ];
        let more = ["--package", "p"].iter().chain(more);
        Cli::parse_from(ours.iter().chain(more)).args
    }
}

fn two_operations(model: &Model, config: &Config) -> Result<Crate, Errors> {
    let mut files = sync::Files::new();
    for (path, text) in [
        ("Cargo.toml", "# @generated\n"),
        ("src/operation/get.rs", "1\n2\n"),
        ("src/operation/get/builders.rs", "3\n"),
        ("src/operation/put/mod.rs", "4\n"),
    ] {
        files.insert(path.into(), text.to_owned());
    }
    files.insert(
        "src/lib.rs".into(),
        format!("{} of {}\n", config.package, model.source),
    );
    let reason = "a trait is not supported yet".to_owned();
    let warnings = vec![problem(model, ProblemKind::Skipped(reason))];
    Ok(Crate { files, warnings })
}

fn problem(model: &Model, kind: ProblemKind) -> Problem {
    Problem {
        file: model.source.clone(),
        shape: None,
        kind,
    }
}

/// The report without the time, which differs from run to run.
fn untimed(text: &str) -> String {
    let lines = text.lines().map(|line| match line.rsplit_once(" (") {
        Some((before, _)) if line.ends_with(" ms)") => before,
        _ => line,
    });
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn writes_then_finds_nothing_to_do() {
    let place = Place::new();
    let first = place.run(&["--all-operations"], &two_operations).unwrap();
    assert_eq!(
        untimed(&first.text),
        "p: 2 operations (1 left out), 5 files, 6 lines, 5 written, 0 unchanged, 0 removed"
    );
    assert_eq!(
        first.warnings,
        ["model.json: skipped: a trait is not supported yet"]
    );
    assert_eq!(first.found, None);
    let lib = fs::read_to_string(place.path("out/src/lib.rs")).unwrap();
    assert_eq!(lib, "p of model.json\n");

    let second = place.run(&["--all-operations"], &two_operations).unwrap();
    assert!(second.text.contains("0 written, 5 unchanged, 0 removed"));
    let check = place
        .run(&["--all-operations", "--check"], &two_operations)
        .unwrap();
    assert_eq!(
        untimed(&check.text),
        "p: 2 operations (1 left out), 5 files, 6 lines, 0 to write, 5 unchanged, 0 to remove"
    );
    assert_eq!(check.found, None);
}

#[test]
fn a_check_names_the_files_and_the_command_and_writes_nothing() {
    let place = Place::new();
    place
        .run(&["--operations", "A,B"], &two_operations)
        .unwrap();
    let changed = place.path("out/src/operation/get.rs");
    fs::write(&changed, "1\nedited\n").unwrap();
    fs::remove_file(place.path("out/src/lib.rs")).unwrap();
    fs::write(place.path("out/src/old.rs"), "").unwrap();

    let report = place
        .run(&["--operations", "A,B", "--check"], &two_operations)
        .unwrap();
    let out = place.path("out").display().to_string();
    for part in [
        format!("\nmissing {out}/src/lib.rs\n"),
        format!("\nmodified {out}/src/operation/get.rs\n"),
        format!("\nunexpected {out}/src/old.rs\n"),
        "\n-edited\n+2\n".to_owned(),
    ] {
        assert!(report.text.contains(&part), "{part}\n{}", report.text);
    }
    let command = command(&invocation(), &place.args(&["--operations", "A,B"]));
    assert_eq!(
        report.found,
        Some(format!("3 files are out of date; run `{command}`"))
    );
    assert_eq!(fs::read_to_string(changed).unwrap(), "1\nedited\n");
    assert!(place.path("out/src/old.rs").exists());
    assert!(!place.path("out/src/lib.rs").exists());
}

#[test]
fn problems_of_the_library_are_all_reported_and_nothing_is_written() {
    let place = Place::new();
    let error = place
        .run(&["--operations", "A"], &|model, _| {
            let name = "A".to_owned();
            let similar = vec!["B".to_owned()];
            let unknown = ProblemKind::UnknownOperation { name, similar };
            Err(vec![
                problem(model, ProblemKind::NoOperations),
                problem(model, unknown),
            ]
            .into())
        })
        .unwrap_err();
    assert_eq!(
        Problems::of(error),
        [
            "model.json: no operations selected; name some or select all",
            "model.json: the service has no operation `A`; did you mean B?",
        ]
    );
    assert!(!place.path("out").exists());
}

#[test]
fn an_unknown_operation_is_pointed_at_in_codegen_toml() {
    let place = Place::new();
    fs::write(
        place.path("codegen.toml"),
        "[[crate]]\npackage = \"p\"\nversion = \"1.0.0\"\nmodel = \"model.json\"\noperations = [\"A\"]\nout = \"p\"\n",
    )
    .unwrap();
    let root = place.0.path().canonicalize().unwrap();
    let specs = config::read(&root).unwrap();
    let result = generate_all(&invocation(), &specs, &|model, _| {
        let name = "A".to_owned();
        let similar = Vec::new();
        Err(problem(model, ProblemKind::UnknownOperation { name, similar }).into())
    });
    let Err(error) = result else {
        panic!("it is accepted");
    };
    assert_eq!(
        Problems::of(error),
        [
            "codegen.toml:5:15: model.json: the service has no operation `A`\n  |\n5 | operations = [\"A\"]\n  |               ^^^"
        ]
    );
}

#[test]
fn a_foreign_directory_is_left_alone() {
    let place = Place::new();
    fs::create_dir(place.path("out")).unwrap();
    fs::write(place.path("out/thesis.txt"), "years").unwrap();
    for more in [&["--all-operations"][..], &["--all-operations", "--check"]] {
        let error = place.run(more, &two_operations).unwrap_err();
        assert!(
            error
                .to_string()
                .contains("neither its Cargo.toml nor its src/lib.rs")
        );
    }
    assert!(!place.path("out/Cargo.toml").exists());
}

#[test]
fn the_command_can_be_pasted_into_a_shell() {
    let parse = |line: &[&str]| command(&invocation(), &Cli::parse_from(line).args);
    assert_eq!(parse(&["", "--check"]), "smithy-slim codegen");
    assert_eq!(
        parse(&[
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
        ]),
        r"smithy-slim codegen --model 'my model'\''s.json' --package p --out a/b --all-operations --protocol-tests"
    );
}

#[test]
fn numbers_have_commas() {
    for (number, text) in [
        (0, "0"),
        (999, "999"),
        (4512, "4,512"),
        (1234567, "1,234,567"),
    ] {
        assert_eq!(grouped(number), text);
    }
}
