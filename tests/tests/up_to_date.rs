//! Whether `generated/` is what the generator makes of the model now.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use smithy_slim::{Config, Model, Operations};

/// As in codegen.toml.
const MODEL: &str = "models/connect.json";
const CODEGEN_TOML: &str = include_str!("../../codegen.toml");

#[test]
fn the_generated_crate_is_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let model = fs::read(root.join(MODEL)).unwrap();
    let model = Model::from_ast(MODEL, &model).unwrap();
    let expected = smithy_slim::generate(&model, &config()).unwrap().files;
    let actual = files(&root.join("generated"));
    let paths = expected.keys().chain(actual.keys());
    let mut stale: Vec<_> = paths
        .filter(|path| expected.get(*path) != actual.get(*path))
        .map(|path| path.display().to_string())
        .collect();
    stale.sort();
    stale.dedup();
    assert!(
        stale.is_empty(),
        "generated/ is out of date; run `cargo xtask codegen`:\n{}",
        stale.join("\n")
    );
}

/// What codegen.toml asks for.
fn config() -> Config {
    let config: toml::Table = CODEGEN_TOML.parse().unwrap();
    let entry = &config["crate"][0];
    assert_eq!(entry["model"].as_str(), Some(MODEL));
    assert_eq!(entry["out"].as_str(), Some("generated"));
    let text = |key: &str| entry[key].as_str().unwrap().to_owned();
    let operations = entry["operations"].as_array().unwrap().iter();
    let operations = operations.map(|name| name.as_str().unwrap().to_owned());
    Config {
        package: text("package"),
        version: text("version"),
        operations: Operations::Named(operations.collect()),
        protocol_tests: false,
    }
}

/// The text of all files in `dir`, by their path in it.
fn files(dir: &Path) -> BTreeMap<PathBuf, String> {
    let mut files = BTreeMap::new();
    let mut dirs = vec![dir.to_owned()];
    while let Some(next) = dirs.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                dirs.push(path);
            } else {
                let name = path.strip_prefix(dir).unwrap().to_owned();
                files.insert(name, fs::read_to_string(path).unwrap());
            }
        }
    }
    files
}
