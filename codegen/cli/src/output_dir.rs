//! Where a crate may be written. In: a directory as the user wrote it. Out: its real path, or why it can't be used.

use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Directories of the repository that are written by hand; nothing is generated in them.
const RESERVED: [&str; 3] = ["codegen", "models", "xtask"];

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
            Err(error) => return Err(error).with_context(|| shown(&real)),
        }
    }
    Ok(real)
}

/// Says no if writing a crate to `out` would overwrite what isn't generated. All paths are resolved.
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
    if first.starts_with('.') || RESERVED.contains(&first.as_ref()) {
        bail!("`{first}` is not a place for generated code; choose another directory");
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
    fn places() {
        let table = [
            ("/repo/generated", Reach::Repository, None),
            ("/repo/crates/connect", Reach::Repository, None),
            ("/repo/generated2", Reach::Anywhere, None),
            ("/elsewhere/connect", Reach::Anywhere, None),
            ("/elsewhere/connect", Reach::Repository, Some("outside")),
            ("/repo", Reach::Repository, Some("contains the repository")),
            ("/", Reach::Anywhere, Some("contains the repository")),
            ("/repo/xtask", Reach::Anywhere, Some("`xtask` is not")),
            (
                "/repo/codegen/out",
                Reach::Repository,
                Some("`codegen` is not"),
            ),
            ("/repo/.git/x", Reach::Repository, Some("`.git` is not")),
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
        assert!(resolve(&real.join("c/new")).is_err());
    }
}
