//! How the program was called, which its messages and its output depend on.

use std::path::{Path, PathBuf};

/// How much a run prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Verbosity {
    /// Errors, and the reports that were asked for.
    Quiet,
    /// Summaries, warnings and notes, too.
    #[default]
    Normal,
    /// Every file that is written or removed, too.
    Verbose,
}

/// How the program was called.
#[derive(Debug, Clone)]
pub struct Invocation {
    /// The command as users call it: `smithy-slim`, or `cargo xtask` for an alias.
    pub command: String,
    /// The directory to look for codegen.toml from.
    pub start: PathBuf,
    /// How much to print.
    pub verbosity: Verbosity,
}

impl Invocation {
    /// A call of `command` from the directory `start`.
    pub fn new(command: impl Into<String>, start: impl AsRef<Path>) -> Self {
        Self {
            command: command.into(),
            start: start.as_ref().to_owned(),
            verbosity: Verbosity::default(),
        }
    }
}
