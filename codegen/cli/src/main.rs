//! The command `smithy-slim`; see the library of the same name.

use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    smithy_slim::cli::main("smithy-slim", Path::new("."))
}
