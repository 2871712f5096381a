//! Takes the place of the compiler for cargo (`RUSTC_WRAPPER`), and logs how long the crate in question takes.

use std::fs::OpenOptions;
use std::io::Write as _;
use std::process::{Command, ExitCode};
use std::time::Instant;

/// The environment variable with the name of the crate to log.
pub const CRATE: &str = "XTASK_BENCH_CRATE";
/// The environment variable with the path of the log: one line with the seconds of each compilation.
pub const LOG: &str = "XTASK_BENCH_LOG";
/// The environment variable with an unstable flag for the compilation of the crate.
pub const FLAG: &str = "XTASK_BENCH_FLAG";

/// Whether cargo runs this program as the compiler.
pub fn is_requested() -> bool {
    std::env::var_os(CRATE).is_some()
}

/// Runs the compiler, which is the first argument.
pub fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}

fn run() -> std::io::Result<ExitCode> {
    let mut args = std::env::args_os().skip(1);
    let compiler = args.next().unwrap_or_default();
    let args: Vec<_> = args.collect();
    let name = std::env::var_os(CRATE);
    let is_measured = args
        .windows(2)
        .any(|pair| pair[0] == "--crate-name" && Some(&pair[1]) == name.as_ref());
    let mut command = Command::new(compiler);
    command.args(args);
    if let (true, Some(flag)) = (is_measured, std::env::var_os(FLAG)) {
        command.arg(flag).env("RUSTC_BOOTSTRAP", "1");
    }
    let start = Instant::now();
    let status = command.status()?;
    if let (true, Some(log)) = (is_measured, std::env::var_os(LOG)) {
        let mut log = OpenOptions::new().create(true).append(true).open(log)?;
        writeln!(log, "{}", start.elapsed().as_secs_f64())?;
    }
    Ok(match status.success() {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    })
}
