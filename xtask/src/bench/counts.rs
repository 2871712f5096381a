//! Counts what doesn't depend on the machine, for CI: lines of LLVM IR and crates in the dependency tree.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::project::{CALLS, Features, Project, calls_package};
use super::subject::Subject;

/// The committed counts, from the root of the repository.
const FILE: &str = "xtask/src/bench/counts.json";

/// Counts by their names.
type Counts = BTreeMap<String, usize>;

/// Counts, prints the counts and writes them to the committed file.
pub fn write(repository: &Path) -> Result<()> {
    let counts = count(repository)?;
    fs::write(
        repository.join(FILE),
        serde_json::to_string_pretty(&counts)? + "\n",
    )?;
    for (name, count) in &counts {
        println!("{name}: {count}");
    }
    Ok(())
}

/// Counts and compares. Returns false if a count is more than a tenth above the committed one.
pub fn check(repository: &Path) -> Result<bool> {
    let file = repository.join(FILE);
    let text = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
    let committed: Counts = serde_json::from_str(&text)?;
    let mut is_good = true;
    for (name, count) in &count(repository)? {
        let before = committed.get(name).copied().unwrap_or_default();
        println!("{name}: {count}, committed {before}");
        is_good &= *count <= limit(before);
    }
    if !is_good {
        println!(
            "a count is more than a tenth above the committed one; make the crate smaller, or run `cargo xtask bench --counts`"
        );
    }
    Ok(is_good)
}

/// The highest count that passes: compilers differ.
fn limit(committed: usize) -> usize {
    committed + committed / 10
}

fn count(repository: &Path) -> Result<Counts> {
    let project = Project::create(repository, Subject::Slim, Features::NoHttps)?;
    let mut counts = Counts::new();
    let packages = CALLS.map(calls_package);
    for package in ["connect-slim"]
        .into_iter()
        .chain(packages.iter().map(String::as_str))
    {
        counts.insert(
            format!("LLVM lines of {package}"),
            llvm_lines(&project, package)?,
        );
    }
    let tree = project.output(&[
        "tree",
        "--quiet",
        "-p",
        "connect-slim",
        "-e",
        "normal",
        "--prefix",
        "none",
        "-f",
        "{p}",
    ])?;
    let units: BTreeSet<&str> = tree.lines().collect();
    counts.insert("crates in the dependency tree".to_owned(), units.len());
    Ok(counts)
}

/// Counts the lines of LLVM IR before optimization, which the time of the compiler mostly depends on.
fn llvm_lines(project: &Project, package: &str) -> Result<usize> {
    project.output(&[
        "rustc",
        "--quiet",
        "-p",
        package,
        "--lib",
        "--",
        "--emit=llvm-ir",
        "-Ccodegen-units=1",
        "-Cno-prepopulate-passes",
    ])?;
    let file = project.newest("debug/deps", &package.replace('-', "_"), ".ll")?;
    let text = fs::read_to_string(&file)?;
    Ok(text.lines().filter(|line| is_instruction(line)).count())
}

/// Instructions are indented; labels, comments and declarations aren't.
fn is_instruction(line: &str) -> bool {
    line.starts_with("  ") && !line.trim_start().starts_with(';')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_instructions_are_counted() {
        let text = "define void @f() {\nstart:\n  %x = add i32 1, 2\n; comment\n  ; comment\n  ret void\n}\n";
        assert_eq!(text.lines().filter(|line| is_instruction(line)).count(), 2);
    }

    #[test]
    fn a_tenth_more_passes() {
        assert_eq!((limit(100), limit(95)), (110, 104));
    }

    #[test]
    fn every_count_is_committed() {
        let committed: Counts = serde_json::from_str(include_str!("counts.json")).unwrap();
        let calls = CALLS.map(|calls| format!("LLVM lines of {}", calls_package(calls)));
        assert!(
            calls.iter().all(|name| committed.contains_key(name)),
            "{committed:?}"
        );
    }
}
