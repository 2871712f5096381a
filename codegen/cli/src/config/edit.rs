//! Changes codegen.toml and leaves everything else in it as it is: comments, order and spaces.

use anyhow::{Context, Result};
use toml_edit::{Array, ArrayOfTables, DocumentMut, Item, Table, Value};

/// The text with another version of the package.
///
/// # Errors
///
/// If the text isn't TOML, or has no such package with a version.
pub fn with_version(text: &str, package: &str, version: &str) -> Result<String> {
    edited(text, package, |table| {
        let value = table.get_mut("version").and_then(Item::as_value_mut);
        let value = value.with_context(|| format!("`{package}` has no version"))?;
        let decor = value.decor().clone();
        *value = Value::from(version);
        *value.decor_mut() = decor;
        Ok(())
    })
}

/// The text with more operations of the package.
///
/// # Errors
///
/// If the text isn't TOML, or has no such package with a list of operations.
pub fn with_operations(text: &str, package: &str, operations: &[String]) -> Result<String> {
    edited(text, package, |table| {
        let list = operations_of(table, package)?;
        let prefix = prefix(list);
        for name in operations {
            let mut value = Value::from(name);
            value.decor_mut().set_prefix(prefix.clone());
            list.push_formatted(value);
        }
        Ok(())
    })
}

/// What stands before the last name of a list: a line break and spaces if each name has a line of its own. A comment there
/// belongs to the name before.
fn prefix(list: &Array) -> String {
    let last = list
        .iter()
        .last()
        .and_then(|last| last.decor().prefix()?.as_str());
    match last.and_then(|prefix| prefix.rfind('\n').map(|at| &prefix[at..])) {
        Some(line) => line.to_owned(),
        None if list.is_empty() => String::new(),
        None => " ".to_owned(),
    }
}

/// The text without these operations of the package.
///
/// # Errors
///
/// If the text isn't TOML, or has no such package with a list of operations.
pub fn without_operations(text: &str, package: &str, operations: &[String]) -> Result<String> {
    edited(text, package, |table| {
        let list = operations_of(table, package)?;
        let first = list.get(0).map(|first| first.decor().clone());
        list.retain(|value| {
            !value
                .as_str()
                .is_some_and(|name| operations.iter().any(|it| it == name))
        });
        if let (Some(first), Some(decor)) = (list.get_mut(0), first) {
            *first.decor_mut() = decor;
        }
        Ok(())
    })
}

/// What a new `[[crate]]` table says.
#[derive(Debug)]
pub struct NewCrate<'a> {
    /// The name of the package.
    pub package: &'a str,
    /// The model file, relative to codegen.toml.
    pub model: &'a str,
    /// The operations.
    pub operations: &'a [String],
    /// The crate's directory, relative to codegen.toml.
    pub out: &'a str,
}

/// The comment at the top of a new file.
const INTRODUCTION: &str = "\
# The generated crates of this repository. Paths are relative to this file; `operations` is a list of names, or \"all\".
";

/// The text with one more crate.
///
/// # Errors
///
/// If the text isn't TOML.
pub fn with_crate(text: &str, new: &NewCrate<'_>) -> Result<String> {
    let mut document: DocumentMut = text.parse()?;
    let mut table = Table::new();
    table.insert("package", new.package.into());
    table.insert("version", "0.1.0".into());
    table.insert("model", new.model.into());
    table.insert("operations", Array::from_iter(new.operations).into());
    table.insert("out", new.out.into());
    if !text.trim().is_empty() {
        table.decor_mut().set_prefix("\n");
    }
    let crates = document
        .entry("crate")
        .or_insert(Item::ArrayOfTables(ArrayOfTables::new()));
    let crates = crates
        .as_array_of_tables_mut()
        .context("`crate` is not written as [[crate]] tables")?;
    crates.push(table);
    let text = match text.trim() {
        "" => format!("{INTRODUCTION}\n{document}"),
        _ => document.to_string(),
    };
    Ok(text)
}

fn edited(
    text: &str,
    package: &str,
    edit: impl FnOnce(&mut Table) -> Result<()>,
) -> Result<String> {
    let mut document: DocumentMut = text.parse()?;
    let crates = document
        .get_mut("crate")
        .and_then(Item::as_array_of_tables_mut);
    let is_named =
        |table: &&mut Table| table.get("package").and_then(Item::as_str) == Some(package);
    let table = crates.and_then(|crates| crates.iter_mut().find(is_named));
    edit(table.with_context(|| format!("there is no [[crate]] table of `{package}`"))?)?;
    Ok(document.to_string())
}

fn operations_of<'a>(table: &'a mut Table, package: &str) -> Result<&'a mut Array> {
    let list = table.get_mut("operations").and_then(Item::as_array_mut);
    list.with_context(|| format!("`{package}` has no list of operations"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# top\n[[crate]]\npackage = \"a\"\nversion = \"1.0.0\" # of a\noperations = [\"X\"] # one\n\n[[crate]] # second\npackage = \"b\"\nversion =  \"0.1.0\"   # of b\noperations = [\n    \"X\", # first\n    \"Y\",\n]\nout = \"x\"\n";

    #[test]
    fn only_the_version_of_the_crate_changes() {
        let edited = with_version(TEXT, "b", "0.2.0").unwrap();
        assert_eq!(edited, TEXT.replace("0.1.0", "0.2.0"));
        assert!(with_version(TEXT, "c", "0.2.0").is_err());
    }

    #[test]
    fn operations_are_added_in_the_layout_of_the_list() {
        let names = ["Z".to_owned(), "W".to_owned()];
        let edited = with_operations(TEXT, "a", &names).unwrap();
        assert_eq!(edited, TEXT.replace("[\"X\"]", "[\"X\", \"Z\", \"W\"]"));
        let edited = with_operations(TEXT, "b", &names).unwrap();
        assert!(
            edited.contains("    \"Y\",\n    \"Z\",\n    \"W\",\n]\nout"),
            "{edited}"
        );
    }

    #[test]
    fn operations_are_removed() {
        let edited = without_operations(TEXT, "b", &["X".to_owned()]).unwrap();
        assert!(
            edited.contains("operations = [\n    \"Y\",\n]\n"),
            "{edited}"
        );
        let text = TEXT.replace("[\"X\"]", "[\"X\", \"Z\"]");
        let edited = without_operations(&text, "a", &["X".to_owned()]).unwrap();
        assert!(edited.contains("operations = [\"Z\"] # one"), "{edited}");
    }

    #[test]
    fn a_crate_is_appended() {
        let new = NewCrate {
            package: "c",
            model: "models/c.json",
            operations: &["X".to_owned(), "Y".to_owned()],
            out: "crates/c",
        };
        let table = "[[crate]]\npackage = \"c\"\nversion = \"0.1.0\"\nmodel = \"models/c.json\"\noperations = [\"X\", \"Y\"]\nout = \"crates/c\"\n";
        assert_eq!(
            with_crate("", &new).unwrap(),
            format!("{INTRODUCTION}\n{table}")
        );
        assert_eq!(with_crate(TEXT, &new).unwrap(), format!("{TEXT}\n{table}"));
    }
}
