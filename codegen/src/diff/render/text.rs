//! Renders a diff as plain text: the verdict, the operations with their paths, and the Rust API.

use super::{
    Change, Diff, Item, apart, explanation, labelled, of_operation, operation_counts, sign,
    verdict_sentence,
};
use crate::diff::Verdict;

/// Renders the report.
///
/// ```text
/// botocore-1.40.6 → botocore-1.40.7
/// Verdict: major, code that uses the crate might no longer compile
///
/// Operations: 0 new, 1 updated, 0 removed
/// ~ SearchAgentStatuses
///     input
///       - SearchFilter.AttributeFilter.AndCondition.HierarchyGroupCondition {Value: string}
///
/// Rust API
///   major
///     - types::CommonAttributeAndCondition::hierarchy_group_condition
/// ```
pub(super) fn render(diff: &Diff) -> String {
    let mut lines = vec![
        format!("{} → {}", diff.old, diff.new),
        format!(
            "Verdict: {}, {}",
            diff.verdict,
            verdict_sentence(diff.verdict)
        ),
        String::new(),
        format!("Operations: {}", operation_counts(diff)),
    ];
    lines.extend(operations(diff));
    lines.extend(rust(diff));
    if let Some(apart) = apart(diff) {
        lines.extend([String::new(), apart]);
    }
    lines.join("\n") + "\n"
}

fn operations(diff: &Diff) -> Vec<String> {
    let operations = &diff.operations;
    let new = operations.new.iter().map(|name| format!("+ {name}"));
    let removed = operations.removed.iter().map(|name| format!("- {name}"));
    let mut lines: Vec<String> = new.chain(removed).collect();
    for name in &operations.updated {
        lines.push(format!("~ {name}"));
        lines.extend(sides(&of_operation(diff, name)));
    }
    let all = of_operation(diff, "*");
    if !all.is_empty() {
        lines.push("~ all operations".to_owned());
        lines.extend(all.into_iter().map(change_line));
    }
    lines
}

/// Renders the changes, with the name of a side before its first change.
fn sides(changes: &[&Change]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut side = None;
    for change in changes {
        if side != Some(change.side) {
            lines.push(format!("    {}", change.side.as_str()));
            side = Some(change.side);
        }
        lines.push(change_line(change));
    }
    lines
}

fn change_line(change: &Change) -> String {
    let path = change.path.join(".");
    let breaking = if change.breaking { " [breaking]" } else { "" };
    let line = format!("      {} {path} {}", sign(change.kind), explanation(change));
    format!("{}{breaking}", squeezed(&line))
}

fn rust(diff: &Diff) -> Vec<String> {
    let mut lines = Vec::new();
    for severity in [Verdict::Major, Verdict::Minor, Verdict::Patch] {
        let items = diff.items.iter().filter(|item| item.severity == severity);
        let items: Vec<String> = items.map(item_line).collect();
        if !items.is_empty() {
            lines.push(format!("  {severity}"));
            lines.extend(items);
        }
    }
    if !lines.is_empty() {
        lines.splice(0..0, [String::new(), "Rust API".to_owned()]);
    }
    lines
}

fn item_line(item: &Item) -> String {
    let explanation = labelled(item.kind, &item.detail);
    let line = format!("    {} {} {explanation}", sign(item.kind), item.path);
    line.trim_end().to_owned()
}

/// Removes the gap that an empty path leaves.
fn squeezed(line: &str) -> String {
    let indent = line.len() - line.trim_start().len();
    let words = line.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}{words}", " ".repeat(indent))
}
