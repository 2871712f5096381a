//! `cargo xtask bench`: measures what users of the generated crate wait for, and compares it with the official crate.

mod chart;
mod counts;
mod machine;
mod project;
mod report;
pub mod rustc_wrapper;
mod subject;
mod times;

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::Parser;

use subject::Subject;

/// Where the chart of the README is, from the root of the repository.
const CHART: &str = "docs/compile-times.svg";

/// Measure what users wait for: the crate alone, the README's example, and crates with 1, 10 and 50 calls
#[derive(Debug, Parser)]
#[command(name = "cargo xtask bench", bin_name = "cargo xtask bench")]
struct Args {
    /// Count instead of measuring time: lines of LLVM IR and crates in the dependency tree
    #[arg(long, conflicts_with_all = ["ours", "quick"])]
    counts: bool,
    /// Fail if a count is more than a tenth above the committed one
    #[arg(long, requires = "counts")]
    check: bool,
    /// Skip the official crate, whose compilation takes minutes, and the chart
    #[arg(long)]
    ours: bool,
    /// Skip the release builds, and the chart
    #[arg(long)]
    quick: bool,
}

/// Runs the command from the directory of this package. Exits with 1 if a check failed, and with 2 on other errors.
pub fn main(package: &Path) -> ExitCode {
    // Cargo's arguments are the program, `bench`, and those of `bench`.
    let args = Args::parse_from(std::env::args_os().skip(1));
    match run(package, &args) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Measures or counts. Returns false if a count is too high.
fn run(package: &Path, args: &Args) -> Result<bool> {
    let repository = package.join("..").canonicalize()?;
    if args.check {
        return counts::check(&repository);
    }
    if args.counts {
        counts::write(&repository)?;
        return Ok(true);
    }
    let subjects: &[Subject] = match args.ours {
        true => &[Subject::Slim, Subject::SlimLight],
        false => &Subject::ALL,
    };
    let extent = match args.quick {
        true => times::Extent::WithoutRelease,
        false => times::Extent::All,
    };
    let measured = subjects
        .iter()
        .map(|subject| Ok((*subject, times::measure(&repository, *subject, extent)?)))
        .collect::<Result<Vec<_>>>()?;
    print!("{}", report::markdown(&measured));
    println!("\n{}", machine::description()?);
    if !args.ours && !args.quick {
        write(&repository.join(CHART), &chart::svg(&measured))?;
    }
    Ok(true)
}

fn write(path: &Path, text: &str) -> Result<()> {
    let directory = path.parent().context("the path has a directory")?;
    std::fs::create_dir_all(directory)?;
    std::fs::write(path, text).with_context(|| path.display().to_string())
}
