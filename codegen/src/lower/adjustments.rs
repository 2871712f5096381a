//! Adjusts single services by hand, as the official SDK does: their models lack something that their requests need.
//!
//! An adjustment that is a matter of traits and members changes the model before anything else reads it. All others change the
//! lowered crate. Services are recognized by the name that they have in the SDKs.

mod api_gateway;
mod glacier;
mod presigning;
mod s3;
mod s3_control;

use std::borrow::Cow;

use crate::ir::Crate;
use crate::model::{Member, Model, Operation, Shape, ShapeId, ShapeKind};
use crate::select::choice;

/// Returns the model with the adjustments of the service that is generated.
pub(crate) fn adjusted<'m>(model: &'m Model, service: Option<&ShapeId>) -> Cow<'m, Model> {
    let unchanged = Cow::Borrowed(model);
    // Whether there is such a service is checked when it is selected.
    let Ok(service) = choice::service(model, service) else {
        return unchanged;
    };
    let sdk_id = service.traits.aws_service.as_ref();
    let adjust = match sdk_id.map(|names| names.sdk_id.as_str()) {
        Some("S3") => s3::adjust_model,
        Some("S3 Control") => s3_control::adjust_model,
        _ => return unchanged,
    };
    let mut adjusted = model.clone();
    adjust(&mut adjusted, service.id);
    Cow::Owned(adjusted)
}

/// Adjusts the lowered crate.
pub(super) fn apply(lowered: &mut Crate) {
    for operation in &mut lowered.operations {
        presigning::adjust(&lowered.service, operation);
    }
    match lowered.service.sdk_id.as_str() {
        "API Gateway" => api_gateway::adjust(lowered),
        "Glacier" => glacier::adjust(lowered),
        "S3" => s3::adjust(lowered),
        "S3 Control" => s3_control::adjust(lowered),
        _ => {}
    }
}

/// Returns the operations of a model.
fn operations(model: &Model) -> impl Iterator<Item = &Operation> {
    model.shapes.values().filter_map(|shape| match &shape.kind {
        ShapeKind::Operation(operation) => Some(operation),
        ShapeKind::Simple(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_) => None,
    })
}

/// Returns the members of a structure, to be changed.
fn structure_members(shape: &mut Shape) -> Option<&mut Vec<Member>> {
    match &mut shape.kind {
        ShapeKind::Structure(members) => Some(members),
        ShapeKind::Simple(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Union(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => None,
    }
}
/// Adjustments of the official SDK that this generator doesn't make: the name of the service and what is missing. From
/// smithy-rs, `aws/sdk-codegen/…/rustsdk/AwsCodegenDecorator.kt` and the decorators that it names, read in November 2025.
const MISSING: [(&str, &str); 19] = [
    ("AmplifyUIBuilder", "some defaults are removed"),
    (
        "Bedrock",
        "a bearer token is read from AWS_BEARER_TOKEN_BEDROCK",
    ),
    (
        "Bedrock Runtime",
        "a bearer token is read from AWS_BEARER_TOKEN_BEDROCK",
    ),
    ("drs", "some defaults are removed"),
    ("DSQL", "tokens for connections are generated"),
    ("EC2", "numbers and booleans are optional"),
    ("EMR Serverless", "the default of `WorkerCounts` is removed"),
    ("Evidently", "some defaults are removed"),
    ("IoT", "some defaults are removed"),
    (
        "Lambda",
        "invocations are exempt from the protection against stalled streams",
    ),
    ("Location", "some defaults are removed"),
    ("Payment Cryptography Data", "some defaults are removed"),
    ("RDS", "tokens for connections are generated"),
    ("Route 53", "the prefixes of IDs are removed"),
    (
        "S3",
        "uploads and downloads can be presigned, sessions of S3 Express and access points of several regions are supported, and results \
         have an extended request ID",
    ),
    ("SSO", "credentials are hidden in `Debug` output"),
    (
        "STS",
        "calls with SAML and web identities are unsigned, and errors of the identity provider are retried",
    ),
    ("Timestream Query", "the endpoint is discovered"),
    ("Timestream Write", "the endpoint is discovered"),
];

/// Returns what the official SDK adjusts for a service, if this generator doesn't.
pub(crate) fn missing(sdk_id: &str) -> Option<&'static str> {
    MISSING
        .iter()
        .find(|(name, _)| *name == sdk_id)
        .map(|(_, adjustment)| *adjustment)
}
