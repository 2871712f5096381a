//! Generates the files of one crate and compares them with the disk.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Result;
use smithy_slim_codegen::error::{Problem, ProblemKind};
use smithy_slim_codegen::model::Format;
use smithy_slim_codegen::{Crate, Model, Origin};

use crate::crate_spec::CrateSpec;
use crate::invocation::Invocation;
use crate::report::Problems;
use crate::sync::{self, Changes};

/// A generated crate, compared with its directory.
#[derive(Debug)]
pub struct Generated {
    /// The name of the package.
    pub package: String,
    /// How the crate's directory differs.
    pub changes: Changes,
    /// What was skipped, and what else the user should look at.
    pub warnings: Vec<String>,
    /// Whether the model is one of botocore's.
    pub is_botocore: bool,
    operations: usize,
    skipped: usize,
    files: usize,
    lines: usize,
    time: Duration,
}

/// Generates the crate from the model and compares it with what is on disk. Nothing is written.
///
/// # Errors
///
/// What the library finds wrong with the model, at the place in codegen.toml if it is about a name there; and if the crate's
/// directory can't be used.
pub fn generate(
    invocation: &Invocation,
    spec: &CrateSpec,
    model: &Model,
    origin: Option<Origin>,
) -> Result<Generated> {
    let started = Instant::now();
    let mut config = spec.config.clone();
    config.origin = origin;
    let result = smithy_slim_codegen::generate(model, &config);
    let Crate {
        mut files,
        warnings,
    } = result.map_err(|errors| {
        let problems = errors.problems().iter();
        Problems(
            problems
                .map(|problem| spec.message(problem, &message(invocation, model, problem)))
                .collect(),
        )
    })?;
    if let Some(cargo_toml) = files.get_mut(Path::new("Cargo.toml")) {
        *cargo_toml = spec.manifest.merged(cargo_toml)?;
    }
    let is_skipped = |warning: &&Problem| matches!(warning.kind, ProblemKind::Skipped(_));
    let lines = files.values().map(|text| text.lines().count()).sum();
    Ok(Generated {
        package: config.package,
        operations: operation_count(&files),
        skipped: warnings.iter().filter(is_skipped).count(),
        files: files.len(),
        lines,
        warnings: warnings.iter().map(ToString::to_string).collect(),
        is_botocore: model.format == Format::Botocore,
        changes: sync::compare(spec, files)?,
        time: started.elapsed(),
    })
}

/// The library's problem as a message. An operation that only a cut-down model lacks can be added.
pub fn message(invocation: &Invocation, model: &Model, problem: &Problem) -> String {
    let is_cut = model
        .provenance()
        .is_some_and(|provenance| provenance.operations.is_some());
    match &problem.kind {
        ProblemKind::UnknownOperation { name, .. } if is_cut => format!(
            "{problem} (the file was cut down to the operations in use; if the service has it, run `{} add {name}`)",
            invocation.command
        ),
        _ => problem.to_string(),
    }
}

/// How many operations the crate has: each has a module in `src/operation`.
fn operation_count(files: &sync::Files) -> usize {
    let modules = files.keys().filter_map(|path| {
        let inside = path.strip_prefix("src/operation").ok()?;
        inside.components().next()
    });
    let names = modules.map(|module| Path::new(&module).file_stem().map(ToOwned::to_owned));
    names.collect::<BTreeSet<_>>().len()
}

impl Generated {
    /// One line about the crate. If operations were skipped, their number is behind that of those that weren't:
    /// `3 operations (1 skipped)`.
    ///
    /// ```text
    /// connect-slim: 3 operations, 62 files, 4,512 lines, 2 written, 60 unchanged, 0 removed (41 ms)
    /// ```
    pub fn summary(&self, mode: Mode) -> String {
        let done = match mode {
            Mode::Write => ["written", "unchanged", "removed"],
            Mode::Check => ["to write", "unchanged", "to remove"],
        };
        let skipped = match self.skipped {
            0 => String::new(),
            number => format!(" ({} skipped)", grouped(number)),
        };
        let counts = [
            counted(self.operations, "operation") + &skipped,
            counted(self.files, "file"),
            counted(self.lines, "line"),
            format!("{} {}", grouped(self.changes.to_write()), done[0]),
            format!("{} {}", grouped(self.changes.unchanged), done[1]),
            format!("{} {}", grouped(self.changes.to_remove()), done[2]),
        ];
        let time = grouped(usize::try_from(self.time.as_millis()).unwrap_or(usize::MAX));
        format!("{}: {} ({time} ms)\n", self.package, counts.join(", "))
    }
}

/// What to do with the differences between the generated crates and the disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write them.
    Write,
    /// List them.
    Check,
}

/// A number and what it counts: `1 file`, `4,512 lines`.
pub fn counted(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{} {noun}{plural}", grouped(count))
}

/// A number with commas: `4,512`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let groups = digits.as_bytes().rchunks(3).rev();
    let groups: Vec<_> = groups.map(String::from_utf8_lossy).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_commas() {
        for (number, text) in [
            (0, "0"),
            (999, "999"),
            (4512, "4,512"),
            (1234567, "1,234,567"),
        ] {
            assert_eq!(grouped(number), text);
        }
    }
}
