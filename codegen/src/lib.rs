//! `smithy-slim`: from a Smithy model and a list of operations to the files of a small Rust client crate.
//!
//! The library does no I/O: it is handed bytes and hands back files.

use std::collections::BTreeMap;
use std::path::PathBuf;

pub mod diff;
pub mod docs;
mod emit;
pub mod endpoints;
pub mod error;
pub mod format;
pub mod inspect;
pub mod ir;
mod lower;
pub mod model;
mod passes;
mod select;
mod supported;

pub use error::{Errors, Problem};
pub use model::Model;

/// What to generate from a model.
#[derive(Debug, Clone)]
pub struct Config {
    /// The crate's package name, such as `connect-slim`.
    pub package: String,
    /// The crate's version.
    pub version: String,
    /// The operations to take.
    pub operations: Operations,
    /// Whether the model's conformance cases and endpoint tests become tests of the crate.
    pub protocol_tests: bool,
}

/// The choice of operations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operations {
    /// These, by name. One that isn't there or isn't supported is an error.
    Named(Vec<String>),
    /// All that the service has. One that isn't supported is left out with a warning.
    All,
}

/// A generated crate.
#[derive(Debug, Clone)]
pub struct Crate {
    /// The files by their path in the crate, with `/` as the separator.
    pub files: BTreeMap<PathBuf, String>,
    /// What was left out and why, and conformance cases whose tests can only fail.
    pub warnings: Vec<Problem>,
}

/// Generates the crate that `config` asks for.
///
/// The result depends on nothing but the arguments.
///
/// # Errors
///
/// All problems of the model and the configuration at once.
pub fn generate(model: &Model, config: &Config) -> Result<Crate, Errors> {
    let (lowered, mut warnings) = lower_selected(model, config, Least::One)?;
    Errors::check(emit::problems(&lowered))?;
    warnings.extend(emit::warnings(&lowered));
    Ok(Crate {
        files: write(model, &lowered, usize::MAX, &mut |_, _| ())?,
        warnings,
    })
}

/// How few operations will do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Least {
    /// A crate without operations is a mistake.
    One,
    /// A side of a comparison may have none of those that the other has.
    None,
}

/// The first half of the pipeline: the crate before it is emitted, and what was left out of it.
fn lower_selected(
    model: &Model,
    config: &Config,
    least: Least,
) -> Result<(ir::Crate, Vec<Problem>), Errors> {
    let selection = match (&config.operations, least) {
        (Operations::Named(names), Least::None) if names.is_empty() => select::nothing(model)?,
        (choice, Least::One | Least::None) => select::select(model, choice)?,
    };
    let mut lowered = lower::lower(model, &selection, config)?;
    passes::run(&mut lowered);
    Ok((lowered, selection.skipped))
}

/// The second half of the pipeline: the files of a crate. Those of Rust are formatted `batch` at a time; after each batch
/// `watch` is told how many of how many are done.
fn write(
    model: &Model,
    lowered: &ir::Crate,
    batch: usize,
    watch: &mut dyn FnMut(usize, usize),
) -> Result<BTreeMap<PathBuf, String>, Errors> {
    let emit::Files { mut rust, mut text } = emit::emit(lowered);
    let header = emit::header(lowered);
    let count = rust.len();
    while !rust.is_empty() {
        let later = match rust.keys().nth(batch).cloned() {
            Some(first) => rust.split_off(&first),
            None => BTreeMap::new(),
        };
        let formatted = format::format_files(rust, &header);
        text.extend(formatted.map_err(|errors| broken(model, errors))?);
        rust = later;
        watch(count - rust.len(), count);
    }
    Ok(text)
}

/// Tokens that aren't Rust, each as a problem of this program.
fn broken(model: &Model, errors: Vec<format::FormatError>) -> Errors {
    let problem = |error: format::FormatError| Problem {
        file: model.source.clone(),
        shape: None,
        what: error::What::Format(error),
    };
    errors.into_iter().map(problem).collect::<Vec<_>>().into()
}
