//! What codegen.toml may say, and the message for what it may not.

use super::*;

const GOOD: &str = r#"[[crate]]
package = "connect-slim"
version = "0.1.0"
model = "models/connect.json"
operations = ["GetContactMetrics", "SearchAgentStatuses"]
out = "generated"
"#;

/// A repository with a model.
fn repository() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().canonicalize().unwrap();
    fs::create_dir(root.join("models")).unwrap();
    fs::write(root.join("models/connect.json"), "{}").unwrap();
    (dir, root)
}

/// The first lines of the messages for `text`.
fn problems(text: &str) -> Vec<String> {
    let (_dir, root) = repository();
    match parse(&root, text) {
        Ok(_) => Vec::new(),
        Err(error) => Problems::of(error)
            .iter()
            .map(|message| message.lines().next().unwrap().to_owned())
            .collect(),
    }
}

#[test]
fn reads_a_job() {
    let (_dir, root) = repository();
    let jobs = parse(&root, GOOD).unwrap();
    let [job] = jobs.as_slice() else {
        panic!("{} jobs", jobs.len());
    };
    assert_eq!(job.config.package, "connect-slim");
    assert_eq!(job.config.version, "0.1.0");
    assert!(!job.config.protocol_tests);
    let names = ["GetContactMetrics", "SearchAgentStatuses"].map(str::to_owned);
    assert_eq!(job.config.operations, Operations::Named(names.to_vec()));
    assert_eq!(job.source, "models/connect.json");
    assert_eq!(job.model, root.join("models/connect.json"));
    assert_eq!(job.out, root.join("generated"));
    assert_eq!(job.out_shown, Path::new("generated"));
}

#[test]
fn reads_all_operations_and_protocol_tests() {
    let (_dir, root) = repository();
    let text = GOOD.replace(r#"["GetContactMetrics", "SearchAgentStatuses"]"#, "\"all\"");
    let jobs = parse(&root, &format!("{text}protocol-tests = true\n")).unwrap();
    assert_eq!(jobs[0].config.operations, Operations::All);
    assert!(jobs[0].config.protocol_tests);
}

#[test]
fn names_the_file_in_a_botocore_folder() {
    let (_dir, root) = repository();
    fs::create_dir_all(root.join("models/sts/2011-06-15")).unwrap();
    fs::write(root.join("models/sts/2011-06-15/service-2.json"), "{}").unwrap();
    let text = GOOD.replace("models/connect.json", "models/sts/2011-06-15/");
    let jobs = parse(&root, &text).unwrap();
    assert_eq!(jobs[0].source, "models/sts/2011-06-15/service-2.json");
}

#[test]
fn points_at_each_problem() {
    let replaced = |from: &str, to: &str| {
        assert!(GOOD.contains(from), "{from}");
        GOOD.replace(from, to)
    };
    let operations = r#"["GetContactMetrics", "SearchAgentStatuses"]"#;
    let table = [
        (
            String::new(),
            "codegen.toml:1:1: codegen.toml needs the key `crate`",
        ),
        (
            "crate = 1".to_owned(),
            "codegen.toml:1:9: write `crate` as one or more [[crate]] tables",
        ),
        (
            "crate = []".to_owned(),
            "codegen.toml:1:9: write `crate` as one or more [[crate]] tables",
        ),
        (
            format!("{GOOD}x = "),
            "codegen.toml:7:5: string values must be quoted",
        ),
        (
            replaced("[[crate]]", "colour = 1\n[[crate]]"),
            "codegen.toml:1:1: unknown key `colour`; codegen.toml has: crate",
        ),
        (
            format!("{GOOD}modle = \"x\"\n"),
            "codegen.toml:7:1: unknown key `modle`; [[crate]] has: package, ",
        ),
        (
            replaced("version = \"0.1.0\"\n", ""),
            "codegen.toml:1:1: [[crate]] needs the key `version`",
        ),
        (
            replaced("\"0.1.0\"", "1"),
            "codegen.toml:3:11: `version` is a string, not of type integer",
        ),
        (
            replaced("0.1.0", "0.1"),
            "codegen.toml:3:11: `0.1` is not a version",
        ),
        (
            replaced("connect-slim", "connect slim"),
            "codegen.toml:2:11: `connect slim` is not a package name",
        ),
        (
            replaced("models/connect.json", "models/conect.json"),
            "codegen.toml:4:9: there is no model `models/conect.json`",
        ),
        (
            replaced(operations, "[]"),
            "codegen.toml:5:14: no operations chosen",
        ),
        (
            replaced(operations, "\"some\""),
            "codegen.toml:5:14: `operations` is a list of names, or \"all\"",
        ),
        (
            replaced("\"SearchAgentStatuses\"", "3"),
            "codegen.toml:5:36: `operations` is a list of names",
        ),
        (
            replaced("SearchAgentStatuses", "GetContactMetrics"),
            "codegen.toml:5:36: `GetContactMetrics` is listed twice",
        ),
        (
            replaced("\"generated\"", "\"\""),
            "codegen.toml:6:7: `out` is empty",
        ),
        (
            replaced("\"generated\"", "\"../x\""),
            "codegen.toml:6:7: `../x` can't be used: it is outside of the repository",
        ),
        (
            replaced("\"generated\"", "\".\""),
            "codegen.toml:6:7: `.` can't be used: it contains the repository",
        ),
        (
            replaced("\"generated\"", "\"generated/../codegen\""),
            "codegen.toml:6:7: `generated/../codegen` can't be used: `codegen` is not a place for generated code",
        ),
        (
            format!("{GOOD}protocol-tests = \"yes\"\n"),
            "codegen.toml:7:18: `protocol-tests` is true or false, not of type string",
        ),
        (
            format!("{GOOD}{}", replaced("\"generated\"", "\"other\"")),
            "codegen.toml:8:11: the package `connect-slim` is defined twice",
        ),
        (
            format!(
                "{GOOD}{}",
                replaced("connect-slim", "x").replace("\"generated\"", "\"generated/x\"")
            ),
            "codegen.toml:12:7: `generated/x` overlaps",
        ),
    ];
    for (text, expected) in table {
        let problems = problems(&text);
        assert_eq!(problems.len(), 1, "{text}\n{problems:?}");
        assert!(
            problems[0].starts_with(expected),
            "{expected}\n{problems:?}"
        );
    }
}

#[test]
fn collects_all_problems_in_the_order_of_the_file() {
    let text = "[[crate]]\npackage = 1\nversion = \"x\"\nmodel = \"y\"\noperations = []\nout = \"..\"\nzzz = 1\n";
    let lines: Vec<String> = problems(text)
        .iter()
        .map(|problem| problem.split(':').nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(lines, ["2", "3", "4", "5", "6", "7"]);
}
