//! `smithy-slim` generates a small Rust client crate from a Smithy model and a list of operations.
//!
//! The library does no I/O: it takes bytes and returns files.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

mod config;
pub mod diff;
pub mod docs;
mod emit;
mod endpoints;
pub mod error;
pub mod format;
pub mod inspect;
pub mod ir;
mod lower;
pub mod model;
mod passes;
mod select;
mod signs;
mod validate;

pub use config::{Config, Lints, Operations, Origin};
pub use error::{Errors, Problem};
pub use model::Model;

use select::EmptySelection;

/// A generated crate.
#[derive(Debug, Clone)]
pub struct Crate {
    /// The files by their path in the crate, with `/` as the separator.
    pub files: BTreeMap<PathBuf, String>,
    /// The skipped operations with the reason of each, and the conformance cases whose tests can only fail.
    pub warnings: Vec<Problem>,
}

/// Generates the crate that `config` describes.
///
/// The result depends only on the arguments.
///
/// # Errors
///
/// Returns all problems of the model and the configuration at once.
pub fn generate(model: &Model, config: &Config) -> Result<Crate, Errors> {
    let (lowered, mut warnings) = lower_selected(model, config, EmptySelection::Reject)?;
    warnings.extend(adjustment_warning(model, &lowered));
    warnings.extend(checksum_warning(model, &lowered));
    warnings.extend(emit::warnings(&lowered));
    Ok(Crate {
        files: write(model, &lowered, usize::MAX, &mut |_, _| ())?,
        warnings,
    })
}

/// Returns a warning if the official SDK adjusts the service by hand and the generated crate doesn't.
fn adjustment_warning(model: &Model, lowered: &ir::Crate) -> Option<Problem> {
    let missing = lower::adjustments::missing(&lowered.service.sdk_id)?;
    let kind = error::ProblemKind::NotAdjusted(missing);
    Some(model.problem(None, kind))
}

/// Returns a warning if the model has algorithms of checksums that the generated crate doesn't have.
fn checksum_warning(model: &Model, lowered: &ir::Crate) -> Option<Problem> {
    let operations = lowered.operations.iter();
    let names = operations.flat_map(|operation| &operation.checksums.unsupported);
    let names: BTreeSet<&str> = names.map(String::as_str).collect();
    let names: Vec<&str> = names.into_iter().collect();
    (!names.is_empty()).then(|| {
        let kind = error::ProblemKind::ChecksumAlgorithms(names.join(", "));
        model.problem(None, kind)
    })
}

/// Runs the first half of the pipeline. Returns the crate before it is emitted, and a problem for each skipped operation.
fn lower_selected(
    model: &Model,
    config: &Config,
    empty: EmptySelection,
) -> Result<(ir::Crate, Vec<Problem>), Errors> {
    let service = config.service.as_ref();
    let model = lower::adjustments::adjusted(model, service);
    let selection = select::select(&model, service, &config.operations, empty)?;
    let mut lowered = lower::lower(&selection, config)?;
    passes::run(&model, &mut lowered)?;
    Ok((lowered, selection.skipped))
}

/// Runs the second half of the pipeline and returns the files of the crate. Rust files are formatted `batch` at a time;
/// after each batch, `watch` is called with the number of finished files and the total.
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

/// Converts each formatting error, which is a defect of this program, into a problem.
fn broken(model: &Model, errors: Vec<format::FormatError>) -> Errors {
    let problem = |error: format::FormatError| Problem {
        file: model.source.clone(),
        shape: None,
        kind: error::ProblemKind::Format(error.to_string()),
    };
    errors.into_iter().map(problem).collect::<Vec<_>>().into()
}
