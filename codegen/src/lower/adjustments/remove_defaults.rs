//! Some services reject the defaults of their own models. Their members are optional instead.
//!
//! From smithy-rs, `aws/codegen-aws-sdk/…/rustsdk/customize/RemoveDefaultsDecorator.kt`. Later models of most services don't
//! have these defaults.

use std::collections::BTreeSet;

use crate::model::{Member, Model, ShapeId, ShapeKind, SimpleKind, Traits};

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
    let is_removed = |id: &ShapeId, member: &Member| {
        removed.contains(&member.target.name())
            || removed.iter().any(|name| {
                let parts = name.split_once('$');
                parts == Some((id.name(), member.name.as_str()))
            })
    };
    for (id, shape) in &mut model.shapes {
        if removed.contains(&id.name()) {
            remove_default(&mut shape.traits);
        }
        for member in shape.members_mut() {
            if is_removed(id, member) {
                remove_default(&mut member.traits);
            }
        }
    }
}

/// Removes the defaults of all numbers and booleans.
pub(super) fn of_numbers_and_booleans(model: &mut Model) {
    let shapes = model.shapes.iter();
    let scalars: BTreeSet<ShapeId> = shapes
        .filter(|(_, shape)| is_number_or_boolean(&shape.kind))
        .map(|(id, _)| id.clone())
        .collect();
    for (id, shape) in &mut model.shapes {
        if scalars.contains(id) {
            remove_default(&mut shape.traits);
        }
        for member in shape.members_mut() {
            if scalars.contains(&member.target) {
                remove_default(&mut member.traits);
            }
        }
    }
}

fn is_number_or_boolean(kind: &ShapeKind) -> bool {
    match kind {
        ShapeKind::Simple(
            SimpleKind::Boolean
            | SimpleKind::Byte
            | SimpleKind::Short
            | SimpleKind::Integer
            | SimpleKind::Long
            | SimpleKind::Float
            | SimpleKind::Double
            | SimpleKind::BigInteger
            | SimpleKind::BigDecimal,
        )
        | ShapeKind::IntEnum(_) => true,
        ShapeKind::Simple(
            SimpleKind::Blob | SimpleKind::String | SimpleKind::Timestamp | SimpleKind::Document,
        )
        | ShapeKind::Enum(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => false,
    }
}

fn remove_default(traits: &mut Traits) {
    traits.default = None;
}
