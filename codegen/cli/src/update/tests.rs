//! The command in a directory of its own, with a stand-in for the library's `generate`; and wheels made here.

use std::fs::File;
use std::io::Write;

use clap::Parser;
use smithy_slim_codegen::{Config, Crate, Errors};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

#[derive(Parser)]
struct Cli {
    #[command(flatten)]
    args: Args,
}

/// A repository with one crate, and a newer model beside it.
struct Place(tempfile::TempDir);

/// A service with the operation Get; `members` are those of its input.
fn model(operation: &str, members: &str) -> String {
    format!(
        r#"{{"smithy": "2.0", "shapes": {{
  "a#S": {{"type": "service", "version": "1", "operations": [{{"target": "a#{operation}"}}],
    "traits": {{"aws.api#service": {{"sdkId": "S"}}, "aws.auth#sigv4": {{"name": "s"}}, "aws.protocols#restJson1": {{}}}}}},
  "a#{operation}": {{"type": "operation", "input": {{"target": "a#In"}}, "output": {{"target": "smithy.api#Unit"}},
    "traits": {{"smithy.api#http": {{"method": "POST", "uri": "/"}}, "smithy.api#documentation": "Theirs."}}}},
  "a#In": {{"type": "structure", "members": {{{members}}}}}
}}}}"#
    )
}

const OLD: &str =
    r#""a": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "Ours."}}"#;
const NEW: &str = r#""a": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "Theirs."}},
  "b": {"target": "smithy.api#String", "traits": {"smithy.api#documentation": "Theirs."}}"#;
const CONFIG: &str = "# Ours.\n[[crate]]\npackage = \"s\"\nversion = \"0.1.0\" # next: 1\nmodel = \"m.json\"\noperations = [\"Get\"]\nout = \"out\"\n";

impl Place {
    fn new(new: &str) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let undocumented =
            model("Get", OLD).replace(r#", "smithy.api#documentation": "Theirs.""#, "");
        let old = Model::from_ast("m.json", undocumented.as_bytes()).unwrap();
        for (name, text) in [
            ("codegen.toml", CONFIG),
            ("m.json", &old.to_ast()),
            ("new.json", new),
        ] {
            fs::write(dir.path().join(name), text).unwrap();
        }
        Self(dir)
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.0.path().join(name)).unwrap_or_default()
    }

    fn run(&self, more: &[&str], generate: codegen::Generate<'_>) -> Result<Report> {
        let root = self.0.path().canonicalize().unwrap();
        let path = root.join("new.json");
        let model = path.to_str().unwrap();
        let args = Cli::parse_from(["", "--model", model].iter().chain(more)).args;
        let job = job(config::read(&root)?, args.package.as_deref())?;
        let whole = new_model(&args, &job)?;
        run_in(&root, &job, &args, &whole, generate)
    }
}

fn generate(model: &Model, config: &Config) -> Result<Crate, Errors> {
    let text = format!("# @generated\n# {} of {}\n", config.version, model.source);
    let files = [(PathBuf::from("Cargo.toml"), text)].into();
    Ok(Crate {
        files,
        warnings: Vec::new(),
    })
}

#[test]
fn takes_the_model_and_keeps_our_words() {
    let place = Place::new(&model("Get", NEW));
    let report = place.run(&["--write-version"], &generate).unwrap();
    assert_eq!(report.found, None);
    let text = place.read("m.json");
    assert!(
        text.contains("Ours.") && !text.contains("Theirs."),
        "{text}"
    );
    assert_eq!(
        place.read("out/Cargo.toml"),
        "# @generated\n# 0.1.1 of m.json\n"
    );
    assert_eq!(place.read("codegen.toml"), CONFIG.replace("0.1.0", "0.1.1"));
    assert!(
        place
            .read("CHANGELOG.md")
            .contains("## s 0.1.1\n\nModel: new.json (additions).")
    );
    for line in [
        "version: 0.1.0 → 0.1.1, written",
        "lacks documentation: a#In$b",
        "lacks documentation: a#Get",
    ] {
        assert!(report.text.contains(line), "{}", report.text);
    }
    let again = place.run(&[], &generate).unwrap();
    assert!(
        again
            .text
            .contains("version: stays 0.1.1\nnothing to write"),
        "{}",
        again.text
    );
}

#[test]
fn takes_their_words_if_asked() {
    let place = Place::new(&model("Get", NEW));
    place.run(&["--documentation", "take"], &generate).unwrap();
    assert!(!place.read("m.json").contains("Ours."));
    assert_eq!(place.read("codegen.toml"), CONFIG);
}

#[test]
fn writes_nothing_on_a_dry_run_or_an_error() {
    let place = Place::new(&model("Get", NEW));
    let before = place.read("m.json");
    place.run(&["--dry-run"], &generate).unwrap();
    fs::create_dir(place.0.path().join("out")).unwrap();
    fs::write(place.0.path().join("out/mine.txt"), "").unwrap();
    let error = place.run(&[], &generate).unwrap_err().to_string();
    assert!(error.contains("has files in it"), "{error}");
    assert_eq!(place.read("m.json"), before);
    assert_eq!(place.read("CHANGELOG.md"), "");
}

#[test]
fn an_operation_that_disappeared_stops_it() {
    let place = Place::new(&model("Put", OLD));
    let before = place.read("m.json");
    let report = place.run(&[], &generate).unwrap();
    let found = report.found.unwrap();
    assert!(
        found.starts_with("new.json: has no operation Get any more; nothing was written"),
        "{found}"
    );
    assert_eq!(place.read("m.json"), before);
}

/// A wheel with these entries.
fn wheel(name: &str, entries: &[(&str, &str)]) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let mut zip = ZipWriter::new(File::create(dir.path().join(name)).unwrap());
    for (name, text) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    dir
}

const METADATA: (&str, &str) = (
    "botocore-1.2.3.dist-info/METADATA",
    "Name: botocore\nVersion: 1.2.3\n",
);

/// A botocore model of the service `id`.
fn service(id: &str) -> String {
    let metadata = format!(
        r#"{{"serviceId": "{id}", "endpointPrefix": "s", "protocol": "rest-json", "apiVersion": "1", "signatureVersion": "v4"}}"#
    );
    format!(r#"{{"version": "2.0", "metadata": {metadata}, "operations": {{}}, "shapes": {{}}}}"#)
}

#[test]
fn finds_the_newest_model_of_the_service_in_a_wheel() {
    let (other, wanted) = (service("Lex"), service("Lex Runtime V2"));
    let dir = wheel(
        "b.whl",
        &[
            METADATA,
            ("botocore/data/lex/2020-01-01/service-2.json", &other),
            (
                "botocore/data/lexv2-runtime/2019-01-01/service-2.json",
                "old",
            ),
            (
                "botocore/data/lexv2-runtime/2020-08-07/service-2.json",
                &wanted,
            ),
        ],
    );
    let path = dir.path().join("b.whl");
    let model = botocore::model(path.to_str().unwrap(), "Lex Runtime V2").unwrap();
    assert_eq!(model.source, "botocore 1.2.3");
    assert_eq!(sdk_id(&model), "Lex Runtime V2");
    let error = botocore::model(path.to_str().unwrap(), "Nothing").unwrap_err();
    assert!(format!("{error:#}").ends_with("botocore 1.2.3 has no service `Nothing`"));
}

#[test]
fn says_why_a_wheel_is_none() {
    let other = wheel(
        "o.whl",
        &[("o-1.dist-info/METADATA", "Name: boto3\nVersion: 1\n")],
    );
    let empty = wheel("e.whl", &[]);
    let table = [
        (
            other.path().join("o.whl"),
            "is a wheel of `boto3`, not of botocore",
        ),
        (empty.path().join("e.whl"), "not a wheel: has no METADATA"),
        (empty.path().join("no.whl"), "there is no such wheel"),
        (
            PathBuf::from("newest"),
            "neither a version such as 1.40.6, nor `latest`, nor a wheel file",
        ),
    ];
    for (path, expected) in table {
        let error = botocore::model(path.to_str().unwrap(), "S").unwrap_err();
        let message = format!("{error:#}");
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn versions_follow_cargos_rules() {
    let table = [
        (
            "0.1.2",
            [
                Verdict::None,
                Verdict::Patch,
                Verdict::Minor,
                Verdict::Major,
            ],
            ["0.1.2", "0.1.3", "0.1.3", "0.2.0"],
        ),
        (
            "1.2.3-rc.1",
            [
                Verdict::None,
                Verdict::Patch,
                Verdict::Minor,
                Verdict::Major,
            ],
            ["1.2.3-rc.1", "1.2.4", "1.3.0", "2.0.0"],
        ),
    ];
    for (version, verdicts, expected) in table {
        assert_eq!(
            verdicts.map(|verdict| next(version, verdict).unwrap()),
            expected
        );
    }
}
