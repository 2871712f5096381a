//! Reads a model from a file or a botocore folder.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use flate2::read::GzDecoder;
use sha2::{Digest, Sha256};
use smithy_slim_codegen::model::{ModelFiles, Part};
use smithy_slim_codegen::{Model, Origin};

use crate::report::Problems;

/// Reads the model at `path`; `source` names it in messages and in generated files.
///
/// # Errors
///
/// If a file can't be read, or isn't what it should be.
pub fn model(path: &Path, source: &str) -> Result<Model> {
    parse(&files(path, source)?)
}

/// Reads the model at `path`, and where it comes from: as recorded in the file, else the file itself.
///
/// # Errors
///
/// As [`model`].
pub fn model_and_origin(path: &Path, source: &str) -> Result<(Model, Origin)> {
    let files = files(path, source)?;
    let model = parse(&files)?;
    let origin = origin(&model, &files.main);
    Ok((model, origin))
}

/// Removes all services but the one of this ID or name, if one is chosen.
///
/// # Errors
///
/// If the model has no such service.
pub fn choose_service(model: &mut Model, service: Option<&str>) -> Result<()> {
    let Some(service) = service else {
        return Ok(());
    };
    let ids: Vec<_> = model.services().map(|(id, ..)| id.clone()).collect();
    let Some(chosen) = ids
        .iter()
        .find(|id| id.as_str() == service || id.name() == service)
    else {
        let ids: Vec<&str> = ids.iter().map(|id| id.as_str()).collect();
        bail!(
            "{}: has no service `{service}`; it has: {}",
            model.source,
            ids.join(", ")
        );
    };
    let others = ids.iter().filter(|id| *id != chosen);
    others.for_each(|id| drop(model.shapes.remove(id)));
    Ok(())
}

/// Where the model in `file` comes from: as recorded in the file, else the file itself.
pub fn origin(model: &Model, file: &[u8]) -> Origin {
    match model.provenance() {
        Some(provenance) => Origin {
            name: provenance.origin,
            sha256: provenance.sha256,
        },
        None => Origin {
            name: file_name(&model.source).to_owned(),
            sha256: sha256(file),
        },
    }
}

/// The last part of a model's name, which doesn't depend on where the repository keeps the file.
fn file_name(source: &str) -> &str {
    source.rsplit('/').next().unwrap_or(source)
}

/// The SHA-256 of a model file in hexadecimal digits: of what is packed in it, and with the line ends of Unix, so that it
/// is the same in every checkout.
pub fn sha256(bytes: &[u8]) -> String {
    let mut unpacked = Vec::new();
    let is_packed = bytes.starts_with(&[0x1f, 0x8b])
        && GzDecoder::new(bytes).read_to_end(&mut unpacked).is_ok();
    let mut bytes = if is_packed {
        unpacked
    } else {
        bytes.to_owned()
    };
    // A carriage return inside of a JSON string is escaped, so that each of these is one of a line end.
    bytes.retain(|&byte| byte != b'\r');
    let digest = Sha256::digest(&bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn files(path: &Path, source: &str) -> Result<ModelFiles> {
    let main = main_file(path)?;
    let folder = main.parent().unwrap_or(Path::new(""));
    Ok(ModelFiles {
        source: source.to_owned(),
        main: read(&main)?,
        paginators: read_part(folder, Part::Paginators)?,
        endpoint_rules: read_part(folder, Part::EndpointRules)?,
    })
}

/// The library's reader, its problems as those of a command.
///
/// # Errors
///
/// If a file isn't what it should be.
pub fn parse(files: &ModelFiles) -> Result<Model> {
    Model::read(files).map_err(|errors| {
        Problems(errors.problems().iter().map(ToString::to_string).collect()).into()
    })
}

/// The file with the shapes: `path` itself, or the service file in it if it is a folder.
///
/// # Errors
///
/// If there is no such file.
pub fn main_file(path: &Path) -> Result<PathBuf> {
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_dir() => find_part(path, Part::Service).with_context(|| {
            let names = Part::Service.file_names().join(" or ");
            format!("{}: has no {names}{}", path.display(), advice(path))
        }),
        Ok(_) => Ok(path.to_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => {
            bail!("{}: there is no such file", path.display())
        }
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}

/// What else is in a folder that could be meant: a botocore folder per version, or a Smithy JSON AST.
fn advice(folder: &Path) -> String {
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let is_model = |path: &PathBuf| match path.is_dir() {
        true => find_part(path, Part::Service).is_some() || has_one_json(path),
        false => path
            .extension()
            .is_some_and(|extension| extension == "json"),
    };
    let paths = entries.map(|entry| entry.path()).filter(is_model);
    let mut names: Vec<String> = paths.map(|path| format!("`{}`", path.display())).collect();
    names.sort();
    match names.pop() {
        Some(newest) => format!("; did you mean {newest}?"),
        None => String::new(),
    }
}

/// A folder of AWS's repository of Smithy models, `lambda/service/2015-03-31`.
fn has_one_json(folder: &Path) -> bool {
    let entries = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(Result::ok);
    let is_json = |path: PathBuf| {
        path.extension()
            .is_some_and(|extension| extension == "json")
    };
    entries.filter(|entry| is_json(entry.path())).count() == 1
}

fn find_part(folder: &Path, part: Part) -> Option<PathBuf> {
    let files = part.file_names().map(|name| folder.join(name));
    files.into_iter().find(|file| file.is_file())
}

fn read_part(folder: &Path, part: Part) -> Result<Option<Vec<u8>>> {
    let file = find_part(folder, part);
    file.map(|file| read(&file)).transpose()
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| file.display().to_string())
}

/// Returns a name for a model that is given on the command line, which doesn't depend on the machine.
///
/// That is the file's name. In botocore's layout, where all files have the same name, the two folders above belong to it:
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
        [.., service, version, file] if is_service_file(file) && is_api_version(version) => {
            format!("{service}/{version}/{file}")
        }
        [.., file] => file.to_string(),
        [] => String::new(),
    })
}

/// Whether a file has one of the names that all models in botocore have.
fn is_service_file(name: &str) -> bool {
    Part::Service.file_names().contains(&name)
}

/// Whether a folder has a name like `2017-08-08`.
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
        fs::write(folder.join("connect-2017-08-08.json"), "").unwrap();
        assert_eq!(
            name(folder.join("connect-2017-08-08.json")),
            "connect-2017-08-08.json"
        );
    }

    /// Without the paginators, their trait wouldn't be there.
    #[test]
    fn the_files_beside_the_service_are_read() {
        let dir = tempfile::tempdir().unwrap();
        let write = |name, text| fs::write(dir.path().join(name), text).unwrap();
        write(
            "service-2.json",
            r#"{
                "version": "2.0",
                "metadata": {
                    "apiVersion": "2020-01-01", "endpointPrefix": "e", "protocol": "rest-json",
                    "serviceFullName": "E", "serviceId": "E", "signatureVersion": "v4", "uid": "e-2020-01-01"
                },
                "operations": {"ListThings": {
                    "name": "ListThings",
                    "http": {"method": "POST", "requestUri": "/things"},
                    "input": {"shape": "In"},
                    "output": {"shape": "Out"}
                }},
                "shapes": {
                    "In": {"type": "structure", "members": {"NextToken": {"shape": "Text"}}},
                    "Out": {"type": "structure", "members": {"NextToken": {"shape": "Text"}}},
                    "Text": {"type": "string"}
                }
            }"#,
        );
        let paginates = || {
            let model = model(dir.path(), "e").unwrap();
            let operation = model
                .shapes
                .iter()
                .find(|(id, _)| id.name() == "ListThings");
            operation.unwrap().1.traits.paginated.is_some()
        };
        assert!(!paginates());
        write(
            "paginators-1.json",
            r#"{"pagination": {"ListThings": {"input_token": "NextToken", "output_token": "NextToken"}}}"#,
        );
        assert!(paginates());
    }

    #[test]
    fn a_folder_without_a_model_is_explained() {
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
                .ends_with("has no service-2.json or service-2.json.gz")
        );
        let version = dir.path().join("2015-03-31");
        fs::create_dir(&version).unwrap();
        fs::write(version.join("service-2.json"), "{}").unwrap();
        let above = main_file(dir.path()).unwrap_err().to_string();
        assert!(
            above.ends_with(&format!("; did you mean `{}`?", version.display())),
            "{above}"
        );
        fs::rename(
            version.join("service-2.json"),
            version.join("lambda-2015-03-31.json"),
        )
        .unwrap();
        let beside = main_file(&version).unwrap_err().to_string();
        assert!(beside.ends_with("lambda-2015-03-31.json`?"), "{beside}");
    }
}
