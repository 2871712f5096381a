//! A small service and a repository to run commands in, for tests.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::cli::{self, Outcome};

/// A state of the service.
pub struct State<'a> {
    /// The names of the operations.
    pub operations: &'a [&'a str],
    /// The names of the members that every input has.
    pub members: &'a [&'a str],
    /// The documentation of everything, if it has some.
    pub documentation: Option<&'a str>,
}

impl State<'_> {
    /// The model as a Smithy JSON AST.
    pub fn ast(&self) -> String {
        let docs = self
            .documentation
            .map(|text| format!(r#""smithy.api#documentation": "{text}""#));
        let (docs, comma) = (
            docs.clone().unwrap_or_default(),
            if docs.is_some() { ", " } else { "" },
        );
        let list = |names: &[&str], item: &dyn Fn(&str) -> String| {
            names
                .iter()
                .map(|name| item(name))
                .collect::<Vec<_>>()
                .join(",\n")
        };
        let members = list(self.members, &|name| {
            format!(r#""{name}": {{"target": "smithy.api#String", "traits": {{{docs}}}}}"#)
        });
        let targets = list(self.operations, &|name| {
            format!(r#"{{"target": "com.amazonaws.small#{name}"}}"#)
        });
        let operations = list(self.operations, &|name| {
            let path = name.to_lowercase();
            format!(
                r#""com.amazonaws.small#{name}": {{"type": "operation", "input": {{"target": "com.amazonaws.small#{name}Input"}},
                "output": {{"target": "smithy.api#Unit"}},
                "traits": {{"smithy.api#http": {{"method": "POST", "uri": "/{path}"}}{comma}{docs}}}}},
                "com.amazonaws.small#{name}Input": {{"type": "structure", "members": {{{members}}}, "traits": {{"smithy.api#input": {{}}}}}}"#
            )
        });
        format!(
            r#"{{"smithy": "2.0", "shapes": {{
            "com.amazonaws.small#Small": {{"type": "service", "version": "1", "operations": [{targets}], "traits": {{
                "aws.api#service": {{"sdkId": "Small"}}, "aws.auth#sigv4": {{"name": "small"}}, "aws.protocols#restJson1": {{}}}}}},
            {operations}
            }}}}"#
        )
    }
}

/// The first state of the service, documented by AWS.
pub const FIRST: State<'static> = State {
    operations: &["Delete", "Get", "List", "Put"],
    members: &["a"],
    documentation: Some("Theirs."),
};

/// The next state, in which an input member is new.
pub const NEXT: State<'static> = State {
    members: &["a", "b"],
    ..FIRST
};

/// A directory to run commands in.
pub struct Sandbox {
    _dir: tempfile::TempDir,
    /// The directory, resolved.
    pub root: PathBuf,
}

impl Sandbox {
    /// A directory with the two states of the service as `first.json` and `next.json`, and nothing else.
    pub fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let root = dir.path().canonicalize().unwrap();
        let sandbox = Self { _dir: dir, root };
        sandbox.write("first.json", &FIRST.ast());
        sandbox.write("next.json", &NEXT.ast());
        sandbox
    }

    /// The same with the crate `small-slim`, which has the operation Get.
    pub fn with_crate() -> Self {
        let sandbox = Self::new();
        sandbox.succeeds("init small --operations Get --from {root}/first.json");
        sandbox
    }

    /// The path below the root.
    pub fn path(&self, name: &str) -> PathBuf {
        self.root.join(name)
    }

    /// Writes a file, with the directories above it.
    pub fn write(&self, name: &str, text: &str) {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// The text of a file; empty if there is none.
    pub fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    /// Changes codegen.toml, or another file.
    pub fn replace(&self, name: &str, from: &str, to: &str) {
        let text = self.read(name);
        assert!(text.contains(from), "{from}: {text}");
        self.write(name, &text.replace(from, to));
    }

    /// Adds to the end of a file.
    pub fn append(&self, name: &str, text: &str) {
        self.write(name, &(self.read(name) + text));
    }

    /// Runs a command line, split at spaces. `{root}` in it is the directory.
    pub fn run(&self, line: &str) -> Outcome {
        let words = line
            .split(' ')
            .map(|word| word.replace("{root}", self.root.to_str().unwrap()));
        cli::run(
            "smithy-slim",
            &self.root,
            ["smithy-slim".to_owned()].into_iter().chain(words),
        )
    }

    /// Runs a command line that must succeed.
    #[track_caller]
    pub fn succeeds(&self, line: &str) -> Outcome {
        let outcome = self.run(line);
        assert_eq!(outcome.code, 0, "{line}: {outcome:?}");
        outcome
    }

    /// Runs a command line that must fail with this code and these words on standard error, and change nothing.
    #[track_caller]
    pub fn fails(&self, line: &str, code: u8, words: &str) -> Outcome {
        let before = self.files();
        let outcome = self.run(line);
        assert_eq!(outcome.code, code, "{line}: {outcome:?}");
        assert!(
            outcome.stderr.contains(words),
            "{line}: {words}\n{}",
            outcome.stderr
        );
        assert!(self.files() == before, "{line}: something was written");
        outcome
    }

    /// The bytes of all files by their path; links are followed.
    pub fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.root, &self.root, &mut files);
        files
    }
}

fn collect(root: &Path, dir: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().display().to_string();
            files.insert(name, fs::read(&path).unwrap_or_default());
        }
    }
}
