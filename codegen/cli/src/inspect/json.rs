//! Renders an inspection as JSON. The help of the command documents the keys.

use serde_json::{Value, json};
use smithy_slim_codegen::Problem;
use smithy_slim_codegen::inspect::{
    Contributor, Cost, Endpoints, Inspection, Kinds, OperationCost, Refusal,
};
use smithy_slim_codegen::model::Format;

/// Renders one pretty-printed object, followed by a line break.
pub(super) fn render(inspection: &Inspection) -> String {
    let together = &inspection.together;
    let value = json!({
        "model": inspection.source,
        "format": format(inspection.format),
        "service": service(inspection),
        "crate": inspection.size.map(|size| json!({
            "files": size.files,
            "lines": size.lines,
            "apart": size.apart,
        })),
        "operations": inspection.operations.iter().map(operation).collect::<Vec<_>>(),
        "together": {
            "shapes": kinds(&together.shapes),
            "lines": together.lines,
            "shared": cost(together.shared),
            "sharedThrough": contributors(&together.shared_through),
            "responsible": contributors(&together.contributors),
        },
    });
    format!("{value:#}\n")
}

fn format(format: Format) -> &'static str {
    match format {
        Format::Smithy1 => "smithy-1.0",
        Format::Smithy2 => "smithy-2.0",
        Format::Botocore => "botocore",
    }
}

fn service(inspection: &Inspection) -> Value {
    let service = &inspection.service;
    let endpoints = match service.endpoints {
        Endpoints::RuleSet => "rule-set",
        Endpoints::DecisionDiagram => "decision-diagram",
        Endpoints::None => "none",
    };
    json!({
        "shape": service.shape.as_str(),
        "title": service.title,
        "sdkId": service.sdk_id,
        "version": service.version,
        "protocols": service.protocols,
        "auth": service.auth,
        "missingAdjustment": service.missing_adjustment,
        "endpoints": endpoints,
        "operations": inspection.available,
        "supported": inspection.supported,
        "refused": inspection.refused.iter().map(problem).collect::<Vec<_>>(),
    })
}

fn problem(problem: &Problem) -> Value {
    json!({
        "shape": problem.shape.as_ref().map(smithy_slim_codegen::model::ShapeId::as_str),
        "reason": problem.kind.to_string(),
    })
}

fn operation(one: &OperationCost) -> Value {
    json!({
        "name": one.shape.name(),
        "shape": one.shape.as_str(),
        "method": one.http.as_ref().map(|http| &http.method),
        "uri": one.http.as_ref().map(|http| &http.uri),
        "paginated": one.is_paginated,
        "streaming": one.is_streaming,
        "deprecated": one.is_deprecated,
        "refused": one.refused.iter().map(refusal).collect::<Vec<_>>(),
        "shapes": kinds(&one.shapes),
        "lines": one.lines,
        "ownLines": one.own_lines,
        "alone": one.alone.map(cost),
        "responsible": contributors(&one.contributors),
    })
}

fn refusal(refusal: &Refusal) -> Value {
    let mut value = problem(&refusal.problem);
    value["path"] = json!(refusal.path);
    value
}

fn kinds(kinds: &Kinds) -> Value {
    json!({
        "total": kinds.total(),
        "structures": kinds.structures,
        "unions": kinds.unions,
        "enums": kinds.enums,
        "intEnums": kinds.int_enums,
        "lists": kinds.lists,
        "maps": kinds.maps,
        "simple": kinds.simple,
    })
}

fn cost(cost: Cost) -> Value {
    json!({ "shapes": cost.shapes, "lines": cost.lines })
}

fn contributors(contributors: &[Contributor]) -> Value {
    let contributor = |one: &Contributor| {
        json!({
            "operation": one.operation,
            "path": one.path,
            "shape": one.shape.as_str(),
            "member": one.member.as_ref().map(smithy_slim_codegen::model::ShapeId::as_str),
            "ways": one.ways,
            "operations": one.operations,
            "shapes": one.cost.shapes,
            "lines": one.cost.lines,
        })
    };
    contributors.iter().map(contributor).collect()
}
