//! Runs the binary on the model of this repository: writes, checks, repairs, and leaves no trace of a refusal.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

const CODEGEN_TOML: &str = r#"[[crate]]
package = "connect-slim"
version = "0.1.0"
model = "models/connect.json"
operations = ["GetContactMetrics", "SearchAgentStatuses"]
out = "generated"
"#;

/// A repository with the model of this one.
struct Repository(tempfile::TempDir);

impl Repository {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        fs::create_dir(dir.path().join("models")).unwrap();
        let model = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models/connect.json");
        fs::copy(model, dir.path().join("models/connect.json")).unwrap();
        fs::write(dir.path().join("codegen.toml"), CODEGEN_TOML).unwrap();
        Self(dir)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// The exit code, standard output and standard error of `codegen` with these arguments.
    fn codegen(&self, args: &[&str]) -> (Option<i32>, String, String) {
        let output = Command::new(env!("CARGO_BIN_EXE_smithy-slim"))
            .current_dir(self.0.path())
            .arg("codegen")
            .args(args)
            .output()
            .unwrap();
        let stdout = String::from_utf8(output.stdout).unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        (output.status.code(), stdout, stderr)
    }

    #[track_caller]
    fn codegen_succeeds(&self, args: &[&str]) -> String {
        let (code, stdout, stderr) = self.codegen(args);
        assert_eq!((code, stderr.as_str()), (Some(0), ""), "{stdout}");
        stdout
    }

    /// All files below the root with contents and time.
    fn files(&self) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
        let mut files = BTreeMap::new();
        let mut dirs = vec![self.0.path().to_owned()];
        while let Some(dir) = dirs.pop() {
            for entry in fs::read_dir(dir).unwrap() {
                let entry = entry.unwrap();
                if entry.file_type().unwrap().is_dir() {
                    dirs.push(entry.path());
                } else {
                    let time = entry.metadata().unwrap().modified().unwrap();
                    files.insert(entry.path(), (fs::read(entry.path()).unwrap(), time));
                }
            }
        }
        files
    }
}

#[test]
fn crates_are_written_checked_and_repaired() {
    let repository = Repository::new();
    let (code, stdout, stderr) = repository.codegen(&["--check"]);
    assert_eq!(code, Some(1), "{stderr}");
    assert!(stdout.contains("\nmissing generated ("), "{stdout}");
    assert!(
        stderr.ends_with("files are out of date; run `smithy-slim codegen`\n"),
        "{stderr}"
    );
    assert!(!repository.path("generated").exists());

    let first = repository.codegen_succeeds(&[]);
    assert!(first.starts_with("connect-slim: 2 operations, "), "{first}");
    assert!(
        first.contains(" written, 0 unchanged, 0 removed ("),
        "{first}"
    );
    let written = repository.files();

    let second = repository.codegen_succeeds(&[]);
    assert!(second.contains(" 0 written, "), "{second}");
    repository.codegen_succeeds(&["--check"]);
    assert!(repository.files() == written, "a file was touched");

    let lib = repository.path("generated/src/lib.rs");
    fs::write(&lib, "//! @generated, and edited\r\n").unwrap();
    fs::create_dir(repository.path("generated/src/stale")).unwrap();
    fs::write(
        repository.path("generated/src/stale/x.rs"),
        "// @generated\n",
    )
    .unwrap();
    let (code, stdout, stderr) = repository.codegen(&["--check"]);
    assert_eq!(code, Some(1), "{stderr}");
    assert!(
        stdout.contains("\nmodified generated/src/lib.rs\n"),
        "{stdout}"
    );
    assert!(
        stdout.contains("\nunexpected generated/src/stale/x.rs\n"),
        "{stdout}"
    );
    assert!(
        stdout.contains("\n-//! @generated, and edited\r\n"),
        "{stdout}"
    );
    assert!(stdout.lines().count() < 60, "{stdout}");
    assert_eq!(
        stderr,
        "error: 2 files are out of date; run `smithy-slim codegen`\n"
    );

    let third = repository.codegen_succeeds(&[]);
    assert!(
        third.contains(" 1 written, ") && third.contains(" 1 removed ("),
        "{third}"
    );
    assert!(!repository.path("generated/src/stale").exists());
    let texts = |files: BTreeMap<PathBuf, (Vec<u8>, SystemTime)>| -> BTreeMap<_, _> {
        files
            .into_iter()
            .map(|(path, (text, _))| (path, text))
            .collect()
    };
    assert!(texts(repository.files()) == texts(written), "not as it was");
}

#[test]
fn the_command_line_generates_the_same_crate_as_codegen_toml() {
    let repository = Repository::new();
    repository.codegen_succeeds(&[]);
    let args = [
        "--model",
        "models/connect.json",
        "--package",
        "connect-slim",
        "--out",
        "other",
    ];
    let operations = ["--operations", "SearchAgentStatuses,GetContactMetrics"];
    repository.codegen_succeeds(&[args.as_slice(), &operations].concat());
    let text = |path: &str| {
        let text = fs::read_to_string(repository.path(path)).unwrap();
        // The headers name the model as it was named to us.
        text.replace("models/connect.json", "connect.json")
    };
    for file in [
        "Cargo.toml",
        "src/lib.rs",
        "src/operation/search_agent_statuses.rs",
    ] {
        assert_eq!(
            text(&format!("generated/{file}")),
            text(&format!("other/{file}"))
        );
    }

    fs::remove_file(repository.path("other/README.md")).unwrap();
    let (code, _, stderr) =
        repository.codegen(&[args.as_slice(), &operations, &["--check"]].concat());
    assert_eq!(code, Some(1));
    assert_eq!(
        stderr,
        "error: 1 file is out of date; run `smithy-slim codegen --model models/connect.json \
         --operations SearchAgentStatuses,GetContactMetrics --package connect-slim --out other`\n"
    );
}

#[test]
fn an_unknown_operation_writes_nothing_of_any_crate() {
    let repository = Repository::new();
    let second = CODEGEN_TOML
        .replace("connect-slim", "second")
        .replace("\"generated\"", "\"second\"")
        .replace("SearchAgentStatuses", "SearchAgentStatus");
    fs::write(
        repository.path("codegen.toml"),
        format!("{CODEGEN_TOML}{second}"),
    )
    .unwrap();
    let (code, stdout, stderr) = repository.codegen(&[]);
    assert_eq!((code, stdout.as_str()), (Some(2), ""));
    assert!(
        stderr.starts_with("error: codegen.toml:11:36: models/connect.json: "),
        "{stderr}"
    );
    assert!(
        stderr.contains("did you mean SearchAgentStatuses?"),
        "{stderr}"
    );
    assert!(!repository.path("generated").exists() && !repository.path("second").exists());
}

#[test]
fn a_directory_of_somebody_else_is_left_alone() {
    let repository = Repository::new();
    fs::create_dir(repository.path("generated")).unwrap();
    fs::write(repository.path("generated/thesis.txt"), "years").unwrap();
    let before = repository.files();
    let (code, _, stderr) = repository.codegen(&[]);
    assert_eq!(code, Some(2));
    assert!(
        stderr.starts_with("error: generated: is not empty and was not generated by this tool"),
        "{stderr}"
    );
    assert!(repository.files() == before, "something was touched");
}
