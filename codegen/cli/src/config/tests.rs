//! Reads codegen.toml, and points at what is wrong in it.

use super::*;

const GOOD: &str = r#"[[crate]]
package = "connect-slim"
version = "0.1.0"
model = "models/connect.json"
operations = ["GetContactMetrics", "SearchAgentStatuses"]
out = "generated"
"#;

fn parse(root: &Path, text: &str) -> Result<Vec<CrateSpec>> {
    Repository::parse(root, text.to_owned(), None).map(|repository| repository.specs)
}

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
fn reads_a_crate() {
    let (_dir, root) = repository();
    let specs = parse(&root, GOOD).unwrap();
    let [spec] = specs.as_slice() else {
        panic!("{} specs", specs.len());
    };
    assert_eq!(spec.config.package, "connect-slim");
    assert_eq!(spec.config.version, "0.1.0");
    assert!(!spec.config.protocol_tests);
    let names = ["GetContactMetrics", "SearchAgentStatuses"].map(str::to_owned);
    assert_eq!(spec.config.operations, Operations::Named(names.to_vec()));
    assert_eq!(spec.source, "models/connect.json");
    assert_eq!(spec.model, root.join("models/connect.json"));
    assert_eq!(spec.out, root.join("generated"));
    assert_eq!(spec.out_shown, Path::new("generated"));
}

#[test]
fn all_operations_and_protocol_tests_can_be_chosen() {
    let (_dir, root) = repository();
    let text = GOOD.replace(r#"["GetContactMetrics", "SearchAgentStatuses"]"#, "\"all\"");
    let specs = parse(&root, &format!("{text}protocol-tests = true\n")).unwrap();
    assert_eq!(specs[0].config.operations, Operations::All);
    assert!(specs[0].config.protocol_tests);
}

#[test]
fn the_file_in_a_botocore_folder_is_named() {
    let (_dir, root) = repository();
    fs::create_dir_all(root.join("models/sts/2011-06-15")).unwrap();
    fs::write(root.join("models/sts/2011-06-15/service-2.json"), "{}").unwrap();
    let text = GOOD.replace("models/connect.json", "models/sts/2011-06-15/");
    let specs = parse(&root, &text).unwrap();
    assert_eq!(specs[0].source, "models/sts/2011-06-15/service-2.json");
}

#[test]
fn each_problem_is_pointed_at() {
    let replaced = |from: &str, to: &str| {
        assert!(GOOD.contains(from), "{from}");
        GOOD.replace(from, to)
    };
    let operations = r#"["GetContactMetrics", "SearchAgentStatuses"]"#;
    let table = [
        (
            String::new(),
            "codegen.toml:1:1: codegen.toml lists no crate; write a [[crate]] table",
        ),
        (
            "crate = 1".to_owned(),
            "codegen.toml:1:9: invalid type: integer `1`, expected a sequence",
        ),
        (
            "crate = []".to_owned(),
            "codegen.toml:1:1: codegen.toml lists no crate",
        ),
        (
            format!("{GOOD}x = "),
            "codegen.toml:7:5: string values must be quoted",
        ),
        (
            replaced("[[crate]]", "colour = 1\n[[crate]]"),
            "codegen.toml:1:1: unknown key `colour`, expected `crate`",
        ),
        (
            format!("{GOOD}modle = \"x\"\n"),
            "codegen.toml:7:1: unknown key `modle`, expected one of `package`, ",
        ),
        (
            replaced("version = \"0.1.0\"\n", ""),
            "codegen.toml:2:11: [[crate]] needs the key `version`",
        ),
        (
            replaced("\"0.1.0\"", "1"),
            "codegen.toml:3:11: invalid type: integer `1`, expected a string",
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
            "codegen.toml:5:14: no operations selected",
        ),
        (
            replaced(operations, "\"some\""),
            "codegen.toml:5:14: invalid value: string \"some\", expected a list of names, or \"all\"",
        ),
        (
            replaced("\"SearchAgentStatuses\"", "3"),
            "codegen.toml:5:36: invalid type: integer `3`, expected a string",
        ),
        (
            replaced("SearchAgentStatuses", "GetContactMetrics"),
            "codegen.toml:5:36: `GetContactMetrics` is listed twice",
        ),
        (
            replaced("\"generated\"", "\"\""),
            "codegen.toml:6:7: `` can't be used: it contains the repository",
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
            replaced("\"generated\"", "\"generated/../.git\""),
            "codegen.toml:6:7: `generated/../.git` can't be used: refusing to write to `.git`",
        ),
        (
            format!("{GOOD}protocol-tests = \"yes\"\n"),
            "codegen.toml:7:18: invalid type: string \"yes\", expected a boolean",
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
        (
            format!("[[crates]]\n{}", &GOOD["[[crate]]\n".len()..]),
            "codegen.toml:1:3: unknown key `crates`, expected `crate`",
        ),
        (
            format!("{GOOD}keep = [\"src\"]\n"),
            "codegen.toml:7:9: `src` has to be generated",
        ),
        (
            format!("{GOOD}keep = [\"../x\"]\n"),
            "codegen.toml:7:9: `../x` is not a path inside of the crate",
        ),
        (
            format!("{GOOD}changelog = 1\n"),
            "codegen.toml:7:13: `changelog` is the path of a file, or false",
        ),
        (
            format!("{GOOD}lints = \"deny\"\n"),
            "codegen.toml:7:9: unknown variant `deny`, expected `check` or `allow`",
        ),
        (
            format!("{GOOD}manifest.name = \"x\"\n"),
            "codegen.toml:7:1: `manifest.name`: use the key `package`",
        ),
        (
            format!(
                "{GOOD}{}",
                replaced("connect-slim", "connect_slim").replace("\"generated\"", "\"other\"")
            ),
            "codegen.toml:8:11: the library of `connect_slim` has the same name as that of `connect-slim`",
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
fn all_problems_are_collected_in_the_order_of_the_file() {
    let text = "[[crate]]\npackage = \"1\"\nversion = \"x\"\nmodel = \"y\"\noperations = []\nout = \"..\"\nkeep = [\"src\"]\n";
    let lines: Vec<String> = problems(text)
        .iter()
        .map(|problem| problem.split(':').nth(1).unwrap().to_owned())
        .collect();
    assert_eq!(lines, ["2", "3", "4", "5", "6", "7"]);
}
