//! Shows the differences: a list of files, and a diff that stays short.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Duration;

use similar::TextDiff;

use super::{Changes, Difference};
use crate::github;

/// How many lines of diff are shown in all; the list of files is always whole.
const DIFF_LINES: usize = 40;

/// A huge file that was rewritten must not stall the check; the diff is then coarser.
const DIFF_TIME: Duration = Duration::from_millis(300);

/// The list of files that differ, and below it what is different in the first of them.
///
/// ```text
/// modified generated/src/client.rs
/// unexpected generated/src/old.rs
///
/// --- generated/src/client.rs
/// +++ generated/src/client.rs (generated now)
/// @@ -1,3 +1,3 @@
/// ```
pub fn show(crates: &[Changes]) -> String {
    let mut text = String::new();
    for changes in crates {
        if changes.is_absent() {
            let (shown, count) = (changes.shown.display(), changes.files.len());
            let _ = writeln!(text, "missing {shown} ({count} files)");
            continue;
        }
        for (path, difference) in changes.shown_differences() {
            let _ = writeln!(text, "{} {}", word(difference), path.display());
        }
    }
    let differences = crates.iter().flat_map(Changes::differences);
    if differences
        .into_iter()
        .any(|(_, it)| it == Difference::LineEnds)
    {
        text.push_str(LINE_ENDS);
    }
    text + &diffs(crates)
}

/// The explanation of a checkout with the line ends of Windows.
const LINE_ENDS: &str = "\nFiles that differ only in line ends have CRLF; add `* text=auto eol=lf` to .gitattributes and check them out again.\n";

/// The differences as annotations of a GitHub workflow, one per file.
pub fn github(crates: &[Changes], advice: &str) -> String {
    let mut text = String::new();
    for changes in crates {
        if changes.is_absent() {
            let file = changes.shown.join("Cargo.toml");
            text += &github::error(Some(&file), "The crate is missing", advice);
            continue;
        }
        for (path, difference) in changes.shown_differences() {
            let title = format!("Generated file is out of date: {}", word(difference));
            text += &github::error(Some(&path), &title, advice);
        }
    }
    text
}

fn word(difference: Difference) -> &'static str {
    match difference {
        Difference::Modified => "modified",
        Difference::LineEnds => "line ends",
        Difference::Missing => "missing",
        Difference::Unexpected => "unexpected",
        Difference::InTheWay => "in the way",
        Difference::Foreign => "not generated",
    }
}

fn diffs(crates: &[Changes]) -> String {
    let modified: Vec<_> = crates
        .iter()
        .flat_map(|changes| {
            changes
                .differences()
                .map(move |(path, it)| (changes, path, it))
        })
        .filter(|(_, _, difference)| *difference == Difference::Modified)
        .collect();
    let mut text = String::new();
    let mut left = DIFF_LINES;
    for (index, (changes, path, _)) in modified.iter().enumerate() {
        if left == 0 {
            let more = modified.len() - index;
            let files = if more == 1 { "file" } else { "files" };
            let _ = writeln!(text, "\n… and {more} more {files}");
            break;
        }
        let diff = diff(changes, path);
        let lines = diff.lines().count();
        text.push('\n');
        text.extend(diff.split_inclusive('\n').take(left));
        if lines > left {
            let _ = writeln!(text, "… and {} more lines", lines - left);
        }
        left = left.saturating_sub(lines);
    }
    text
}

/// The diff of one file, from what is on the disk to what would be written.
fn diff(changes: &Changes, path: &Path) -> String {
    let old = fs::read(changes.dir.join(path)).unwrap_or_default();
    let old = String::from_utf8_lossy(&old);
    let name = changes.shown.join(path).display().to_string();
    TextDiff::configure()
        .timeout(DIFF_TIME)
        .diff_lines(old.as_ref(), changes.files[path].as_str())
        .unified_diff()
        .context_radius(2)
        .header(&name, &format!("{name} (generated now)"))
        .to_string()
}
