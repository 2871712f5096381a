//! Retries errors that are transient for this service only.

use aws_runtime::retries::classifiers::{AwsErrorCodeClassifier, TRANSIENT_ERRORS};

/// Creates a classifier that retries errors with these codes, besides the errors that are transient for all services.
pub(crate) fn classifier<E>(codes: &[&'static str]) -> AwsErrorCodeClassifier<E> {
    AwsErrorCodeClassifier::builder().transient_errors([TRANSIENT_ERRORS, codes].concat()).build()
}
