//! One crate to generate, whether codegen.toml or the command line asks for it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::PathBuf;
use std::rc::Rc;

use smithy_slim_codegen::error::ProblemKind;
use smithy_slim_codegen::{Config, Problem};

use crate::manifest::Manifest;
use crate::source_span::Text;

/// One crate to generate.
#[derive(Debug, Clone)]
pub struct CrateSpec {
    /// What the library is asked for.
    pub config: Config,
    /// The model's file or folder.
    pub model: PathBuf,
    /// The model's name in messages and in the headers of generated files; the same on every machine.
    pub source: String,
    /// The service to generate, if the model has several.
    pub service: Option<String>,
    /// The crate's directory, resolved.
    pub out: PathBuf,
    /// The crate's directory as the user wrote it.
    pub out_shown: PathBuf,
    /// For each operation named in codegen.toml, the place of its name there.
    pub spans: BTreeMap<String, Span>,
    /// The paths in the crate's directory that belong to the user.
    pub keep: BTreeSet<PathBuf>,
    /// The changelog that updates add entries to.
    pub changelog: Changelog,
    /// What to change in Cargo.toml.
    pub manifest: Manifest,
}

/// The changelog that updates add entries to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changelog {
    /// Entries are added to this file, which needn't exist.
    File(PathBuf),
    /// There is none.
    None,
}

/// A place in codegen.toml.
#[derive(Debug, Clone)]
pub struct Span {
    /// The file's name in messages.
    pub file: &'static str,
    /// The file's text.
    pub text: Rc<str>,
    /// The bytes to mark.
    pub bytes: Range<usize>,
}

impl CrateSpec {
    /// The library's problem as a message, at its place in codegen.toml if it is about a name given there.
    pub fn message(&self, problem: &Problem, message: &str) -> String {
        let ProblemKind::UnknownOperation { name, .. } = &problem.kind else {
            return message.to_owned();
        };
        let Some(span) = self.spans.get(name) else {
            return message.to_owned();
        };
        let text = Text {
            name: span.file,
            text: &span.text,
        };
        text.message(span.bytes.clone(), message)
    }
}
