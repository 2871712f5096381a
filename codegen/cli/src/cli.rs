//! Parses the command line and runs one command.
//!
//! The exit code is 0 when the work is done, 1 when a check found something, 2 for bad usage or bad input.
//! Standard output is for the report, standard error for `error: …`, `warning: …` and `note: …` lines.

use std::ffi::OsString;
use std::path::Path;
use std::process::ExitCode;

use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};

pub use crate::invocation::{Invocation, Verbosity};
pub use crate::report::Outcome;
use crate::report::{self, Report};
use crate::{codegen, completions, diff, extend, init, inspect, scan, update};

/// Generates small Rust clients for AWS services and keeps them up to date
#[derive(Debug, Parser)]
#[command(version)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Command,
}

/// The options that all commands have.
#[derive(Debug, clap::Args)]
struct Global {
    /// Print only errors and the reports that were asked for
    #[arg(short, long, global = true)]
    quiet: bool,
    /// Print every file that is written or removed
    #[arg(short, long, global = true, conflicts_with = "quiet")]
    verbose: bool,
    /// When to use color
    #[arg(long, global = true, value_name = "WHEN", default_value_t = ColorChoice::Auto)]
    color: ColorChoice,
}

/// One command; each has its file.
#[derive(Debug, Subcommand)]
enum Command {
    /// Begin a crate: fetch the model of a service, and write codegen.toml, the model and the crate
    Init(init::Args),
    /// Add operations to a crate of codegen.toml
    Add(extend::AddArgs),
    /// Remove operations from a crate of codegen.toml
    Remove(extend::RemoveArgs),
    /// Generate the crates of codegen.toml, or one crate from --model
    Codegen(codegen::Args),
    /// Show what a new model changes for the API and its users
    Diff(diff::Args),
    /// Show what a model offers and what each operation would add to a crate
    Inspect(inspect::Args),
    /// Take a newer model for a crate of codegen.toml: model, crate and changelog together
    Update(update::Args),
    /// List the operations that Rust code calls, and those of codegen.toml that it doesn't
    Scan(scan::Args),
    /// Print a script that completes this command in a shell
    Completions(completions::Args),
}

/// Runs the command line of this process. `command` is what users call it: `smithy-slim`, or `cargo xtask` for an alias.
///
/// Messages and help texts use that name. `start` is the directory to look for codegen.toml from, upward.
pub fn main(command: &'static str, start: &Path) -> ExitCode {
    let cli = match parse(command, std::env::args_os()) {
        Ok(cli) => cli,
        Err(error) => error.exit(),
    };
    let invocation = invocation(command, start, &cli.global);
    let outcome = report::outcome(run_command(&invocation, &cli.command), invocation.verbosity);
    report::print(&outcome, cli.global.color)
}

/// Runs a command line in this process and returns what it would print. The first of `args` is the program's name.
///
/// Paths in the arguments are relative to the current directory of the process.
pub fn run(
    command: &'static str,
    start: &Path,
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
) -> Outcome {
    match parse(command, args) {
        Ok(cli) => {
            let invocation = invocation(command, start, &cli.global);
            report::outcome(run_command(&invocation, &cli.command), invocation.verbosity)
        }
        Err(error) => report::usage(&error),
    }
}

fn parse(
    command: &'static str,
    args: impl IntoIterator<Item = impl Into<OsString> + Clone>,
) -> Result<Cli, clap::Error> {
    let parser = parser(command);
    Cli::from_arg_matches(&parser.try_get_matches_from(args)?)
}

/// The parser under the name that users call.
pub(crate) fn parser(command: &'static str) -> clap::Command {
    Cli::command().name(command).bin_name(command)
}

fn invocation(command: &'static str, start: &Path, global: &Global) -> Invocation {
    let mut invocation = Invocation::new(command, start);
    invocation.verbosity = match (global.quiet, global.verbose) {
        (true, _) => Verbosity::Quiet,
        (false, false) => Verbosity::Normal,
        (false, true) => Verbosity::Verbose,
    };
    invocation
}

fn run_command(invocation: &Invocation, command: &Command) -> anyhow::Result<Report> {
    match command {
        Command::Init(args) => init::run(invocation, args),
        Command::Add(args) => extend::add(invocation, args),
        Command::Remove(args) => extend::remove(invocation, args),
        Command::Scan(args) => scan::run(invocation, args),
        Command::Codegen(args) => codegen::run(invocation, args),
        Command::Diff(args) => diff::run(invocation, args),
        Command::Inspect(args) => inspect::run(invocation, args),
        Command::Update(args) => update::run(invocation, args),
        Command::Completions(args) => Ok(completions::run(invocation, args)),
    }
}
