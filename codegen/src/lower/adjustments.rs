//! Adjusts single services by hand, as the official SDK does: their models lack something that their requests need.

mod api_gateway;
mod glacier;
mod presigning;

use crate::ir::{Operation, Service};

/// Adjusts the operations of a service. Services are recognized by the name that they have in the SDKs.
pub(super) fn apply(service: &Service, operations: &mut [Operation]) {
    for operation in &mut *operations {
        presigning::adjust(service, operation);
    }
    match service.sdk_id.as_str() {
        "API Gateway" => operations.iter_mut().for_each(api_gateway::adjust),
        "Glacier" => {
            for operation in operations {
                glacier::adjust(service, operation);
            }
        }
        _ => {}
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
        "buckets move to the host, uploads and downloads can be presigned, and S3 Express sessions are supported",
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
