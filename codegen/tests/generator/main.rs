//! The generator as a whole: small models, one for each feature, go in; out come files to compare, to compile, or problems.

mod calls;
mod compiles;
mod determinism;
mod problems;
mod protocol_cases;
mod services;
mod snapshots;

use std::fs;
use std::path::Path;

use smithy_slim_codegen::{Config, Crate, Errors, Model, Operations, generate};

/// The names of all fixtures, in alphabetical order.
fn fixtures() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let entries = fs::read_dir(folder).expect("the folder of fixtures is there");
    let mut names: Vec<String> = entries
        .map(|entry| entry.expect("the folder can be read").path())
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    names
}

/// The text of a fixture's model.
fn fixture(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/{name}.json"));
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The crate of all operations of a model.
fn generate_all(source: &str, package: &str, text: &str) -> Crate {
    generate_from(source, package, text, Operations::All)
        .unwrap_or_else(|errors| panic!("{errors}"))
}

/// The crate of these operations of a model, or what is wrong.
fn generate_from(
    source: &str,
    package: &str,
    text: &str,
    operations: Operations,
) -> Result<Crate, Errors> {
    let model = Model::from_ast(source, text.as_bytes())?;
    generate(&model, &Config::new(package, operations))
}
