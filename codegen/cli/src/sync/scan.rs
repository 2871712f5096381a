//! Lists what is in a crate's directory.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs::{self, FileType};
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// The kinds of directory entries, links not followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A regular file.
    File,
    /// A directory.
    Dir,
    /// A link, a socket, …: something that is never generated.
    Other,
}

/// Everything in `dir` by its path there, except for what cargo keeps at its top, what begins with a dot there, and what
/// `is_kept`. Nothing if there is no such directory.
///
/// # Errors
///
/// If a directory can't be read, or `dir` isn't one.
pub fn scan(dir: &Path, is_kept: &dyn Fn(&Path) -> bool) -> Result<BTreeMap<PathBuf, Kind>> {
    let mut found = BTreeMap::new();
    match fs::metadata(dir) {
        Ok(metadata) if metadata.is_dir() => {}
        Ok(_) => bail!("{}: is not a directory", dir.display()),
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(error).with_context(|| dir.display().to_string()),
    }
    for (path, kind) in entries(dir, Path::new(""))? {
        if !is_skipped(path.as_os_str()) {
            add(dir, path, kind, is_kept, &mut found)?;
        }
    }
    Ok(found)
}

/// Whether an entry at the top belongs to cargo, or to git and the like.
fn is_skipped(name: &OsStr) -> bool {
    name == "Cargo.lock" || name == "target" || name.as_encoded_bytes().starts_with(b".")
}

fn add(
    dir: &Path,
    path: PathBuf,
    kind: Kind,
    is_kept: &dyn Fn(&Path) -> bool,
    found: &mut BTreeMap<PathBuf, Kind>,
) -> Result<()> {
    if is_kept(&path) {
        return Ok(());
    }
    if kind == Kind::Dir {
        for (path, kind) in entries(dir, &path)? {
            add(dir, path, kind, is_kept, found)?;
        }
    }
    found.insert(path, kind);
    Ok(())
}

fn entries(dir: &Path, inside: &Path) -> Result<Vec<(PathBuf, Kind)>> {
    let path = dir.join(inside);
    let read = || -> std::io::Result<Vec<_>> {
        fs::read_dir(&path)?
            .map(|entry| {
                let entry = entry?;
                Ok((inside.join(entry.file_name()), kind(entry.file_type()?)))
            })
            .collect()
    };
    read().with_context(|| path.display().to_string())
}

fn kind(file_type: FileType) -> Kind {
    if file_type.is_file() {
        Kind::File
    } else if file_type.is_dir() {
        Kind::Dir
    } else {
        Kind::Other
    }
}
