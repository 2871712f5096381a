//! Keeps generated AWS client crates in a repository up to date.
//!
//! A repository says in its `codegen.toml` which crates it holds. The command-line tool `smithy-slim` works on that file;
//! this library does the same for tests and build scripts, so that a team that doesn't want to install a binary can pin
//! the generator in `Cargo.lock` instead:
//!
//! ```no_run
//! #[test]
//! # fn in_a_documentation_test() {}
//! fn generated_crates_are_up_to_date() {
//!     if let Err(error) = smithy_slim::check("codegen.toml") {
//!         panic!("{error}");
//!     }
//! }
//! ```
//!
//! [`check`] compares and writes nothing. [`write`](fn@write) brings the crates up to date, for example in an xtask or in
//! the build script of a package that stands between the model and the crate:
//!
//! ```no_run
//! fn main() -> Result<(), smithy_slim::Error> {
//!     println!("cargo::rerun-if-changed=codegen.toml");
//!     println!("cargo::rerun-if-changed=models");
//!     smithy_slim::write("codegen.toml")
//! }
//! ```
//!
//! The generator itself, which turns a model into the text of files and does no I/O, is the crate
//! [`smithy_slim_codegen`].

mod api;
mod change;
mod changelog;
pub mod cli;
mod codegen;
mod completions;
mod config;
mod crate_spec;
mod diff;
mod extend;
mod generate;
mod github;
mod init;
mod inspect;
mod invocation;
mod manifest;
mod model_file;
mod model_source;
mod operation_names;
mod output_dir;
mod progress;
mod read_model;
mod report;
mod scan;
#[cfg(test)]
mod sequences;
mod source_span;
mod sync;
#[cfg(test)]
mod testing;
mod update;
mod version;

pub use api::{Error, check, write};
