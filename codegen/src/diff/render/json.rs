//! Renders a diff as one pretty-printed JSON object.

use serde_json::{Value, json};

use super::{Change, Diff, Item};

/// Renders the object, followed by a line break.
pub(super) fn render(diff: &Diff) -> String {
    let operations = &diff.operations;
    let value = json!({
        "old": diff.old,
        "new": diff.new,
        "operations": {
            "new": operations.new,
            "updated": operations.updated,
            "removed": operations.removed,
        },
        "changes": diff.changes.iter().map(change).collect::<Vec<_>>(),
        "rust": diff.items.iter().map(item).collect::<Vec<_>>(),
        "documentation": diff.documentation,
        "constraints": diff.constraints,
        "reasons": diff.reasons().map(reason).collect::<Vec<_>>(),
        "verdict": diff.verdict.as_str(),
    });
    format!("{value:#}\n")
}

fn change(change: &Change) -> Value {
    let mut value = json!({
        "operation": change.operation,
        "side": change.side.as_str(),
        "path": change.path.join("."),
        "kind": change.kind.as_str(),
        "breaking": change.breaking,
        "detail": change.detail,
        "rust": change.item,
    });
    if let Some(outline) = &change.outline {
        value["structure"] = outline.clone();
    }
    value
}

fn item(item: &Item) -> Value {
    json!({
        "path": item.path,
        "kind": item.kind.as_str(),
        "severity": item.severity.as_str(),
        "detail": item.detail,
    })
}

fn reason(item: &Item) -> String {
    format!("{}: {}", item.path, item.kind.as_str())
}
