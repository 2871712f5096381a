//! The next version. In: the present one and the verdict. Out: the one that cargo's rules ask for.

use anyhow::{Context, Result};
use smithy_slim_codegen::diff::Verdict;

/// The next version by <https://doc.rust-lang.org/cargo/reference/semver.html>: before 1.0.0 the second number counts as the
/// first, so that a breaking change raises it, and everything else raises the third.
///
/// # Errors
///
/// If the present version isn't one.
pub fn next(version: &str, verdict: Verdict) -> Result<String> {
    let core = version.split(['-', '+']).next().unwrap_or_default();
    let numbers: Option<Vec<u64>> = core.split('.').map(|part| part.parse().ok()).collect();
    let numbers = numbers.with_context(|| format!("`{version}` is not a version"))?;
    let &[major, minor, patch] = numbers.as_slice() else {
        anyhow::bail!("`{version}` is not a version");
    };
    Ok(match (verdict, major) {
        (Verdict::None, _) => version.to_owned(),
        (Verdict::Major, 0) => format!("0.{}.0", minor + 1),
        (Verdict::Minor | Verdict::Patch, 0) => format!("0.{minor}.{}", patch + 1),
        (Verdict::Major, _) => format!("{}.0.0", major + 1),
        (Verdict::Minor, _) => format!("{major}.{}.0", minor + 1),
        (Verdict::Patch, _) => format!("{major}.{minor}.{}", patch + 1),
    })
}
