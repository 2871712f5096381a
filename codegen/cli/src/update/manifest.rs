//! Writes a version to codegen.toml. In: the file and the crate's configuration. Out: the file's new text, all else as it was.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use smithy_slim_codegen::Config;
use toml_edit::{DocumentMut, Item, Table, Value};

use crate::config::FILE;

/// The path and the new text of codegen.toml.
///
/// # Errors
///
/// If the file can't be read, or has no such crate.
pub fn with_version(root: &Path, config: &Config) -> Result<Option<(PathBuf, String)>> {
    let path = root.join(FILE);
    let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
    let new = edited(&text, config).with_context(|| path.display().to_string())?;
    Ok((new != text).then_some((path, new)))
}

/// Comments and spaces around the value stay.
fn edited(text: &str, config: &Config) -> Result<String> {
    let mut document: DocumentMut = text.parse()?;
    let crates = document
        .get_mut("crate")
        .and_then(Item::as_array_of_tables_mut);
    let tables = crates.context("has no [[crate]]")?;
    let is_named = |table: &Table| {
        let name = table.get("package").and_then(Item::as_str);
        name == Some(&config.package)
    };
    let table = tables
        .iter_mut()
        .find(|table| is_named(table))
        .context("has no such crate")?;
    let version = table.get_mut("version").and_then(Item::as_value_mut);
    let version = version.context("has no version")?;
    let decor = version.decor().clone();
    *version = Value::from(&config.version);
    *version.decor_mut() = decor;
    Ok(document.to_string())
}

#[cfg(test)]
mod tests {
    use smithy_slim_codegen::Operations;

    use super::*;

    #[test]
    fn only_the_version_of_the_crate_changes() {
        let text = "# top\n[[crate]]\npackage = \"a\"\nversion = \"1.0.0\" # of a\n\n[[crate]] # second\npackage = \"b\"\nversion =  \"0.1.0\"   # of b\nout = \"x\"\n";
        let mut config = Config::new("b", Operations::All);
        config.version = "0.2.0".to_owned();
        assert_eq!(
            edited(text, &config).unwrap(),
            text.replace("0.1.0", "0.2.0")
        );
    }
}
