//! Decides whether a crate may be written to a directory.

use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

/// How far away a crate may be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// Below the repository's root.
    Repository,
    /// Anywhere, as long as nothing of the repository is overwritten.
    Anywhere,
}

/// The real path of `out`, if a crate may be written there. `model` and `root` are resolved.
///
/// # Errors
///
/// If the path can't be resolved; else the reason why nothing may be written there, as a sentence about "it".
pub fn usable(
    out: &Path,
    model: Option<&Path>,
    root: Option<&Path>,
    reach: Reach,
) -> Result<PathBuf> {
    let resolved = resolve(out)?;
    check(&resolved, model, root, reach)?;
    check_not_nested(&resolved)?;
    Ok(resolved)
}

/// The real path of `path`, whose last parts needn't exist yet: no `..` and no symbolic link is left in it.
///
/// # Errors
///
/// If a directory can't be read, or a symbolic link leads to nothing.
pub fn resolve(path: &Path) -> Result<PathBuf> {
    let absolute = std::path::absolute(path).with_context(|| shown(path))?;
    let mut real = PathBuf::new();
    for part in absolute.components() {
        match part {
            Component::Prefix(_) | Component::RootDir | Component::Normal(_) => real.push(part),
            Component::CurDir => {}
            // `real` is free of links here, so that its parent is the one the file system would take.
            Component::ParentDir => {
                real.pop();
            }
        }
        match real.canonicalize() {
            Ok(canonical) => real = canonical,
            Err(error) if error.kind() == ErrorKind::NotFound && !real.is_symlink() => {}
            Err(_) if is_dangling(&real) => {
                bail!("{}: is a link to nothing; remove it", shown(&real))
            }
            Err(error) => return Err(error).with_context(|| shown(&real)),
        }
    }
    Ok(real)
}

fn is_dangling(path: &Path) -> bool {
    path.is_symlink() && !path.exists()
}

/// Refuses a directory inside of a generated crate, whose next run would delete it.
fn check_not_nested(out: &Path) -> Result<()> {
    let is_generated = |dir: &&Path| {
        let manifest = std::fs::read(dir.join("Cargo.toml"));
        manifest.is_ok_and(|bytes| crate::sync::has_mark(&bytes))
    };
    match out.ancestors().skip(1).find(is_generated) {
        Some(dir) => bail!(
            "it is inside of the generated crate {}; choose another directory",
            shown(dir)
        ),
        None => Ok(()),
    }
}

/// Refuses a directory in which writing a crate would overwrite the repository or the model. All paths are resolved.
fn check(out: &Path, model: Option<&Path>, root: Option<&Path>, reach: Reach) -> Result<()> {
    if let Some(root) = root {
        if root.starts_with(out) {
            bail!("it contains the repository; choose a directory of its own for the crate");
        }
        match out.strip_prefix(root) {
            Ok(inside) => check_inside(inside)?,
            Err(_) if reach == Reach::Anywhere => {}
            Err(_) => bail!("it is outside of the repository; choose a directory below its root"),
        }
    }
    if model.is_some_and(|model| model.starts_with(out)) {
        bail!("it contains the model, which would be deleted; choose another directory");
    }
    Ok(())
}

fn check_inside(inside: &Path) -> Result<()> {
    let Some(Component::Normal(first)) = inside.components().next() else {
        return Ok(());
    };
    let first = first.to_string_lossy();
    if first.starts_with('.') {
        bail!("refusing to write to `{first}`; choose another directory");
    }
    Ok(())
}

fn shown(path: &Path) -> String {
    path.display().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directories_that_may_be_written() {
        let table = [
            ("/repo/generated", Reach::Repository, None),
            ("/repo/crates/connect", Reach::Repository, None),
            ("/repo/generated2", Reach::Anywhere, None),
            ("/elsewhere/connect", Reach::Anywhere, None),
            ("/elsewhere/connect", Reach::Repository, Some("outside")),
            ("/repo", Reach::Repository, Some("contains the repository")),
            ("/", Reach::Anywhere, Some("contains the repository")),
            ("/repo/models/connect", Reach::Repository, None),
            (
                "/repo/.git/x",
                Reach::Repository,
                Some("refusing to write to `.git`"),
            ),
            ("/data", Reach::Anywhere, Some("contains the model")),
        ];
        for (out, reach, expected) in table {
            let result = check(
                Path::new(out),
                Some(Path::new("/data/connect.json")),
                Some(Path::new("/repo")),
                reach,
            );
            let message = result.err().map(|error| error.to_string());
            match (expected, message) {
                (None, None) => {}
                (Some(part), Some(message)) => assert!(message.contains(part), "{out}: {message}"),
                (expected, message) => panic!("{out}: expected {expected:?}, got {message:?}"),
            }
        }
    }

    #[test]
    fn resolves_what_does_not_exist_yet() {
        let dir = tempfile::tempdir().unwrap();
        let real = dir.path().canonicalize().unwrap();
        let path = dir.path().join("no/such/../place");
        assert_eq!(resolve(&path).unwrap(), real.join("no/place"));
    }

    #[cfg(unix)]
    #[test]
    fn follows_links_and_refuses_dangling_ones() {
        let dir = tempfile::tempdir().unwrap();
        let real = dir.path().canonicalize().unwrap();
        std::fs::create_dir(real.join("a")).unwrap();
        std::os::unix::fs::symlink(real.join("a"), real.join("b")).unwrap();
        std::os::unix::fs::symlink(real.join("nowhere"), real.join("c")).unwrap();
        assert_eq!(resolve(&real.join("b/../x")).unwrap(), real.join("x"));
        assert_eq!(resolve(&real.join("b/new")).unwrap(), real.join("a/new"));
        let error = resolve(&real.join("c/new")).unwrap_err().to_string();
        assert!(
            error.ends_with("c: is a link to nothing; remove it"),
            "{error}"
        );
    }

    #[test]
    fn a_directory_inside_of_a_generated_crate_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let real = dir.path().canonicalize().unwrap();
        std::fs::write(real.join("Cargo.toml"), "[package]\n").unwrap();
        assert!(usable(&real.join("a/b"), None, None, Reach::Anywhere).is_ok());
        std::fs::create_dir(real.join("a")).unwrap();
        std::fs::write(real.join("a/Cargo.toml"), "# @generated by smithy-slim\n").unwrap();
        assert!(usable(&real.join("a"), None, None, Reach::Anywhere).is_ok());
        let error = usable(&real.join("a/b"), None, None, Reach::Anywhere).unwrap_err();
        assert!(
            error.to_string().contains("inside of the generated crate"),
            "{error}"
        );
    }
}
