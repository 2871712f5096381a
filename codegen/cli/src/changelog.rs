//! Adds entries to a changelog.

use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use anyhow::{Context, Result};
use smithy_slim_codegen::diff::{Diff, Item, Verdict};

/// The text of the changelog at `path`; that of a new one if there is no such file.
///
/// # Errors
///
/// If the file is there and can't be read.
pub fn read(path: &Path) -> Result<String> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(text),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok("# Changelog\n".to_owned()),
        Err(error) => Err(error).with_context(|| path.display().to_string()),
    }
}

/// The changelog with an entry about the changes.
pub fn with_entry(text: &str, heading: &str, source: &str, diff: &Diff) -> String {
    inserted(text, heading, &entry(source, diff))
}

/// The origin of the model, and each change of the API.
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

/// The section of what isn't released yet, in both spellings of <https://keepachangelog.com>, with or without a link.
fn is_unreleased(line: &str) -> bool {
    let heading = line.trim_end().to_ascii_lowercase();
    heading == "## unreleased" || heading.starts_with("## [unreleased]")
}

/// The text with the entry in the section `heading`: below the heading if it is there, else in a new section, which comes
/// first in the unreleased section or in the file.
fn inserted(text: &str, heading: &str, entry: &str) -> String {
    let entry = entry.trim_end();
    let is_kept_apart = text.lines().any(is_unreleased);
    let heading = match is_kept_apart {
        true => format!("### {heading}"),
        false => format!("## {heading}"),
    };
    if let Some(end) = line_end(text, |line| line == heading) {
        let (before, after) = text.split_at(end);
        return format!("{before}\n{entry}\n{after}");
    }
    let unreleased = line_end(text, is_unreleased);
    let at = unreleased.or_else(|| line_start(text, |line| line.starts_with("## ")));
    let (before, after) = text.split_at(at.unwrap_or(text.len()));
    let (before, after) = (before.trim_end(), after.trim_start());
    let gap = if after.is_empty() { "" } else { "\n" };
    format!("{before}\n\n{heading}\n\n{entry}\n{gap}{after}")
}

/// The offset of the first line that `is_it`.
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

/// The offset of the line after the first that `is_it`.
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
    fn entries_are_added_to_their_section_or_above_all_others() {
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
                "# Changelog\n\n## [Unreleased]\n\n## [1.0.0]\n",
                "# Changelog\n\n## [Unreleased]\n\n### a 0.2.0\n\nnew\n\n## [1.0.0]\n",
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
