//! Bringing a directory in line with a generated crate. In: the crate's files. Out: the differences, to show or to make go away.
//!
//! Writing and checking share [`compare`], so that a check passes exactly if a run would write nothing.
//!
//! # What belongs to the generator
//!
//! Everything in the crate's directory but `Cargo.lock`, `target` and what begins with a dot (`.git`, `.gitignore`, …), all
//! three at its top. The rest is overwritten and, if it is stale, deleted. So that a wrong `--out` destroys nothing, a directory
//! with anything else in it is only touched if its Cargo.toml or src/lib.rs says `@generated`.
//!
//! Symbolic links below the directory are never followed: a link in the place of a file or directory is a difference and
//! gives way to it, and what it leads to stays as it is.

mod scan;
mod show;
mod write;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

use scan::{Kind, scan};
pub use show::show;
pub use write::{write, write_with};

/// A crate's files by their path in it.
pub type Files = BTreeMap<PathBuf, String>;

/// Files outside of crates that belong to the same change, by their resolved path. They are overwritten, never deleted.
pub type Loose = BTreeMap<PathBuf, String>;

/// What generated files say in their first lines; of one of these two it is required.
const MARK: &str = "@generated";
const MARKED: [&str; 2] = ["Cargo.toml", "src/lib.rs"];

/// How a directory differs from the crate that should be in it.
#[derive(Debug)]
pub struct Changes<'a> {
    /// The crate's directory.
    dir: PathBuf,
    /// The crate's directory as the user knows it.
    shown: PathBuf,
    /// What should be in the directory.
    files: &'a Files,
    /// The files that differ.
    differences: BTreeMap<PathBuf, Difference>,
    /// The directories that are there.
    dirs: BTreeSet<PathBuf>,
    /// The files that are what they should be.
    pub unchanged: usize,
}

/// How a file differs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Difference {
    /// It has other contents.
    Modified,
    /// It isn't there.
    Missing,
    /// It is a link or something else that isn't a file.
    Replaced,
    /// It should not be there.
    Unexpected,
}

impl Changes<'_> {
    /// The files that differ, in the order of their paths.
    pub fn differences(&self) -> impl Iterator<Item = (&Path, Difference)> {
        let differences = self.differences.iter();
        differences.map(|(path, difference)| (path.as_path(), *difference))
    }

    /// How many files differ in a way that means: write it (`true`), or delete it (`false`).
    pub fn count(&self, to_write: bool) -> usize {
        self.differences()
            .filter(|(_, difference)| difference.is_to_write() == to_write)
            .count()
    }

    fn note(&mut self, path: &Path, difference: Difference) {
        self.differences.insert(path.to_owned(), difference);
    }

    /// The directories that the crate's files need, parents first.
    fn needed_dirs(&self) -> BTreeSet<&Path> {
        let parents = self.files.keys().flat_map(|file| file.ancestors().skip(1));
        parents.filter(|dir| !dir.as_os_str().is_empty()).collect()
    }
}

impl Difference {
    /// Whether the file gets new contents, and isn't only to be deleted.
    fn is_to_write(self) -> bool {
        match self {
            Self::Modified | Self::Missing | Self::Replaced => true,
            Self::Unexpected => false,
        }
    }
}

/// Compares the crate with the directory `dir`, which reports call `shown`. Nothing is written.
///
/// # Errors
///
/// If the directory can't be read, or holds something that isn't generated.
pub fn compare<'a>(dir: &Path, shown: &Path, files: &'a Files) -> Result<Changes<'a>> {
    check_paths(files)?;
    let mut changes = Changes {
        dir: dir.to_owned(),
        shown: shown.to_owned(),
        files,
        differences: BTreeMap::new(),
        dirs: BTreeSet::new(),
        unchanged: 0,
    };
    let found = scan(dir, files)?;
    refuse_foreign(dir, shown, &found)?;
    for (path, kind) in &found {
        match (files.contains_key(path), kind) {
            (_, Kind::Dir) => {
                changes.dirs.insert(path.clone());
            }
            (false, Kind::File | Kind::Other) => changes.note(path, Difference::Unexpected),
            (true, Kind::Other) => changes.note(path, Difference::Replaced),
            (true, Kind::File) => {
                let file = dir.join(path);
                let bytes = fs::read(&file).with_context(|| file.display().to_string())?;
                if bytes == files[path].as_bytes() {
                    changes.unchanged += 1;
                } else {
                    changes.note(path, Difference::Modified);
                }
            }
        }
    }
    let is_file = |path: &PathBuf| matches!(found.get(path), Some(Kind::File | Kind::Other));
    for path in files.keys().filter(|path| !is_file(path)) {
        changes.note(path, Difference::Missing);
    }
    Ok(changes)
}

/// A path that leads out of the crate is a defect of the generator, and must not become a file.
fn check_paths(files: &Files) -> Result<()> {
    for path in files.keys() {
        let mut parts = path.components();
        let is_inside = parts.all(|part| matches!(part, Component::Normal(_)));
        if !is_inside || path.as_os_str().is_empty() {
            bail!(
                "generated path `{}` leads out of the crate; please report this",
                path.display()
            );
        }
    }
    Ok(())
}

/// A directory with files in it must have been generated.
fn refuse_foreign(dir: &Path, shown: &Path, found: &BTreeMap<PathBuf, Kind>) -> Result<()> {
    let is_empty = found.values().all(|kind| *kind == Kind::Dir);
    let is_marked = |name: &str| {
        found.get(Path::new(name)) == Some(&Kind::File)
            && fs::read(dir.join(name)).is_ok_and(|bytes| has_mark(&bytes))
    };
    if is_empty || MARKED.iter().any(|name| is_marked(name)) {
        return Ok(());
    }
    bail!(
        "{}: has files in it, and neither its {} says `{MARK}`; it is left as it is, because everything in it would be \
         overwritten or deleted; choose another directory, or empty this one",
        shown.display(),
        MARKED.join(" nor its "),
    )
}

fn has_mark(bytes: &[u8]) -> bool {
    let head = bytes.split(|byte| *byte == b'\n').take(10);
    head.map(String::from_utf8_lossy)
        .any(|line| line.contains(MARK))
}

#[cfg(test)]
mod tests;
