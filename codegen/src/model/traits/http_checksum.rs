//! Defines the trait `httpChecksum`: <https://smithy.io/2.0/aws/aws-core.html#aws-protocols-httpchecksum-trait>.

use serde::{Deserialize, Serialize};

/// See [`Traits::http_checksum`](super::Traits::http_checksum).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct HttpChecksum {
    /// The input member that chooses the algorithm of the request's checksum.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_algorithm_member: Option<String>,
    /// Whether a request must have a checksum.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub request_checksum_required: bool,
    /// The input member that asks for a checksum of the response.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_validation_mode_member: Option<String>,
    /// The algorithms that the checksums of responses can have.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub response_algorithms: Vec<String>,
}
