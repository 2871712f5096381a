//! A diff as text for people, as Markdown for pull requests, as JSON for programs.

mod json;
mod markdown;
mod text;

use super::{Change, Diff, Item, Kind, Verdict};

impl Diff {
    /// Plain text, for the terminal.
    pub fn to_text(&self) -> String {
        text::render(self)
    }

    /// Markdown, to be the body of a pull request.
    pub fn to_markdown(&self) -> String {
        markdown::render(self)
    }

    /// JSON, with the keys `operations`, `changes` and `verdict`, and with what else there is to know.
    pub fn to_json(&self) -> String {
        json::render(self)
    }

    /// The items that make the verdict what it is.
    pub fn reasons(&self) -> impl Iterator<Item = &Item> {
        self.items
            .iter()
            .filter(|item| item.severity == self.verdict)
    }
}

/// The verdict in a sentence.
fn verdict_sentence(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Major => "code that uses the crate may no longer compile",
        Verdict::Minor => "the API only has more in it",
        Verdict::Patch => "the crate changes, its API does not",
        Verdict::None => "the crate stays as it is",
    }
}

/// `1 new, 2 updated, 0 removed`.
fn operation_counts(diff: &Diff) -> String {
    let operations = &diff.operations;
    let (new, updated, removed) = (
        operations.new.len(),
        operations.updated.len(),
        operations.removed.len(),
    );
    format!("{new} new, {updated} updated, {removed} removed")
}

/// The sentence about what isn't counted as a change; none if there is nothing.
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
    (!parts.is_empty()).then(|| format!("Apart from this: {}.", parts.join(", ")))
}

/// `+`, `-` or `~`.
fn sign(kind: Kind) -> char {
    match kind {
        Kind::Added | Kind::EnumValueAdded | Kind::ErrorAdded | Kind::PaginatorGained => '+',
        Kind::Removed | Kind::EnumValueRemoved | Kind::ErrorRemoved | Kind::PaginatorLost => '-',
        Kind::Type | Kind::Requiredness | Kind::Default | Kind::Deprecated | Kind::Wire => '~',
    }
}

/// The kind, where the sign doesn't say it all.
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

/// Label, and detail or outline: `type: i32 → i64`. In one line, and not endless.
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

/// `{Name: string, Value: {Number: double}}`.
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

/// What is longer is in the JSON.
const LONGEST: usize = 400;

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        None => text.to_owned(),
        Some((end, _)) => format!("{} …", &text[..end]),
    }
}

/// The changes of one operation, in the order of operation, input, output and errors.
fn of_operation<'a>(diff: &'a Diff, name: &str) -> Vec<&'a Change> {
    let mut changes: Vec<&Change> = diff
        .changes
        .iter()
        .filter(|change| change.operation == name)
        .collect();
    changes.sort_by_key(|change| change.side);
    changes
}
