//! Renders a diff as Markdown, without a first-level heading.

use super::{
    Change, Diff, Item, apart, explanation, labelled, of_operation, operation_counts, sign,
    verdict_sentence,
};
use crate::diff::Verdict;

/// Renders the report.
///
/// ```text
/// **Verdict: major**, code that uses the crate might no longer compile.
///
/// ## Operations
///
/// 0 new, 1 updated, 0 removed.
///
/// ### `SearchAgentStatuses`
///
/// - input: **−** `SearchFilter.AttributeFilter.AndCondition.HierarchyGroupCondition` `{Value: string}` (breaking)
/// ```
pub(super) fn render(diff: &Diff) -> String {
    let mut blocks = vec![
        format!(
            "**Verdict: {}**, {}.",
            diff.verdict,
            verdict_sentence(diff.verdict)
        ),
        format!("From {} to {}.", code(&diff.old), code(&diff.new)),
        "## Operations".to_owned(),
        format!("{}.", operation_counts(diff)),
    ];
    blocks.extend(operations(diff));
    blocks.extend(rust(diff));
    blocks.extend(apart(diff));
    blocks.join("\n\n") + "\n"
}

fn operations(diff: &Diff) -> Vec<String> {
    let operations = &diff.operations;
    let new = operations
        .new
        .iter()
        .map(|name| format!("- new: {}", code(name)));
    let removed = operations
        .removed
        .iter()
        .map(|name| format!("- removed: {} (breaking)", code(name)));
    let whole: Vec<String> = new.chain(removed).collect();
    let mut blocks = Vec::new();
    if !whole.is_empty() {
        blocks.push(whole.join("\n"));
    }
    for name in &operations.updated {
        blocks.push(format!("### {}", code(name)));
        blocks.push(list(&of_operation(diff, name)));
    }
    let all = of_operation(diff, "*");
    if !all.is_empty() {
        blocks.push("### All operations".to_owned());
        blocks.push(list(&all));
    }
    blocks
}

fn list(changes: &[&Change]) -> String {
    let lines: Vec<String> = changes.iter().map(|change| change_line(change)).collect();
    lines.join("\n")
}

fn change_line(change: &Change) -> String {
    let explanation = explanation(change);
    let path = change.path.join(".");
    let parts = [path, explanation]
        .into_iter()
        .filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(|part| code(&part)).collect();
    let breaking = if change.breaking { " (breaking)" } else { "" };
    let side = change.side.as_str();
    format!(
        "- {side}: **{}** {}{breaking}",
        dash(change.kind),
        parts.join(" ")
    )
}

/// Returns the sign, with a minus sign for a hyphen, which would read like a nested list.
fn dash(kind: super::Kind) -> char {
    match sign(kind) {
        '-' => '−',
        other => other,
    }
}

fn rust(diff: &Diff) -> Vec<String> {
    let mut blocks = Vec::new();
    for severity in [Verdict::Major, Verdict::Minor, Verdict::Patch] {
        let items = diff.items.iter().filter(|item| item.severity == severity);
        let items: Vec<String> = items.map(item_line).collect();
        if !items.is_empty() {
            blocks.push(format!("### {severity}"));
            blocks.push(items.join("\n"));
        }
    }
    if !blocks.is_empty() {
        blocks.insert(0, "## Rust API".to_owned());
    }
    blocks
}

fn item_line(item: &Item) -> String {
    let explanation = labelled(item.kind, &item.detail);
    let parts = [item.path.clone(), explanation]
        .into_iter()
        .filter(|part| !part.is_empty());
    let parts: Vec<String> = parts.map(|part| code(&part)).collect();
    format!("- **{}** {}", dash(item.kind), parts.join(" "))
}

/// Renders text of a model as code, between as many backticks as needed, so that it can't become markup.
fn code(text: &str) -> String {
    let text = text.replace(['\n', '\r'], " ");
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if longest > 0 { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}
