//! Renders an inspection as plain text: facts, one line per operation, unsupported operations, and details.

mod details;

use std::collections::BTreeMap;

use smithy_slim_codegen::inspect::{Endpoints, Inspection, OperationCost, Refusal};
use smithy_slim_codegen::model::Format;

use super::Detail;
use super::table::{self, Align};
use crate::generate::{counted, grouped};

/// Renders the report.
///
/// ```text
/// service     Amazon Connect Service (com.amazonaws.connect#AmazonConnectService)
/// model       connect.json (Smithy JSON AST 2.0)
/// …
///
/// operation          shapes  lines  notes      request
/// GetContactMetrics      19    930             POST /metrics/contact
/// …
/// ```
pub(super) fn render(inspection: &Inspection, detail: Detail) -> String {
    let mut blocks = vec![facts(inspection), overview(&inspection.operations)];
    blocks.extend(refused(&inspection.operations));
    match detail {
        Detail::Overview => {}
        Detail::Together => blocks.extend(details::together(inspection)),
        Detail::Each => {
            blocks.extend(inspection.operations.iter().map(details::operation));
            blocks.extend(details::together(inspection));
        }
    }
    let blocks: Vec<String> = blocks.iter().map(|block| block.join("\n") + "\n").collect();
    blocks.join("\n")
}

fn facts(inspection: &Inspection) -> Vec<String> {
    let service = &inspection.service;
    let title = service.title.as_deref().unwrap_or(service.shape.name());
    let mut rows = vec![
        ["service", &format!("{title} ({})", service.shape)].map(str::to_owned),
        ["sdkId", service.sdk_id.as_deref().unwrap_or("none")].map(str::to_owned),
        ["version", &service.version].map(str::to_owned),
        [
            "model",
            &format!("{} ({})", inspection.source, format(inspection.format)),
        ]
        .map(str::to_owned),
        ["protocols", &list(&service.protocols)].map(str::to_owned),
        ["auth", &list(&service.auth)].map(str::to_owned),
        ["endpoints", endpoints(service.endpoints)].map(str::to_owned),
        ["operations", &operation_count(inspection)].map(str::to_owned),
        ["crate", &size(inspection)].map(str::to_owned),
    ];
    if let Some(adjustment) = service.missing_adjustment {
        rows.push(["missing".to_owned(), adjustment.to_owned()]);
    }
    for problem in &inspection.refused {
        let shape = problem.shape.as_ref().map(|shape| format!("{shape}: "));
        let text = shape.unwrap_or_default() + &problem.kind.to_string();
        rows.push(["unsupported".to_owned(), text]);
    }
    table::lines([Align::Left, Align::Left], &rows)
}

fn format(format: Format) -> &'static str {
    match format {
        Format::Smithy1 => "Smithy JSON AST 1.0",
        Format::Smithy2 => "Smithy JSON AST 2.0",
        Format::Botocore => "botocore",
    }
}

fn endpoints(endpoints: Endpoints) -> &'static str {
    match endpoints {
        Endpoints::RuleSet => "rule set",
        Endpoints::DecisionDiagram => "decision diagram",
        Endpoints::None => "none",
    }
}

fn list(names: &[String]) -> String {
    match names {
        [] => "none".to_owned(),
        names => names.join(", "),
    }
}

fn operation_count(inspection: &Inspection) -> String {
    let Inspection {
        available,
        supported,
        ..
    } = inspection;
    let unsupported = available - supported;
    if unsupported == 0 {
        format!("{}, all supported", grouped(*available))
    } else {
        let [available, supported, unsupported] =
            [*available, *supported, unsupported].map(grouped);
        format!("{available}, {supported} supported, {unsupported} unsupported")
    }
}

fn size(inspection: &Inspection) -> String {
    let Some(size) = inspection.size else {
        return "can't be generated".to_owned();
    };
    let generated = inspection
        .operations
        .iter()
        .filter(|one| one.lines.is_some());
    format!(
        "{}, {}, {}; {} of the lines are shared runtime",
        counted(generated.count(), "operation"),
        counted(size.files, "file"),
        counted(size.lines, "line"),
        grouped(size.apart)
    )
}

fn overview(operations: &[OperationCost]) -> Vec<String> {
    let head = ["operation", "shapes", "lines", "notes", "request"].map(str::to_owned);
    let row = |one: &OperationCost| {
        [
            one.shape.name().to_owned(),
            grouped(one.shapes.total()),
            lines(one.lines),
            notes(one),
            request(one),
        ]
    };
    let rows: Vec<_> = [head]
        .into_iter()
        .chain(operations.iter().map(row))
        .collect();
    let columns = [
        Align::Left,
        Align::Right,
        Align::Right,
        Align::Left,
        Align::Left,
    ];
    table::lines(columns, &rows)
}

fn lines(lines: Option<usize>) -> String {
    lines.map_or_else(|| "-".to_owned(), grouped)
}

fn notes(one: &OperationCost) -> String {
    let notes = [
        ("unsupported", one.lines.is_none()),
        ("paginated", one.is_paginated),
        ("streaming", one.is_streaming),
        ("deprecated", one.is_deprecated),
    ];
    let notes = notes
        .iter()
        .filter(|(_, is_so)| *is_so)
        .map(|(note, _)| *note);
    notes.collect::<Vec<_>>().join(", ")
}

fn request(one: &OperationCost) -> String {
    let http = one.http.as_ref();
    http.map_or_else(String::new, |http| format!("{} {}", http.method, http.uri))
}

/// Lists the reasons why operations are unsupported, each with its operations.
fn refused(operations: &[OperationCost]) -> Option<Vec<String>> {
    let mut by_reason: BTreeMap<String, Vec<[String; 2]>> = BTreeMap::new();
    for one in operations {
        for refusal in &one.refused {
            let row = [one.shape.name().to_owned(), place(refusal)];
            let reason = refusal.problem.kind.to_string();
            by_reason.entry(reason).or_default().push(row);
        }
    }
    let mut text = vec!["Unsupported".to_owned()];
    for (reason, rows) in &by_reason {
        text.push(format!("  {reason}"));
        text.extend(indented(4, table::lines([Align::Left, Align::Left], rows)));
    }
    (!by_reason.is_empty()).then_some(text)
}

fn place(refusal: &Refusal) -> String {
    let shape = refusal
        .problem
        .shape
        .as_ref()
        .map_or_else(String::new, ToString::to_string);
    match &refusal.path {
        Some(path) => format!("{shape} at {path}"),
        None => shape,
    }
}

fn indented(width: usize, lines: Vec<String>) -> impl Iterator<Item = String> {
    lines
        .into_iter()
        .map(move |line| format!("{:width$}{line}", ""))
}
