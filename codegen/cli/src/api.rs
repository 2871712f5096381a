//! Checks and writes the crates of a codegen.toml without a command line.

use std::fmt;
use std::path::Path;

use anyhow::{Context, Result};

use crate::codegen;
use crate::config::Repository;
use crate::generate::Generated;
use crate::invocation::{Invocation, Verbosity};
use crate::report::Problems;
use crate::sync::{Force, Loose};

/// Why the crates of a repository couldn't be checked or written, or that they are out of date.
///
/// `Debug` prints the same text as `Display`, so that `unwrap` in a test shows a readable message.
pub struct Error(Kind);

enum Kind {
    OutOfDate(String),
    Invalid(Vec<String>),
}

impl Error {
    /// Whether the crates are out of date. Otherwise, `codegen.toml` or a model is invalid, or a file can't be read or written.
    pub fn is_out_of_date(&self) -> bool {
        matches!(self.0, Kind::OutOfDate(_))
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            Kind::OutOfDate(text) => f.write_str(text),
            Kind::Invalid(problems) => f.write_str(&problems.join("\n")),
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}

/// Checks that all crates of the `codegen.toml` at `path` are what the generator writes, without writing anything.
///
/// # Errors
///
/// [`Error::is_out_of_date`] with the list of the files and a short diff, if a crate is out of date. Any other error if
/// `codegen.toml` or a model is invalid.
pub fn check(path: impl AsRef<Path>) -> Result<(), Error> {
    let (_, generated) = generate(path.as_ref()).map_err(invalid)?;
    let report = codegen::check(generated, codegen::Format::Text, "smithy-slim codegen");
    match report.found {
        None => Ok(()),
        Some(found) => Err(Error(Kind::OutOfDate(format!("{}\n{found}", report.text)))),
    }
}

/// Brings all crates of the `codegen.toml` at `path` up to date. Files that are already up to date are left alone, so that
/// cargo doesn't rebuild what depends on them.
///
/// # Errors
///
/// If `codegen.toml` or a model is invalid, or a file can't be written. The crates are then as they were before.
pub fn write(path: impl AsRef<Path>) -> Result<(), Error> {
    let write =
        |(invocation, generated)| codegen::write(&invocation, generated, &Loose::new(), Force::No);
    generate(path.as_ref())
        .and_then(write)
        .map(drop)
        .map_err(invalid)
}

fn generate(path: &Path) -> Result<(Invocation, Vec<Generated>)> {
    let path = std::path::absolute(path).with_context(|| path.display().to_string())?;
    let root = path.parent().unwrap_or(&path);
    let root = root
        .canonicalize()
        .with_context(|| path.display().to_string())?;
    let mut invocation = Invocation::new("smithy-slim", &root);
    invocation.verbosity = Verbosity::Quiet;
    let repository = Repository::read(&root, &path)?;
    let generated = codegen::generate_all(&invocation, &repository.specs)?;
    Ok((invocation, generated))
}

fn invalid(error: anyhow::Error) -> Error {
    Error(Kind::Invalid(Problems::of(error)))
}
