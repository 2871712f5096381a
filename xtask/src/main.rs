//! `cargo xtask`: the commands of `smithy-slim` under the name that this repository uses, and `bench`, which only this
//! repository has.

mod bench;

use std::path::PathBuf;
use std::process::ExitCode;

/// `cargo xtask` works in every directory: cargo names this package's directory, which is below the root.
///
/// The variable is read when running and not when compiling, because a binary may outlive the place where it was built.
fn main() -> ExitCode {
    if bench::rustc_wrapper::is_requested() {
        return bench::rustc_wrapper::main();
    }
    let start =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from("."), PathBuf::from);
    if std::env::args().nth(1).as_deref() == Some("bench") {
        return bench::main(&start);
    }
    smithy_slim::cli::main("cargo xtask", &start)
}
