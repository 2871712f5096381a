//! Merges the `manifest` table of codegen.toml into the Cargo.toml of a generated crate.
//!
//! Keys that are tables of Cargo.toml (`lib`, `features`, `dependencies`, …) are merged into these. All others are keys of
//! `[package]`, so that `license = "MIT"` and `edition.workspace = true` mean what they mean there.

use anyhow::{Context, Result, bail};
use toml::{Table, Value};
use toml_edit::{DocumentMut, InlineTable, Item};

/// The tables of Cargo.toml. What isn't one of them is a key of `[package]`.
const TABLES: [&str; 8] = [
    "badges",
    "build-dependencies",
    "dependencies",
    "dev-dependencies",
    "features",
    "lib",
    "lints",
    "target",
];

/// The tables whose entries are dependencies.
const DEPENDENCIES: [&str; 3] = ["build-dependencies", "dependencies", "dev-dependencies"];

/// What to change in Cargo.toml.
#[derive(Debug, Clone, Default)]
pub struct Manifest(Table);

impl Manifest {
    /// Checks the table.
    ///
    /// # Errors
    ///
    /// If a key has a place elsewhere, or a value can't be one of Cargo.toml.
    pub fn new(table: Table) -> Result<Self> {
        if table.contains_key("name") {
            bail!("`manifest.name`: use the key `package` of [[crate]]");
        }
        let manifest = Self(table);
        if manifest.0.contains_key("version") && !manifest.inherits_version() {
            bail!(
                "`manifest.version`: use the key `version` of [[crate]], or `version.workspace = true`"
            );
        }
        for (key, value) in &manifest.0 {
            if TABLES.contains(&key.as_str()) && !value.is_table() {
                bail!(
                    "`manifest.{key}` is a table in Cargo.toml, not of type {}",
                    value.type_str()
                );
            }
        }
        let lib_name = manifest.0.get("lib").and_then(|lib| lib.get("name"));
        let is_ident = |name: &Value| {
            name.as_str()
                .is_some_and(|it| syn::parse_str::<syn::Ident>(it).is_ok())
        };
        if !lib_name.is_none_or(is_ident) {
            bail!("`manifest.lib.name` is not a name in Rust");
        }
        manifest.check_dependencies()?;
        Ok(manifest)
    }

    fn check_dependencies(&self) -> Result<()> {
        let tables = DEPENDENCIES
            .iter()
            .filter_map(|key| self.0.get(*key)?.as_table());
        for (name, value) in tables.flatten() {
            let is_good = match value {
                Value::String(version) => semver::VersionReq::parse(version).is_ok(),
                Value::Table(_) => true,
                _ => false,
            };
            if !is_good {
                bail!("the dependency `{name}` is a version requirement or a table");
            }
        }
        Ok(())
    }

    /// Whether the package has the version of its workspace.
    pub fn inherits_version(&self) -> bool {
        self.0.get("version").is_some_and(is_inherited)
    }

    /// The name of the library, if it isn't that of the package.
    pub fn lib_name(&self) -> Option<String> {
        Some(self.0.get("lib")?.get("name")?.as_str()?.to_owned())
    }

    /// The license, if it is given.
    pub fn license(&self) -> Option<String> {
        Some(self.0.get("license")?.as_str()?.to_owned())
    }

    /// The text of Cargo.toml with these changes.
    ///
    /// # Errors
    ///
    /// If the text isn't TOML, or a table in it isn't one.
    pub fn merged(&self, cargo_toml: &str) -> Result<String> {
        if self.0.is_empty() {
            return Ok(cargo_toml.to_owned());
        }
        let mut document: DocumentMut = cargo_toml.parse().context("Cargo.toml")?;
        for (key, value) in &self.0 {
            let (table, key) = match TABLES.contains(&key.as_str()) {
                true => (key.as_str(), None),
                false => ("package", Some(key)),
            };
            let known = document.entry(table).or_insert(toml_edit::table());
            let known = known
                .as_table_mut()
                .with_context(|| format!("[{table}] is not a table"))?;
            match (key, value) {
                (Some(key), value) => set(known, key, value),
                (None, Value::Table(entries)) => merge(known, table, entries),
                (None, _) => {}
            }
        }
        Ok(document.to_string())
    }
}

fn is_inherited(value: &Value) -> bool {
    value.get("workspace").and_then(Value::as_bool) == Some(true)
}

fn merge(known: &mut toml_edit::Table, table: &str, entries: &Table) {
    for (key, value) in entries {
        match (known.get_mut(key), value) {
            (Some(item), value) if DEPENDENCIES.contains(&table) => set_dependency(item, value),
            (Some(Item::Table(known)), Value::Table(entries)) => merge(known, "", entries),
            _ => set(known, key, value),
        }
    }
}

/// Replaces or adds a value. A comment above the key stays.
fn set(table: &mut toml_edit::Table, key: &str, value: &Value) {
    let new = edit_value(value);
    match table.get_mut(key) {
        Some(item) => *item = Item::Value(new),
        None => drop(table.insert(key, Item::Value(new))),
    }
}

/// A version replaces the version, and `workspace = true` the place where a dependency comes from. Features stay.
fn set_dependency(item: &mut Item, value: &Value) {
    let mut known = match item.as_value() {
        Some(toml_edit::Value::InlineTable(table)) => table.clone(),
        Some(version) => InlineTable::from_iter([("version", version.clone())]),
        None => InlineTable::new(),
    };
    match value {
        Value::Table(entries) => {
            if is_inherited(value) {
                known.remove("version");
            }
            for (key, value) in entries {
                known.insert(key, edit_value(value));
            }
        }
        version => drop(known.insert("version", edit_value(version))),
    }
    let only_version = (known.len() == 1)
        .then(|| known.get("version").cloned())
        .flatten();
    known.fmt();
    *item = Item::Value(only_version.unwrap_or(toml_edit::Value::InlineTable(known)));
    if let Some(value) = item.as_value_mut() {
        value.decor_mut().clear();
    }
}

fn edit_value(value: &Value) -> toml_edit::Value {
    match value {
        Value::String(text) => text.into(),
        Value::Integer(number) => (*number).into(),
        Value::Float(number) => (*number).into(),
        Value::Boolean(flag) => (*flag).into(),
        Value::Datetime(datetime) => (*datetime).into(),
        Value::Array(items) => toml_edit::Array::from_iter(items.iter().map(edit_value)).into(),
        Value::Table(entries) => {
            let entries = entries.iter().map(|(key, value)| (key, edit_value(value)));
            InlineTable::from_iter(entries).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARGO_TOML: &str = r#"# @generated
[package]
name = "a"
version = "0.1.0"
edition = "2024"
license = "MIT OR Apache-2.0"
publish = false

[features]
default = ["b"]
# About b.
b = []

[dependencies]
one = "1.2"
two = { version = "1.6.1", features = ["client"] }
three = { version = "1", optional = true }
"#;

    fn merged(manifest: &str) -> Result<String> {
        Manifest::new(manifest.parse()?)?.merged(CARGO_TOML)
    }

    #[test]
    fn keys_of_the_package_are_replaced_or_added() {
        let text = merged("license = \"MIT\"\npublish = true\nedition.workspace = true\nrepository = \"https://example.com\"").unwrap();
        let package = text.split("[features]").next().unwrap();
        assert_eq!(
            package,
            "# @generated\n[package]\nname = \"a\"\nversion = \"0.1.0\"\nedition = { workspace = true }\nlicense = \"MIT\"\npublish = true\nrepository = \"https://example.com\"\n\n"
        );
        assert!(
            text.ends_with(CARGO_TOML.split("[features]").nth(1).unwrap()),
            "{text}"
        );
    }

    #[test]
    fn dependencies_keep_their_features() {
        let text = merged("dependencies.one.workspace = true\ndependencies.two = \"1.9\"\ndependencies.three.workspace = true\ndependencies.four = \"4\"").unwrap();
        let dependencies = text.split("[dependencies]\n").nth(1).unwrap();
        assert_eq!(
            dependencies,
            "one = { workspace = true }\ntwo = { version = \"1.9\", features = [\"client\"] }\nthree = { optional = true, workspace = true }\nfour = \"4\"\n"
        );
    }

    #[test]
    fn tables_are_merged() {
        let text =
            merged("features.default = []\nlib.name = \"aws_sdk_a\"\nlints.workspace = true")
                .unwrap();
        assert!(
            text.contains("[features]\ndefault = []\n# About b.\nb = []\n"),
            "{text}"
        );
        assert!(text.contains("[lib]\nname = \"aws_sdk_a\"\n"), "{text}");
        assert!(text.contains("[lints]\nworkspace = true\n"), "{text}");
        assert_eq!(merged("").unwrap(), CARGO_TOML);
    }

    #[test]
    fn keys_with_another_place_are_rejected() {
        let table = [
            ("name = \"x\"", "use the key `package`"),
            ("version = \"1.0.0\"", "use the key `version`"),
            ("dependencies = 1", "`manifest.dependencies` is a table"),
            ("dependencies.one = 1", "the dependency `one` is a version"),
            (
                "dependencies.one = \"x y\"",
                "the dependency `one` is a version",
            ),
            ("lib.name = \"a-b\"", "is not a name in Rust"),
        ];
        for (manifest, expected) in table {
            let error = merged(manifest).unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        }
        assert!(
            merged("version.workspace = true")
                .unwrap()
                .contains("version = { workspace = true }")
        );
    }
}
