//! The rules for names and versions of packages.

use semver::Version;

/// Names that Windows can't create a directory for, those of crates that come with Rust, and a keyword that syn
/// accepts because older editions do.
const RESERVED: [&str; 13] = [
    "alloc",
    "aux",
    "build",
    "con",
    "core",
    "deps",
    "examples",
    "gen",
    "nul",
    "prn",
    "proc_macro",
    "std",
    "test",
];

/// The longest name that crates.io accepts.
const LONGEST: usize = 64;

/// Returns what is wrong with the name of a package, by the rules of cargo and crates.io.
pub fn package_problem(name: &str) -> Option<String> {
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    let goes_on_well = name
        .chars()
        .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    if !starts_well || !goes_on_well {
        return Some(format!(
            "`{name}` is not a package name: it must start with a letter or `_` and contain only letters, digits, `-` and `_`"
        ));
    }
    if name.len() > LONGEST {
        return Some(format!(
            "the package name is longer than {LONGEST} characters"
        ));
    }
    let lib = lib_name(name);
    let is_ident = syn::parse_str::<syn::Ident>(&lib).is_ok();
    let is_reserved = RESERVED.contains(&lib.to_ascii_lowercase().as_str());
    (!is_ident || is_reserved).then(|| {
        format!("`{name}` can't be the name of a package, because it is reserved; add a word to it")
    })
}

/// Returns the name of a package's library in Rust code.
pub fn lib_name(package: &str) -> String {
    package.replace('-', "_")
}

/// Returns what is wrong with a version, by the rules of semver.org.
pub fn version_problem(version: &str) -> Option<String> {
    Version::parse(version)
        .is_err()
        .then(|| format!("`{version}` is not a version; write it like `0.1.0`"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn package_names() {
        for name in [
            "connect-slim",
            "a",
            "_a",
            "a1_b-C",
            "type-slim",
            &"a".repeat(64),
        ] {
            assert_eq!(package_problem(name), None);
        }
        for name in ["", "1a", "-a", "a b", "a/b", "käse", "a.b"] {
            let problem = package_problem(name).unwrap();
            assert!(problem.contains("is not a package name"), "{problem}");
        }
        for name in [
            "self",
            "type",
            "gen",
            "_",
            "CON",
            "std",
            "proc-macro",
            "test",
        ] {
            let problem = package_problem(name).unwrap();
            assert!(problem.contains("is reserved"), "{problem}");
        }
        assert!(package_problem(&"a".repeat(65)).is_some());
    }

    #[test]
    fn versions() {
        for version in ["0.1.0", "10.20.30", "1.0.0-rc.1", "1.0.0-0a+5.b"] {
            assert_eq!(version_problem(version), None);
        }
        for version in [
            "", "1", "1.2", "1.2.3.4", "01.2.3", "1.2.x", "1.2.3-", "1.2.3-01", "v1.2.3",
        ] {
            assert!(version_problem(version).is_some(), "{version}");
        }
    }
}
