//! Proposes the next version of a package.

use anyhow::{Context, Result};
use semver::{BuildMetadata, Prerelease, Version};
use smithy_slim_codegen::diff::Verdict;

/// The next version by <https://doc.rust-lang.org/cargo/reference/semver.html>: before 1.0.0 the second number counts as the
/// first, so that a breaking change raises it, and everything else raises the third.
///
/// # Errors
///
/// If the present version isn't one.
pub fn next(version: &str, verdict: Verdict) -> Result<String> {
    let now = Version::parse(version).with_context(|| format!("`{version}` is not a version"))?;
    if verdict == Verdict::None {
        return Ok(version.to_owned());
    }
    let (major, minor, patch) = match (verdict, now.major) {
        (Verdict::Major, 0) => (0, now.minor + 1, 0),
        (Verdict::Minor | Verdict::Patch | Verdict::None, 0) => (0, now.minor, now.patch + 1),
        (Verdict::Major, major) => (major + 1, 0, 0),
        (Verdict::Minor, major) => (major, now.minor + 1, 0),
        (Verdict::Patch | Verdict::None, major) => (major, now.minor, now.patch + 1),
    };
    let next = Version {
        major,
        minor,
        patch,
        pre: Prerelease::EMPTY,
        build: BuildMetadata::EMPTY,
    };
    Ok(next.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_follow_the_rules_of_cargo() {
        let verdicts = [
            Verdict::None,
            Verdict::Patch,
            Verdict::Minor,
            Verdict::Major,
        ];
        let table = [
            ("0.1.2", ["0.1.2", "0.1.3", "0.1.3", "0.2.0"]),
            ("1.2.3-rc.1", ["1.2.3-rc.1", "1.2.4", "1.3.0", "2.0.0"]),
        ];
        for (version, expected) in table {
            assert_eq!(
                verdicts.map(|verdict| next(version, verdict).unwrap()),
                expected
            );
        }
    }
}
