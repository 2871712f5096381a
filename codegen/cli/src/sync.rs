//! Compares the directory of a crate with the generated files.
//!
//! Writing and checking share [`compare`], so that a check passes exactly if a run would write nothing.
//!
//! # What belongs to the generator
//!
//! The files that it generates, and those that an earlier run generated: they say `@generated` in their first lines. Such a
//! file is overwritten or, if it is out of date, deleted. Anything else in the directory belongs to the user. It is never
//! overwritten or deleted unless that is asked for (`--force`): `Cargo.lock`, `target`, what begins with a dot (`.git`,
//! `.gitignore`, …) and the paths of `keep` are skipped, and all else stops the run with the names of the files.
//!
//! Symbolic links below the directory are never followed.

mod scan;
mod show;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::crate_spec::CrateSpec;
use scan::{Kind, scan};
pub use show::{github, show};
pub use write::{Force, write};

/// A crate's files by their path in it.
pub type Files = BTreeMap<PathBuf, String>;

/// Files outside of crates that belong to the same change, by their resolved path.
pub type Loose = BTreeMap<PathBuf, String>;

/// What generated files say in their first lines.
pub const MARK: &str = "@generated";

/// The differences between a crate's directory and the files that should be in it.
#[derive(Debug)]
pub struct Changes {
    /// The crate's directory.
    dir: PathBuf,
    /// The crate's directory as the user knows it.
    shown: PathBuf,
    /// The files that should be in the directory.
    files: Files,
    /// The files that differ.
    differences: BTreeMap<PathBuf, Difference>,
    /// The directories that are there.
    dirs: BTreeSet<PathBuf>,
    /// The number of files that are up to date.
    pub unchanged: usize,
}

/// How a file differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// It has other contents.
    Modified,
    /// It differs in nothing but line ends.
    LineEnds,
    /// It isn't there.
    Missing,
    /// It should not be there.
    Unexpected,
    /// A file of the user, or a link, is where a generated file belongs.
    InTheWay,
    /// A file of the user is in the directory.
    Foreign,
}

impl Changes {
    /// The files that differ, in the order of their paths.
    pub fn differences(&self) -> impl Iterator<Item = (&Path, Difference)> {
        let differences = self.differences.iter();
        differences.map(|(path, difference)| (path.as_path(), *difference))
    }

    /// The files that differ, with the paths that the user knows.
    pub fn shown_differences(&self) -> impl Iterator<Item = (PathBuf, Difference)> {
        let differences = self.differences();
        differences.map(|(path, difference)| (self.shown.join(path), difference))
    }

    /// The number of files to write.
    pub fn to_write(&self) -> usize {
        self.differences()
            .filter(|(_, it)| it.is_to_write())
            .count()
    }

    /// The number of files to remove.
    pub fn to_remove(&self) -> usize {
        self.differences.len() - self.to_write()
    }

    /// The user's files, which may only be overwritten or deleted if that is asked for.
    fn foreign(&self) -> impl Iterator<Item = PathBuf> {
        self.shown_differences()
            .filter(|(_, it)| it.is_foreign())
            .map(|(path, _)| path)
    }

    /// Whether nothing of the crate is there.
    fn is_absent(&self) -> bool {
        self.unchanged == 0
            && self
                .differences
                .values()
                .all(|it| *it == Difference::Missing)
    }
}

impl Difference {
    /// Whether the file gets new contents, and isn't only to be deleted.
    fn is_to_write(self) -> bool {
        match self {
            Self::Modified | Self::LineEnds | Self::Missing | Self::InTheWay => true,
            Self::Unexpected | Self::Foreign => false,
        }
    }

    fn is_foreign(self) -> bool {
        match self {
            Self::InTheWay | Self::Foreign => true,
            Self::Modified | Self::LineEnds | Self::Missing | Self::Unexpected => false,
        }
    }
}

/// Compares the generated files with the crate's directory. Nothing is written.
///
/// # Errors
///
/// If the directory can't be read, or isn't that of a generated crate.
pub fn compare(spec: &CrateSpec, mut files: Files) -> Result<Changes> {
    check_paths(&files)?;
    let is_kept = |path: &Path| spec.keep.iter().any(|kept| path.starts_with(kept));
    files.retain(|path, _| !is_kept(path));
    let found = scan(&spec.out, &is_kept)?;
    refuse_unmarked(spec, &found)?;
    let mut changes = Changes {
        dir: spec.out.clone(),
        shown: spec.out_shown.clone(),
        files,
        differences: BTreeMap::new(),
        dirs: BTreeSet::new(),
        unchanged: 0,
    };
    let nested = nested_crates(&found);
    let is_there = |path: &PathBuf| matches!(found.get(path), Some(Kind::File | Kind::Other));
    let missing = changes.files.keys().filter(|path| !is_there(path));
    changes.differences = missing
        .map(|path| (path.clone(), Difference::Missing))
        .collect();
    for (path, kind) in found {
        let is_nested = nested.iter().any(|dir| path.starts_with(dir));
        match kind {
            Kind::Dir => drop(changes.dirs.insert(path)),
            Kind::File | Kind::Other => match difference(&changes, &path, kind, is_nested)? {
                Some(difference) => drop(changes.differences.insert(path, difference)),
                None => changes.unchanged += 1,
            },
        }
    }
    Ok(changes)
}

/// How a file that is there differs from what should be there, if it does.
fn difference(
    changes: &Changes,
    path: &Path,
    kind: Kind,
    is_nested: bool,
) -> Result<Option<Difference>> {
    let file = changes.dir.join(path);
    let bytes = match kind {
        Kind::File => fs::read(&file).with_context(|| file.display().to_string())?,
        Kind::Dir | Kind::Other => Vec::new(),
    };
    let is_ours = kind == Kind::File && has_mark(&bytes) && !is_nested;
    Ok(match (changes.files.get(path), is_ours) {
        (Some(text), _) if kind == Kind::File && text.as_bytes() == bytes => None,
        (Some(_), false) => Some(Difference::InTheWay),
        (Some(text), true) if without_carriage_returns(&bytes) == text.as_bytes() => {
            Some(Difference::LineEnds)
        }
        (Some(_), true) => Some(Difference::Modified),
        (None, true) => Some(Difference::Unexpected),
        (None, false) => Some(Difference::Foreign),
    })
}

fn without_carriage_returns(bytes: &[u8]) -> Vec<u8> {
    bytes
        .iter()
        .copied()
        .filter(|byte| *byte != b'\r')
        .collect()
}

/// The directories below the crate's that are crates themselves, which belong to somebody else whatever their files say.
fn nested_crates(found: &BTreeMap<PathBuf, Kind>) -> Vec<PathBuf> {
    let manifests = found.keys().filter(|path| path.ends_with("Cargo.toml"));
    let dirs = manifests.filter_map(|path| path.parent());
    dirs.filter(|dir| !dir.as_os_str().is_empty())
        .map(Path::to_owned)
        .collect()
}

/// A path that leads out of the crate is a defect of the generator, and must not become a file.
fn check_paths(files: &Files) -> Result<()> {
    for path in files.keys() {
        let mut parts = path.components();
        let is_inside = parts.all(|part| matches!(part, Component::Normal(_)));
        if !is_inside || path.as_os_str().is_empty() {
            bail!(
                "the generated path `{}` leads out of the crate; please report this",
                path.display()
            );
        }
    }
    Ok(())
}

/// A directory with files in it must be that of a generated crate, so that a wrong `--out` destroys nothing.
fn refuse_unmarked(spec: &CrateSpec, found: &BTreeMap<PathBuf, Kind>) -> Result<()> {
    let is_empty = found.values().all(|kind| *kind == Kind::Dir);
    let is_marked = |name: &&str| {
        found.get(Path::new(name)) == Some(&Kind::File)
            && fs::read(spec.out.join(name)).is_ok_and(|bytes| has_mark(&bytes))
    };
    if is_empty || ["Cargo.toml", "src/lib.rs"].iter().any(is_marked) {
        return Ok(());
    }
    bail!(
        "{}: is not empty and was not generated by this tool; choose another directory, or empty this one",
        spec.out_shown.display(),
    )
}

/// Whether the file says in its first lines that it is generated.
pub fn has_mark(bytes: &[u8]) -> bool {
    let head = bytes.split(|byte| *byte == b'\n').take(10);
    head.map(String::from_utf8_lossy)
        .any(|line| line.contains(MARK))
}

#[cfg(test)]
mod tests;
