//! Showing the differences. In: the differences of all crates. Out: the list of files, and a diff that stays short.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::time::Duration;

use similar::TextDiff;

use super::{Changes, Difference};

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
pub fn show(crates: &[Changes<'_>]) -> String {
    let mut text = String::new();
    for changes in crates {
        for (path, difference) in changes.differences() {
            let shown = changes.shown.join(path);
            let line = format!("{} {}\n", word(difference), shown.display());
            text.push_str(&line);
        }
    }
    text + &diffs(crates)
}

fn word(difference: Difference) -> &'static str {
    match difference {
        Difference::Modified | Difference::Replaced => "modified",
        Difference::Missing => "missing",
        Difference::Unexpected => "unexpected",
    }
}

fn diffs(crates: &[Changes<'_>]) -> String {
    let modified: Vec<_> = crates
        .iter()
        .flat_map(|changes| {
            changes
                .differences()
                .map(move |(path, d)| (changes, path, d))
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

/// One file's diff, from what is on the disk to what would be written.
fn diff(changes: &Changes<'_>, path: &Path) -> String {
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
