//! The entry in CHANGELOG.md. In: the file and a diff. Out: the file's new text.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use smithy_slim_codegen::diff::{Diff, Item, Verdict};

/// The file's name; it stands in the root of the repository.
const FILE: &str = "CHANGELOG.md";

/// The path and the new text of the changelog; a file that isn't there is begun.
///
/// # Errors
///
/// If the file is there and can't be read.
pub fn with_entry(
    root: &Path,
    heading: &str,
    source: &str,
    diff: &Diff,
) -> Result<Option<(PathBuf, String)>> {
    let path = root.join(FILE);
    let text = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => "# Changelog\n".to_owned(),
        Err(error) => return Err(error).with_context(|| path.display().to_string()),
    };
    Ok(Some((path, inserted(&text, heading, &entry(source, diff)))))
}

/// What users of the crate want to know: where the model is from, and each change of the API.
fn entry(source: &str, diff: &Diff) -> String {
    let summary = match diff.verdict {
        Verdict::Major => "breaking changes",
        Verdict::Minor => "additions",
        Verdict::Patch => "no change of the API",
        Verdict::None => "no change",
    };
    let items = diff.items.iter().map(line);
    format!(
        "Model: {source} ({summary}).\n\n{}",
        items.collect::<String>()
    )
}

fn line(item: &Item) -> String {
    let breaking = if item.severity == Verdict::Major {
        "**breaking:** "
    } else {
        ""
    };
    let detail = match item.detail.as_str() {
        "" => String::new(),
        detail => format!(" (`{}`)", detail.replace(['`', '\n'], " ")),
    };
    format!(
        "- {breaking}{}: `{}`{detail}\n",
        item.kind.as_str(),
        item.path
    )
}

/// The section where entries wait for the next release, if the file has one.
const UNRELEASED: &str = "## Unreleased";

/// The text with the entry in the section `heading`: below the heading if it is there, else in a new section, the first of
/// those that are unreleased or the first of all.
fn inserted(text: &str, heading: &str, entry: &str) -> String {
    let entry = entry.trim_end();
    let is_kept_apart = text.lines().any(|line| line.trim_end() == UNRELEASED);
    let heading = match is_kept_apart {
        true => format!("### {heading}"),
        false => format!("## {heading}"),
    };
    if let Some(end) = line_end(text, |line| line == heading) {
        let (before, after) = text.split_at(end);
        return format!("{before}\n{entry}\n{after}");
    }
    let unreleased = line_end(text, |line| line == UNRELEASED);
    let at = unreleased.or_else(|| line_start(text, |line| line.starts_with("## ")));
    let (before, after) = text.split_at(at.unwrap_or(text.len()));
    let (before, after) = (before.trim_end(), after.trim_start());
    let gap = if after.is_empty() { "" } else { "\n" };
    format!("{before}\n\n{heading}\n\n{entry}\n{gap}{after}")
}

/// Where the first line begins that is the one.
fn line_start(text: &str, is_it: impl Fn(&str) -> bool) -> Option<usize> {
    let mut offset = 0;
    for line in text.split_inclusive('\n') {
        if is_it(line.trim_end()) {
            return Some(offset);
        }
        offset += line.len();
    }
    None
}

/// Where the line after the first that is the one begins.
fn line_end(text: &str, is_it: impl Fn(&str) -> bool) -> Option<usize> {
    let start = line_start(text, is_it)?;
    let length = text[start..]
        .find('\n')
        .map_or(text.len() - start, |end| end + 1);
    Some(start + length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entries_go_to_their_section_or_above_all_others() {
        let table = [
            ("# Changelog\n", "# Changelog\n\n## a 0.2.0\n\nnew\n"),
            (
                "# Changelog\n\nIntro.\n\n## a 0.1.0\n\n- old\n",
                "# Changelog\n\nIntro.\n\n## a 0.2.0\n\nnew\n\n## a 0.1.0\n\n- old\n",
            ),
            (
                "# Changelog\n\n## a 0.2.0\n\n- old\n",
                "# Changelog\n\n## a 0.2.0\n\nnew\n\n- old\n",
            ),
            (
                "# Changelog\n\n## Unreleased\n\n### b 1.0.0\n\n- old\n",
                "# Changelog\n\n## Unreleased\n\n### a 0.2.0\n\nnew\n\n### b 1.0.0\n\n- old\n",
            ),
        ];
        for (text, expected) in table {
            assert_eq!(inserted(text, "a 0.2.0", "new\n"), expected);
        }
    }
}
