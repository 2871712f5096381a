//! The entry in CHANGELOG.md. In: the file and a diff. Out: the file's new text.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use smithy_slim::diff::{Diff, Item, Verdict};

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

/// The text with the entry under `## heading`: that section if it is there, else a new one above all others.
fn inserted(text: &str, heading: &str, entry: &str) -> String {
    let heading = format!("## {heading}");
    let entry = entry.trim_end();
    let mut offset = 0;
    let mut first_section = None;
    for line in text.split_inclusive('\n') {
        if line.trim_end() == heading {
            let (before, after) = text.split_at(offset + line.len());
            return format!("{before}\n{entry}\n{after}");
        }
        if line.starts_with("## ") && first_section.is_none() {
            first_section = Some(offset);
        }
        offset += line.len();
    }
    let (before, after) = text.split_at(first_section.unwrap_or(text.len()));
    let before = before.trim_end();
    let gap = if after.is_empty() { "" } else { "\n" };
    format!("{before}\n\n{heading}\n\n{entry}\n{gap}{after}")
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
        ];
        for (text, expected) in table {
            assert_eq!(inserted(text, "a 0.2.0", "new\n"), expected);
        }
    }
}
