//! Removes defaults that are in the models of services, but that the services reject. The members are optional instead.
//!
//! From smithy-rs, `aws/codegen-aws-sdk/…/rustsdk/customize/RemoveDefaultsDecorator.kt`. Later models of most services don't
//! have these defaults.

use std::collections::BTreeSet;

use crate::model::{Member, Model, ShapeId, ShapeKind, SimpleKind};

/// The names of services, and of the shapes and members that have no default.
const REMOVED: [(&str, &[&str]); 8] = [
    (
        "AmplifyUIBuilder",
        &["ListComponentsLimit", "ListFormsLimit", "ListThemesLimit"],
    ),
    (
        "drs",
        &[
            "CostOptimizationConfiguration$burstBalanceDeltaThreshold",
            "CostOptimizationConfiguration$burstBalanceThreshold",
            "LaunchActionOrder",
            "ListStagingAccountsRequest$maxResults",
            "MaxResultsReplicatingSourceServers",
            "MaxResultsType",
            "StrictlyPositiveInteger",
            "Validity",
        ],
    ),
    ("EMR Serverless", &["WorkerCounts"]),
    ("Evidently", &["ResultsPeriod"]),
    (
        "IoT",
        &[
            "CreateProvisioningTemplateRequest$enabled",
            "DescribeProvisioningTemplateResponse$enabled",
            "ProvisioningTemplateSummary$enabled",
            "ThingConnectivity$connected",
            "UpdateProvisioningTemplateRequest$enabled",
        ],
    ),
    (
        "Location",
        &[
            "ListPlaceIndexesRequest$MaxResults",
            "PlaceIndexSearchResultLimit",
            "SearchPlaceIndexForSuggestionsRequest$MaxResults",
        ],
    ),
    ("Payment Cryptography Data", &["IntegerRangeBetween4And12"]),
    (
        "S3 Control",
        &[
            "PublicAccessBlockConfiguration$BlockPublicAcls",
            "PublicAccessBlockConfiguration$BlockPublicPolicy",
            "PublicAccessBlockConfiguration$IgnorePublicAcls",
            "PublicAccessBlockConfiguration$RestrictPublicBuckets",
        ],
    ),
];

/// Returns the names of shapes and members without defaults, none for most services.
pub(super) fn removed(sdk_id: &str) -> &'static [&'static str] {
    let found = REMOVED.iter().find(|(service, _)| *service == sdk_id);
    found.map_or(&[], |(_, names)| names)
}

/// Removes the defaults of shapes, of members that target them, and of single members.
pub(super) fn adjust_model(model: &mut Model, removed: &[&str]) {
    let of_shape = |id: &ShapeId| removed.contains(&id.name());
    let of_member = |id: &ShapeId, member: &Member| {
        let mut parts = removed.iter().filter_map(|name| name.split_once('$'));
        parts.any(|part| part == (id.name(), member.name.as_str()))
    };
    remove(model, of_shape, of_member);
}

/// Removes the defaults of all numbers and booleans.
pub(super) fn of_numbers_and_booleans(model: &mut Model) {
    let shapes = model.shapes.iter();
    let scalars: BTreeSet<ShapeId> = shapes
        .filter(|(_, shape)| is_number_or_boolean(&shape.kind))
        .map(|(id, _)| id.clone())
        .collect();
    remove(model, |id| scalars.contains(id), |_, _| false);
}

fn is_number_or_boolean(kind: &ShapeKind) -> bool {
    kind.is_number() || matches!(kind, ShapeKind::Simple(SimpleKind::Boolean))
}

/// Removes the defaults of some shapes and of the members that target them, and of some other members.
fn remove(
    model: &mut Model,
    of_shape: impl Fn(&ShapeId) -> bool,
    of_member: impl Fn(&ShapeId, &Member) -> bool,
) {
    for (id, shape) in &mut model.shapes {
        if of_shape(id) {
            shape.traits.default = None;
        }
        for member in shape.members_mut() {
            if of_shape(&member.target) || of_member(id, member) {
                member.traits.default = None;
            }
        }
    }
}
