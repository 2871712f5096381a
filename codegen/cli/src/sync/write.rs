//! Making the differences go away. In: the differences of all crates. Out: the directories as they should be, or as they were.
//!
//! # What is guaranteed
//!
//! All contents are written to a staging directory beside the crate first, with a second name (hard link) of each file that
//! will be overwritten. Only when that has succeeded for all crates does the second phase begin, which consists of renames
//! and needs no space on the disk.
//!
//! - An error leaves every crate as it was: in the first phase nothing has happened to them, in the second all is undone.
//! - A file is replaced by one rename and so is the old or the new one, never half of one and never absent. In particular the
//!   Cargo.toml is always there, without which cargo couldn't load the workspace to run this program again.
//! - If the process is killed in the second phase (some milliseconds), a crate may be part old, part new. The next run sees
//!   the rest as differences and completes it, since they don't depend on what has happened before.
//! - Files that are as they should be aren't touched: their time stamps stay, and cargo doesn't rebuild for them.
//!
//! Not guaranteed: anything after a power failure (there is no fsync), since everything can be generated again.

use std::collections::BTreeSet;
use std::fs::{self, File, TryLockError};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow, bail};

use super::{Changes, Difference, Loose, MARKED};

/// Makes the differences of all crates go away.
///
/// # Errors
///
/// If something can't be written. The crates are then as they were.
pub fn write(crates: &[Changes<'_>]) -> Result<()> {
    commit(stage(crates)?)
}

/// Makes the differences of all crates go away and writes the loose files, all or nothing. Returns the paths of what was written
/// or deleted.
///
/// # Errors
///
/// If something can't be written. Everything is then as it was.
pub fn write_with(crates: &[Changes<'_>], loose: &Loose) -> Result<Vec<PathBuf>> {
    let mut staged = stage(crates)?;
    let in_crates = crates.iter().flat_map(|changes| {
        let differences = changes.differences();
        differences.map(|(path, _)| changes.shown.join(path))
    });
    let mut written: Vec<PathBuf> = in_crates.collect();
    for (path, text) in loose {
        if stage_loose(&mut staged, path, text)? {
            written.push(path.clone());
        }
    }
    commit(staged)?;
    Ok(written)
}

/// Stages one file beside its place, and tells whether there is anything to do.
fn stage_loose(staged: &mut Staged, path: &Path, text: &str) -> Result<bool> {
    let old = match fs::read(path) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(error).with_context(|| path.display().to_string()),
    };
    if old.as_deref() == Some(text.as_bytes()) {
        return Ok(false);
    }
    let name = Path::new(path.file_name().context("a file without a name")?);
    let staging = Staging::create(staging_dir(path)?)?;
    let new = staging.place("new", name)?;
    fs::write(&new, text).with_context(|| new.display().to_string())?;
    staged.steps.push(match old {
        None => Step::Move(new, path.to_owned()),
        Some(_) => Step::replace(&staging, new, name, path)?,
    });
    staged.dirs.push(staging);
    Ok(true)
}

/// One change of a crate, in a form that can be undone.
#[derive(Debug)]
enum Step {
    /// Rename what is at the first path to the second, where nothing is.
    Move(PathBuf, PathBuf),
    /// Rename a new file over an old one, which has another name too.
    Replace {
        new: PathBuf,
        path: PathBuf,
        backup: PathBuf,
    },
    /// Create a directory.
    CreateDir(PathBuf),
    /// Remove an empty directory.
    RemoveDir(PathBuf),
}

/// Everything that is ready to be renamed, and the steps to take.
#[derive(Debug, Default)]
pub(super) struct Staged {
    steps: Vec<Step>,
    dirs: Vec<Staging>,
}

/// The first phase: nothing of the crates changes.
pub(super) fn stage(crates: &[Changes<'_>]) -> Result<Staged> {
    let mut staged = Staged::default();
    for changes in crates {
        let needed = changes.needed_dirs();
        let idle: Vec<_> = idle_dirs(changes, &needed).collect();
        let place = staging_dir(&changes.dir)?;
        // A run that was killed while it cleaned up has left only the staging directory.
        if changes.differences.is_empty() && idle.is_empty() && !place.exists() {
            continue;
        }
        let staging = Staging::create(place)?;
        let removals = removals(changes, &staging)?;
        let creations = missing_dirs(changes, &needed);
        let files = stage_files(changes, &staging)?;
        staged.steps.extend(removals);
        staged.steps.extend(idle.into_iter().map(Step::RemoveDir));
        staged.steps.extend(creations);
        staged.steps.extend(files);
        staged.dirs.push(staging);
    }
    Ok(staged)
}

/// Directories that no file needs, the deepest first.
fn idle_dirs<'a>(
    changes: &'a Changes<'_>,
    needed: &'a BTreeSet<&Path>,
) -> impl Iterator<Item = PathBuf> + 'a {
    let dirs = changes.dirs.iter().rev();
    dirs.filter(|dir| !needed.contains(dir.as_path()))
        .map(|dir| changes.dir.join(dir))
}

/// Moves away what must not be there, so that it can be moved back.
fn removals(changes: &Changes<'_>, staging: &Staging) -> Result<Vec<Step>> {
    let is_removed = |difference| match difference {
        Difference::Unexpected | Difference::Replaced => true,
        Difference::Modified | Difference::Missing => false,
    };
    changes
        .differences()
        .filter(|(_, difference)| is_removed(*difference))
        .map(|(path, _)| {
            let backup = staging.place("old", path)?;
            Ok(Step::Move(changes.dir.join(path), backup))
        })
        .collect()
}

/// Creates the directories that aren't there, parents first, those above the crate included.
fn missing_dirs(changes: &Changes<'_>, needed: &BTreeSet<&Path>) -> Vec<Step> {
    let mut above: Vec<&Path> = changes
        .dir
        .ancestors()
        .take_while(|dir| !dir.exists())
        .collect();
    above.reverse();
    let inside = needed.iter().filter(|dir| !changes.dirs.contains(**dir));
    above
        .into_iter()
        .map(Path::to_owned)
        .chain(inside.map(|dir| changes.dir.join(dir)))
        .map(Step::CreateDir)
        .collect()
}

/// Writes the new files to the staging directory. The files that mark a crate as generated come first in the second phase, so
/// that the next run knows the directory again if this one is killed.
fn stage_files(changes: &Changes<'_>, staging: &Staging) -> Result<Vec<Step>> {
    let mut to_write: Vec<_> = changes
        .differences()
        .filter(|(_, difference)| difference.is_to_write())
        .collect();
    to_write.sort_by_key(|(path, _)| !MARKED.iter().any(|name| Path::new(name) == *path));
    to_write
        .into_iter()
        .map(|(path, difference)| stage_file(changes, staging, path, difference))
        .collect()
}

fn stage_file(
    changes: &Changes<'_>,
    staging: &Staging,
    path: &Path,
    difference: Difference,
) -> Result<Step> {
    let new = staging.place("new", path)?;
    fs::write(&new, &changes.files[path]).with_context(|| new.display().to_string())?;
    let path_on_disk = changes.dir.join(path);
    match difference {
        Difference::Modified => Step::replace(staging, new, path, &path_on_disk),
        Difference::Missing | Difference::Replaced | Difference::Unexpected => {
            Ok(Step::Move(new, path_on_disk))
        }
    }
}

/// The second phase: all steps, or none.
pub(super) fn commit(mut staged: Staged) -> Result<()> {
    for (index, step) in staged.steps.iter().enumerate() {
        let Err(error) = step.take() else { continue };
        let undone: io::Result<()> = staged.steps[..index].iter().rev().try_for_each(Step::undo);
        let error = anyhow!(error).context(step.path().display().to_string());
        return match undone {
            Ok(()) => Err(error.context("nothing was changed")),
            Err(second) => {
                let places = staged.dirs.iter_mut().map(Staging::keep);
                let places = places.collect::<Vec<_>>().join(", ");
                Err(error.context(format!(
                    "going back failed too ({second}); the old files are in {places}"
                )))
            }
        };
    }
    Ok(())
}

impl Step {
    /// Replaces what is at `path` by `new`. The old file gets a second name, which `name` stands for in the staging directory.
    fn replace(staging: &Staging, new: PathBuf, name: &Path, path: &Path) -> Result<Self> {
        let backup = staging.place("old", name)?;
        fs::hard_link(path, &backup)
            .or_else(|_| fs::copy(path, &backup).map(drop))
            .with_context(|| backup.display().to_string())?;
        Ok(Self::Replace {
            new,
            path: path.to_owned(),
            backup,
        })
    }

    fn take(&self) -> io::Result<()> {
        match self {
            Self::Move(from, to) => fs::rename(from, to),
            Self::Replace { new, path, .. } => fs::rename(new, path),
            Self::CreateDir(dir) => fs::create_dir(dir),
            Self::RemoveDir(dir) => fs::remove_dir(dir),
        }
    }

    fn undo(&self) -> io::Result<()> {
        match self {
            Self::Move(from, to) => fs::rename(to, from),
            Self::Replace { path, backup, .. } => fs::rename(backup, path),
            Self::CreateDir(dir) => fs::remove_dir(dir),
            Self::RemoveDir(dir) => fs::create_dir(dir),
        }
    }

    /// The path to name if the step fails.
    fn path(&self) -> &Path {
        match self {
            Self::Move(path, _)
            | Self::Replace { path, .. }
            | Self::CreateDir(path)
            | Self::RemoveDir(path) => path,
        }
    }
}

/// A directory beside a crate, in the same file system, for one run; it is deleted at the end.
#[derive(Debug)]
struct Staging {
    dir: PathBuf,
    /// Held until the end, so that a second run doesn't delete what this one has staged.
    _lock: File,
    keep: bool,
}

/// The staging directory for the crate at `out`: beside it, or beside the first of its directories that isn't there yet.
///
/// Its name is always the same, so that a killed run leaves at most one, and only until the next run.
fn staging_dir(out: &Path) -> Result<PathBuf> {
    let base = out.ancestors().skip(1).find(|dir| dir.is_dir());
    let base = base.with_context(|| format!("{}: has no parent", out.display()))?;
    let inside = out.strip_prefix(base).unwrap_or(out);
    let names: Vec<_> = inside.iter().map(|name| name.to_string_lossy()).collect();
    Ok(base.join(format!(".{}.codegen-tmp", names.join("-"))))
}

/// The file in a staging directory that is locked while a run uses the directory.
const LOCK: &str = "lock";

impl Staging {
    /// Creates the staging directory, and deletes what an interrupted run left of it.
    fn create(dir: PathBuf) -> Result<Self> {
        if !is_ours(&dir) {
            bail!("{}: is in the way; remove it", dir.display());
        }
        Self::take(&dir).with_context(|| dir.display().to_string())
    }

    fn take(dir: &Path) -> Result<Self> {
        fs::create_dir_all(dir)?;
        let lock = File::create(dir.join(LOCK))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                bail!("another run is writing this crate; wait for it")
            }
            // A file system without locks: two runs at once are then the user's to avoid.
            Err(TryLockError::Error(error)) if error.kind() == ErrorKind::Unsupported => {}
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        empty(dir)?;
        Ok(Self {
            dir: dir.to_owned(),
            _lock: lock,
            keep: false,
        })
    }

    /// The staged path for `path`, with its directory created.
    fn place(&self, part: &str, path: &Path) -> Result<PathBuf> {
        let place = self.dir.join(part).join(path);
        if let Some(parent) = place.parent() {
            fs::create_dir_all(parent).with_context(|| parent.display().to_string())?;
        }
        Ok(place)
    }

    /// Leaves the directory for the user, and tells where it is.
    fn keep(&mut self) -> String {
        self.keep = true;
        self.dir.display().to_string()
    }
}

/// Whether a staging directory may be taken: it isn't there, or a run has made it. Such a run creates the lock first and
/// deletes it last, so that whenever it is killed, the directory has the lock in it or nothing.
fn is_ours(dir: &Path) -> bool {
    let is_empty = || fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_none());
    !dir.exists() || dir.join(LOCK).is_file() || is_empty()
}

/// Deletes what is staged, but not the lock.
fn empty(dir: &Path) -> io::Result<()> {
    for part in ["new", "old"] {
        match fs::remove_dir_all(dir.join(part)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

impl Drop for Staging {
    fn drop(&mut self) {
        if !self.keep {
            // If it can't be deleted, the next run tries again.
            let _ = empty(&self.dir).and_then(|()| fs::remove_dir_all(&self.dir));
        }
    }
}
