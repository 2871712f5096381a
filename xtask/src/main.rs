//! `cargo xtask`: the commands of this repository. In: arguments. Out: files, a report and an exit code.
//!
//! The exit code is 0 when the work is done, 1 when a check found something, 2 for bad usage or bad input.
//! Standard output is for the report, standard error for `error: …` and `warning: …` lines.

mod codegen;
mod config;
mod diff;
mod inspect;
mod job;
mod load;
mod out;
mod place;
mod progress;
mod report;
mod sync;
mod update;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::report::Report;

/// Generates small AWS client crates and keeps them current.
#[derive(Debug, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// One command; each has its file.
#[derive(Debug, Subcommand)]
enum Command {
    /// Generate the crates of codegen.toml, or one crate from --model.
    Codegen(codegen::Args),
    /// Show what a new model changes, for the API and for the users of the crate.
    Diff(diff::Args),
    /// Show what a model offers, what operations drag in and which shape is responsible.
    Inspect(inspect::Args),
    /// Take a newer model for a crate of codegen.toml: model, crate and changelog together.
    Update(update::Args),
}

fn main() -> ExitCode {
    report::print(run(&Cli::parse().command))
}

fn run(command: &Command) -> anyhow::Result<Report> {
    match command {
        Command::Codegen(args) => codegen::run(args, &smithy_slim::generate),
        Command::Diff(args) => diff::run(args),
        Command::Inspect(args) => inspect::run(args),
        Command::Update(args) => update::run(args, &smithy_slim::generate),
    }
}
