//! `completions`: prints a script that completes the command in a shell.

use clap_complete::Shell;

use crate::cli;
use crate::invocation::Invocation;
use crate::report::Report;

/// The command's arguments.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// The shell to write the script for
    shell: Shell,
}

/// Returns the script. It completes `smithy-slim` even under an alias, because a shell can't complete `cargo xtask`.
pub fn run(_: &Invocation, args: &Args) -> Report {
    let name = "smithy-slim";
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut cli::parser(name), name, &mut script);
    Report {
        text: String::from_utf8_lossy(&script).into_owned(),
        ..Report::default()
    }
}
