//! Renders a diff as text for the terminal, as Markdown for pull requests, and as JSON for scripts.

mod json;
mod markdown;
mod text;

use super::{Change, Diff, Item, Kind, Verdict};

impl Diff {
    /// Renders the diff as plain text for the terminal.
    pub fn to_text(&self) -> String {
        text::render(self)
    }

    /// Renders the diff as Markdown for the body of a pull request.
    pub fn to_markdown(&self) -> String {
        markdown::render(self)
    }

    /// Renders the diff as JSON. Keys may be added, but are never removed.
    pub fn to_json(&self) -> String {
        json::render(self)
    }

    /// Returns the items whose severity is that of the verdict.
    pub fn reasons(&self) -> impl Iterator<Item = &Item> {
        self.items
            .iter()
            .filter(|item| item.severity == self.verdict)
    }
}

/// Returns the meaning of the verdict.
fn verdict_sentence(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Major => "code that uses the crate might no longer compile",
        Verdict::Minor => "additions only",
        Verdict::Patch => "the crate changes, but its API does not",
        Verdict::None => "no change",
    }
}

/// Renders `1 new, 2 updated, 0 removed`.
fn operation_counts(diff: &Diff) -> String {
    let operations = &diff.operations;
    let (new, updated, removed) = (
        operations.new.len(),
        operations.updated.len(),
        operations.removed.len(),
    );
    format!("{new} new, {updated} updated, {removed} removed")
}

/// Renders what isn't counted as a change; `None` if there is nothing.
fn apart(diff: &Diff) -> Option<String> {
    let count = |count: usize, what: &str| {
        let of = if count == 1 { "place" } else { "places" };
        (count > 0).then(|| format!("{what} in {count} {of}"))
    };
    let parts = [
        count(diff.documentation, "documentation"),
        count(diff.constraints, "constraints"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("Not counted as changes: {}.", parts.join(", ")))
}

/// Returns `+`, `-` or `~`.
fn sign(kind: Kind) -> char {
    match kind {
        Kind::Added | Kind::EnumValueAdded | Kind::ErrorAdded | Kind::PaginatorGained => '+',
        Kind::Removed | Kind::EnumValueRemoved | Kind::ErrorRemoved | Kind::PaginatorLost => '-',
        Kind::Type | Kind::Requiredness | Kind::Default | Kind::Deprecated | Kind::Wire => '~',
    }
}

/// Returns the kind, unless the sign says everything.
fn label(kind: Kind) -> &'static str {
    match kind {
        Kind::Added | Kind::Removed => "",
        Kind::Type => "type",
        Kind::Requiredness => "requiredness",
        Kind::EnumValueAdded | Kind::EnumValueRemoved => "value",
        Kind::Default => "default",
        Kind::ErrorAdded | Kind::ErrorRemoved => "error",
        Kind::PaginatorGained | Kind::PaginatorLost => "paginator",
        Kind::Deprecated => "deprecated",
        Kind::Wire => "wire",
    }
}

/// Renders label and detail or outline, such as `type: i32 → i64`, as one line of limited length.
fn explanation(change: &Change) -> String {
    let detail = match &change.outline {
        Some(outline) => outline_text(outline),
        None => change.detail.clone(),
    };
    labelled(change.kind, &detail)
}

fn labelled(kind: Kind, detail: &str) -> String {
    let detail: String = detail.split_whitespace().collect::<Vec<_>>().join(" ");
    match (label(kind), shortened(&detail)) {
        ("", detail) => detail,
        (label, detail) if detail.is_empty() => label.to_owned(),
        (label, detail) => format!("{label}: {detail}"),
    }
}

/// Renders an outline as `{Name: string, Value: {Number: double}}`.
fn outline_text(outline: &serde_json::Value) -> String {
    match outline {
        serde_json::Value::Object(members) => {
            let member = |(name, value): (&String, _)| format!("{name}: {}", outline_text(value));
            let members: Vec<String> = members.iter().map(member).collect();
            format!("{{{}}}", members.join(", "))
        }
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// The maximum length of a detail in characters. The JSON contains the full text.
const LONGEST: usize = 400;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{} …", &text[..end]),
    }
}

/// Returns the changes of one operation: those of the operation itself, its input, its output and its errors.
fn of_operation<'a>(diff: &'a Diff, name: &str) -> Vec<&'a Change> {
    let mut changes: Vec<&Change> = diff
        .changes
        .iter()
        .filter(|change| change.operation == name)
        .collect();
    changes.sort_by_key(|change| change.side);
    changes
}
