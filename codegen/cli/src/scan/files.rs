//! Finds and parses Rust code, and reads the dependencies in Cargo.toml files.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use super::shown;
use crate::sync::has_mark;

/// What there is to scan.
#[derive(Default)]
pub struct Sources {
    /// The parsed files.
    pub code: Vec<(PathBuf, syn::File)>,
    /// The packages that Cargo.toml files depend on, by the names that they have there.
    pub dependencies: BTreeMap<String, String>,
    /// Those of them whose name isn't that of the package.
    pub renamed: BTreeMap<String, String>,
    /// Files that can't be parsed.
    pub warnings: Vec<String>,
}

/// Reads everything below the paths but generated crates, `target` and hidden directories. The Cargo.toml files above the paths
/// are read, too.
///
/// # Errors
///
/// If a path can't be read.
pub fn read(paths: &[PathBuf]) -> Result<Sources> {
    let mut sources = Sources::default();
    for path in paths {
        let absolute = std::path::absolute(path).with_context(|| path.display().to_string())?;
        for above in absolute.ancestors().skip(1) {
            read_manifest(&above.join("Cargo.toml"), &mut sources);
        }
        read_path(path, &mut sources)?;
    }
    Ok(sources)
}

fn read_path(path: &Path, sources: &mut Sources) -> Result<()> {
    let context = || path.display().to_string();
    if !fs::metadata(path).with_context(context)?.is_dir() {
        return read_code(path, sources);
    }
    let manifest = path.join("Cargo.toml");
    if fs::read(&manifest).is_ok_and(|bytes| has_mark(&bytes)) {
        return Ok(());
    }
    read_manifest(&manifest, sources);
    let entries: std::io::Result<Vec<_>> = fs::read_dir(path).with_context(context)?.collect();
    let mut entries = entries.with_context(context)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let (name, path) = (entry.file_name(), entry.path());
        let is_skipped = name == "target" || name.as_encoded_bytes().starts_with(b".");
        let is_code = path.extension().is_some_and(|extension| extension == "rs");
        let file_type = entry.file_type().with_context(context)?;
        if !is_skipped && (file_type.is_dir() || (file_type.is_file() && is_code)) {
            read_path(&path, sources)?;
        }
    }
    Ok(())
}

fn read_code(path: &Path, sources: &mut Sources) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    match syn::parse_file(&text) {
        Ok(file) => sources.code.push((shown(path), file)),
        Err(error) => sources.warnings.push(format!(
            "{}: can't be parsed: {error}; skipped",
            path.display()
        )),
    }
    Ok(())
}

/// A manifest that can't be read names no dependencies; cargo has more to say about it.
fn read_manifest(path: &Path, sources: &mut Sources) {
    let text = fs::read_to_string(path).unwrap_or_default();
    let Ok(manifest) = text.parse::<toml::Table>() else {
        return;
    };
    let workspace = manifest.get("workspace").and_then(toml::Value::as_table);
    for table in [Some(&manifest), workspace].into_iter().flatten() {
        for key in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let entries = table.get(key).and_then(toml::Value::as_table);
            for (name, value) in entries.into_iter().flatten() {
                add_dependency(name, value, sources);
            }
        }
    }
}

fn add_dependency(name: &str, value: &toml::Value, sources: &mut Sources) {
    let package = value.get("package").and_then(toml::Value::as_str);
    if let Some(package) = package {
        sources.renamed.insert(name.to_owned(), package.to_owned());
        sources
            .dependencies
            .insert(name.to_owned(), package.to_owned());
    } else {
        let known = sources.dependencies.entry(name.to_owned());
        known.or_insert_with(|| name.to_owned());
    }
}
