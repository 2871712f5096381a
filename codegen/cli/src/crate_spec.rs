//! One crate to generate, whether codegen.toml or the command line asks for it, and what its names must look like.

use std::collections::BTreeMap;
use std::path::PathBuf;

use smithy_slim_codegen::{Config, Problem};

/// One crate to generate.
#[derive(Debug)]
pub struct CrateSpec {
    /// What the library needs to know.
    pub config: Config,
    /// The model's file or folder.
    pub model: PathBuf,
    /// The model's name in messages and in the headers of generated files; the same on every machine.
    pub source: String,
    /// The crate's directory, resolved.
    pub out: PathBuf,
    /// The crate's directory as the user wrote it.
    pub out_shown: PathBuf,
    /// For each operation named in codegen.toml, the place of its name there.
    pub places: BTreeMap<String, Place>,
}

/// A place in codegen.toml, with what it takes to point at it.
#[derive(Debug, Clone)]
pub struct Place {
    /// The file's name in messages.
    pub name: String,
    /// The file's text.
    pub text: std::rc::Rc<str>,
    /// The bytes to mark.
    pub span: std::ops::Range<usize>,
}

impl CrateSpec {
    /// The library's problem as a message, at its place in codegen.toml if it is about a name given there.
    pub fn message(&self, problem: &Problem) -> String {
        let smithy_slim_codegen::error::ProblemKind::UnknownOperation { name, .. } = &problem.kind
        else {
            return problem.to_string();
        };
        let Some(place) = self.places.get(name) else {
            return problem.to_string();
        };
        let text = crate::source_span::Text {
            name: &place.name,
            text: &place.text,
        };
        text.message(place.span.clone(), &problem.to_string())
    }
}

/// What is wrong with a package name, by cargo's rules.
pub fn package_problem(name: &str) -> Option<String> {
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let goes_on_well = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    (!starts_well || !goes_on_well).then(|| {
        format!("`{name}` is not a package name; use letters, digits, `-` and `_`, a letter first")
    })
}

/// What is wrong with a version, by the grammar of semver.org.
pub fn version_problem(version: &str) -> Option<String> {
    let (rest, build) = split(version, '+');
    let (core, pre) = split(rest, '-');
    let numbers: Vec<&str> = core.split('.').collect();
    let core_is_good = numbers.len() == 3 && numbers.iter().all(|part| is_number(part));
    let pre_is_good = pre.is_none_or(|pre| {
        pre.split('.')
            .all(|part| is_identifier(part) && (!is_digits(part) || is_number(part)))
    });
    let build_is_good = build.is_none_or(|build| build.split('.').all(is_identifier));
    (!(core_is_good && pre_is_good && build_is_good))
        .then(|| format!("`{version}` is not a version; write it like `0.1.0`"))
}

fn split(text: &str, separator: char) -> (&str, Option<&str>) {
    match text.split_once(separator) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}

fn is_digits(part: &str) -> bool {
    part.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_number(part: &str) -> bool {
    is_digits(part) && part.parse::<u64>().is_ok() && (part == "0" || !part.starts_with('0'))
}

fn is_identifier(part: &str) -> bool {
    !part.is_empty()
        && part
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn package_names() {
        for name in ["connect-slim", "a", "_a", "a1_b-C"] {
            assert_eq!(package_problem(name), None);
        }
        for name in ["", "1a", "-a", "a b", "a/b", "käse", "a.b"] {
            assert!(package_problem(name).is_some(), "{name}");
        }
    }

    #[test]
    fn versions() {
        for version in [
            "0.1.0",
            "10.20.30",
            "1.0.0-rc.1",
            "1.0.0-0a+5.b",
            "1.0.0+01",
        ] {
            assert_eq!(version_problem(version), None);
        }
        for version in [
            "", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "1.2.3-", "1.2.3-01", "1.2.3+", "v1.2.3",
        ] {
            assert!(version_problem(version).is_some(), "{version}");
        }
    }
}
