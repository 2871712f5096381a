//! Adjusts single services by hand, as the official SDK does: their models lack something that their requests need.
//!
//! An adjustment that is a matter of traits and members changes the model before anything else reads it. All others change the
//! lowered crate. Services are recognized by the name that they have in the SDKs.

mod api_gateway;
mod bedrock;
mod ec2;
mod glacier;
mod lambda;
mod machine_learning;
mod presigning;
mod remove_defaults;
mod route_53;
mod s3;
mod s3_control;
mod sigv4a;
mod sso;
mod sts;

use std::borrow::Cow;

use crate::ir::{AuthScheme, AuthTokens, Crate};
use crate::model::traits::Marker;
use crate::model::{Model, ShapeId, ShapeKind};
use crate::select::{Selection, choice};

/// Returns the model with the adjustments of the service that is generated.
pub(crate) fn adjusted<'m>(model: &'m Model, service: Option<&ShapeId>) -> Cow<'m, Model> {
    // Whether there is such a service is checked when it is selected.
    let Ok(service) = choice::service(model, service) else {
        return Cow::Borrowed(model);
    };
    let needs_sigv4a = sigv4a::is_missing(service.traits);
    let id = service.id;
    let sdk_id = service.traits.aws_service.as_ref();
    let sdk_id = sdk_id.map_or("", |service| service.sdk_id.as_str());
    let adjust: Option<fn(&mut Model)> = match sdk_id {
        "EC2" => Some(ec2::adjust_model),
        "Machine Learning" => Some(machine_learning::adjust_model),
        "S3" => Some(s3::adjust_model),
        "S3 Control" => Some(s3_control::adjust_model),
        "SSO" => Some(sso::adjust_model),
        "STS" => Some(sts::adjust_model),
        _ => None,
    };
    let defaults = remove_defaults::removed(sdk_id);
    if adjust.is_none() && defaults.is_empty() && !needs_sigv4a {
        return Cow::Borrowed(model);
    }
    let mut model = model.clone();
    if needs_sigv4a {
        sigv4a::adjust_model(&mut model, id);
    }
    remove_defaults::adjust_model(&mut model, defaults);
    if let Some(adjust) = adjust {
        adjust(&mut model);
    }
    Cow::Owned(model)
}

/// Marks a structure as sensitive: no member is printed.
fn hide(model: &mut Model, structure: &str) {
    for (id, shape) in &mut model.shapes {
        if id.name() == structure && matches!(shape.kind, ShapeKind::Structure(_)) {
            shape.traits.sensitive = Some(Marker);
        }
    }
}

/// Adjusts the lowered crate.
pub(super) fn apply(selection: &Selection<'_>, lowered: &mut Crate) {
    bedrock::adjust(lowered);
    match lowered.service.sdk_id.as_str() {
        "API Gateway" => api_gateway::adjust(lowered),
        "DSQL" => lowered.service.auth_tokens = Some(AuthTokens::Dsql),
        "Glacier" => glacier::adjust(lowered),
        "Lambda" => lambda::adjust(lowered),
        "RDS" => lowered.service.auth_tokens = Some(AuthTokens::Rds),
        "Route 53" => route_53::adjust(selection, lowered),
        "S3" => s3::adjust(lowered),
        "S3 Control" => s3_control::adjust(lowered),
        _ => {}
    }
    if lowered.auth_schemes().contains(&&AuthScheme::SigV4a) {
        let operations = lowered.operations.iter_mut();
        operations.for_each(|operation| operation.adjustments.auth_by_endpoint = true);
    }
    // A presigned request can be a copy of the adjusted one.
    for operation in &mut lowered.operations {
        presigning::adjust(&lowered.service, operation);
    }
}

/// Adjustments of the official SDK that this generator doesn't make: the name of the service and what is missing. From
/// smithy-rs, `aws/sdk-codegen/…/rustsdk/AwsCodegenDecorator.kt` and the decorators that it names, read in November 2025.
const MISSING: [(&str, &str); 1] = [("S3", "sessions of S3 Express")];

/// Returns what the official SDK adjusts for a service, if this generator doesn't.
pub(crate) fn missing(sdk_id: &str) -> Option<&'static str> {
    MISSING
        .iter()
        .find(|(name, _)| *name == sdk_id)
        .map(|(_, adjustment)| *adjustment)
}
