//! `cargo xtask`: the commands of `smithy-slim` under the name that this repository uses.

use std::path::PathBuf;
use std::process::ExitCode;

/// `cargo xtask` works in every directory: cargo names this package's directory, which is below the root.
///
/// The variable is read when running and not when compiling, because a binary may outlive the place where it was built.
fn main() -> ExitCode {
    let start =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    smithy_slim::cli::main("cargo xtask", &start)
}
