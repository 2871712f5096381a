//! The binary as scripts see it: exit codes, standard output and standard error.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A repository of its own, with a codegen.toml and a model without shapes.
struct Repository(tempfile::TempDir);

/// What a run of the binary came to.
struct Run {
    code: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Repository {
    fn new(codegen_toml: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir_all(dir.path().join("some/where")).unwrap();
        fs::write(dir.path().join("codegen.toml"), codegen_toml).unwrap();
        let model = r#"{"smithy": "2.0", "shapes": {}}"#;
        fs::write(dir.path().join("model.json"), model).unwrap();
        Self(dir)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// Runs the binary in `dir`.
    fn run_in(&self, dir: &str, args: &[&str]) -> Run {
        run(command(&self.path(dir)).args(args))
    }

    fn run(&self, args: &[&str]) -> Run {
        self.run_in("", args)
    }

    /// The files and directories in the root.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.0.path()).unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<_> = names.collect();
        names.sort();
        names
    }
}

fn command(dir: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_smithy-slim"));
    command.current_dir(dir);
    command
}

fn run(command: &mut Command) -> Run {
    let output = command.output().unwrap();
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Asserts that the run failed with this code, said nothing on standard output, and these parts on standard error.
#[track_caller]
fn assert_fails(run: &Run, code: i32, parts: &[&str]) {
    assert_eq!(run.code, Some(code), "{}", run.stderr);
    assert_eq!(run.stdout, "");
    assert!(run.stderr.starts_with("error: "), "{}", run.stderr);
    for part in parts {
        assert!(run.stderr.contains(part), "{part}\n{}", run.stderr);
    }
}

#[test]
fn help_names_the_commands() {
    let run = Repository::new("").run(&["--help"]);
    assert_eq!(run.code, Some(0));
    assert!(
        run.stdout
            .contains("Usage: smithy-slim [OPTIONS] <COMMAND>"),
        "{}",
        run.stdout
    );
    assert!(run.stdout.contains("codegen"), "{}", run.stdout);
}

#[test]
fn bad_usage_is_2() {
    let repository = Repository::new("");
    let model = ["codegen", "--model", "model.json"];
    let whole = [
        "codegen",
        "--model",
        "model.json",
        "--package",
        "p",
        "--out",
        "x",
    ];
    let table: [(&[&str], &[&str], &str); 6] = [
        (&["codegem"], &[], "unrecognized subcommand"),
        (
            &model,
            &["--package", "p", "--all-operations"],
            "--out <DIR>",
        ),
        (
            &model,
            &["--out", "x", "--all-operations"],
            "--package <NAME>",
        ),
        (&whole, &[], "--operations <A,B>"),
        (
            &whole,
            &["--all-operations", "--operations", "A"],
            "cannot be used with",
        ),
        (&["codegen"], &["--operations", "A"], "--model <PATH>"),
    ];
    for (args, more, message) in table {
        let args = [args, more].concat();
        assert_fails(&repository.run(&args), 2, &[message]);
    }
    assert_eq!(repository.names(), ["codegen.toml", "model.json", "some"]);
}

#[test]
fn all_problems_of_codegen_toml_are_reported_with_their_places() {
    let repository = Repository::new(
        "[[crate]]\npackage = \"p\"\nversion = \"1\"\nmodel = \"no.json\"\noperations = []\nout = \"..\"\n",
    );
    for dir in ["", "some/where"] {
        let run = repository.run_in(dir, &["codegen", "--check"]);
        let places = [3, 4, 5, 6].map(|line| format!("error: codegen.toml:{line}:"));
        assert_fails(&run, 2, &places.each_ref().map(String::as_str));
        assert_eq!(run.stderr.matches("error: ").count(), 4);
    }
}

#[test]
fn codegen_toml_is_found_from_directories_below_it() {
    let repository = Repository::new("colour = 1\n");
    let elsewhere = tempfile::tempdir().unwrap();
    let alone = run(command(elsewhere.path()).arg("codegen"));
    assert_fails(&alone, 2, &["there is no codegen.toml here"]);

    let below = repository.run_in("some/where", &["codegen"]);
    assert_fails(&below, 2, &["codegen.toml:1:1: unknown key `colour`"]);
}

#[test]
fn bad_input_on_the_command_line_is_2_and_nothing_is_written() {
    let repository = Repository::new("");
    let table = [
        (
            ["no.json", "p", "x"],
            "error: no.json: there is no such file",
        ),
        (
            ["some", "p", "x"],
            "error: some: has no service-2.json or service-2.json.gz",
        ),
        (
            ["model.json", "p p", "x"],
            "error: `p p` is not a package name",
        ),
        (
            ["model.json", "p", "."],
            "error: --out: `.` can't be used: it contains the repository",
        ),
        (
            ["model.json", "p", ".git/x"],
            "error: --out: `.git/x` can't be used: refusing to write to `.git`",
        ),
        (["codegen.toml", "p", "x"], "error: codegen.toml: "),
    ];
    for ([model, package, out], message) in table {
        let args = [
            "codegen",
            "--model",
            model,
            "--package",
            package,
            "--out",
            out,
        ];
        let run = repository.run(&[&args[..], &["--all-operations"]].concat());
        assert_fails(&run, 2, &[message]);
    }
    assert_eq!(repository.names(), ["codegen.toml", "model.json", "some"]);
}

#[test]
fn the_version_is_printed() {
    let run = Repository::new("").run(&["--version"]);
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    assert_eq!(
        run.stdout,
        format!("smithy-slim {}\n", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn completions_name_the_commands() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let run = Repository::new("").run(&["completions", shell]);
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""), "{shell}");
        assert!(
            run.stdout.contains("codegen") && run.stdout.contains("update"),
            "{shell}"
        );
    }
}

#[test]
fn color_is_for_terminals_unless_it_is_asked_for() {
    let repository = Repository::new("colour = 1\n");
    for (args, is_colored) in [
        (&["codegen"][..], false),
        (&["codegen", "--color", "never"], false),
        (&["--color", "always", "codegen"], true),
    ] {
        let run = repository.run(args);
        assert_eq!(run.code, Some(2));
        assert_eq!(
            run.stderr.contains("\u{1b}["),
            is_colored,
            "{args:?}: {}",
            run.stderr
        );
    }
    let path = repository.path("");
    let no_color = run(command(&path)
        .args(["codegen", "--color", "auto"])
        .env("NO_COLOR", "1"));
    assert!(!no_color.stderr.contains("\u{1b}["), "{}", no_color.stderr);
}

#[test]
fn quiet_and_verbose_exclude_each_other() {
    let run = Repository::new("").run(&["codegen", "-q", "-v"]);
    assert_fails(&run, 2, &["cannot be used with"]);
}
