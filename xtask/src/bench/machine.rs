//! Describes the machine, the versions and the date of a measurement.

use std::process::Command;

use anyhow::{Context, Result};

/// Returns a sentence such as "Measured on 2026-11-29 with rustc 1.95.0 on 2 cores of an AMD EPYC, Linux x86_64."
pub fn description() -> Result<String> {
    let cores = std::thread::available_parallelism()?;
    let (os, arch) = (std::env::consts::OS, std::env::consts::ARCH);
    let processor = processor().unwrap_or_else(|| "an unknown processor".to_owned());
    Ok(format!(
        "Measured on {} with {} on {cores} cores of {processor}, {os} {arch}.",
        output("date", &["-u", "+%Y-%m-%d"])?,
        output("rustc", &["--version"])?,
    ))
}

/// The name of the processor, on Linux.
fn processor() -> Option<String> {
    let info = std::fs::read_to_string("/proc/cpuinfo").ok()?;
    let line = info.lines().find(|line| line.starts_with("model name"))?;
    Some(line.split_once(':')?.1.trim().to_owned())
}

fn output(program: &str, args: &[&str]) -> Result<String> {
    let output = Command::new(program).args(args).output();
    let output = output.with_context(|| format!("`{program}` can't be run"))?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}
