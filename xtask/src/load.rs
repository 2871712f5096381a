//! Reading a model from disk. In: the path of a file or of a botocore folder. Out: the model.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use smithy_slim::Model;

use crate::report::Problems;

/// The model file of a botocore folder.
const SERVICE_FILES: [&str; 2] = ["service-2.json", "service-2.json.gz"];

/// Reads the model at `path`; `source` names it in messages and in generated files.
///
/// # Errors
///
/// If the file can't be read, or isn't a model.
pub fn model(path: &Path, source: &str) -> Result<Model> {
    let main = main_file(path)?;
    let bytes = fs::read(&main).with_context(|| main.display().to_string())?;
    Model::from_ast(source, &bytes).map_err(|errors| {
        Problems(errors.problems().iter().map(ToString::to_string).collect()).into()
    })
}

/// The file that holds the shapes: `path` itself, or the service file in it if it is a folder.
///
/// # Errors
///
/// If there is no such file.
pub fn main_file(path: &Path) -> Result<PathBuf> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => SERVICE_FILES
            .map(|name| path.join(name))
            .into_iter()
            .find(|file| file.is_file())
            .with_context(|| format!("{}: has no {}", path.display(), SERVICE_FILES.join(" or "))),
        Ok(_) => Ok(path.to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            bail!("{}: there is no such file", path.display())
        }
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}

/// What to call a model that is given on the command line, so that its name doesn't depend on the machine.
///
/// That is the file's name; in botocore's layout, where all files have the same name, the two folders above belong to it:
/// `connect/2017-08-08/service-2.json`.
///
/// # Errors
///
/// If there is no such file.
pub fn portable_name(path: &Path) -> Result<String> {
    let file = main_file(path)?;
    let file = file
        .canonicalize()
        .with_context(|| file.display().to_string())?;
    let names: Vec<_> = file.iter().map(|name| name.to_string_lossy()).collect();
    Ok(match names.as_slice() {
        [.., service, version, file] if is_api_version(version) => {
            format!("{service}/{version}/{file}")
        }
        [.., file] => file.to_string(),
        [] => String::new(),
    })
}

/// Whether a folder is called like `2017-08-08`.
fn is_api_version(name: &str) -> bool {
    let parts: Vec<&str> = name.split('-').collect();
    parts.iter().map(|part| part.len()).eq([4, 2, 2])
        && parts.concat().bytes().all(|byte: u8| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_depend_on_the_machine() {
        let dir = tempfile::tempdir().unwrap();
        let folder = dir.path().join("data/connect/2017-08-08");
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("service-2.json.gz"), "").unwrap();
        fs::write(dir.path().join("my.json"), "").unwrap();

        let name = |path: PathBuf| portable_name(&path).unwrap();
        assert_eq!(name(folder.clone()), "connect/2017-08-08/service-2.json.gz");
        assert_eq!(name(folder.join("../../../my.json")), "my.json");
    }

    #[test]
    fn says_what_is_missing() {
        let dir = tempfile::tempdir().unwrap();
        let missing = main_file(&dir.path().join("x.json")).unwrap_err();
        assert!(
            missing
                .to_string()
                .ends_with("x.json: there is no such file")
        );
        let empty = main_file(dir.path()).unwrap_err();
        assert!(
            empty
                .to_string()
                .contains("has no service-2.json or service-2.json.gz")
        );
    }
}
