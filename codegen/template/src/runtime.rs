//! The code that all operations share: sending requests, paginating, and serializing.

pub(crate) mod api_key_header;
pub(crate) mod checksum;
pub(crate) mod checksum_algorithm;
pub(crate) mod compression;
pub(crate) mod endpoint_discovery;
pub(crate) mod extended_request_id;
pub(crate) mod features;
pub(crate) mod http;
pub(crate) mod idempotency_token;
pub(crate) mod operation;
pub(crate) mod paginator;
pub(crate) mod presign;
pub(crate) mod query_error;
pub(crate) mod redacted;
pub(crate) mod request_checksum;
pub(crate) mod response_checksum;
#[cfg(feature = "serde")]
pub(crate) mod serde;
#[cfg(feature = "serde")]
pub(crate) mod serde_big_number;
pub(crate) mod signing;
#[cfg(feature = "sigv4a")]
pub(crate) mod sigv4a;
pub(crate) mod transient_errors;
pub(crate) mod tree_hash;
pub(crate) mod waiter;

pub(crate) use redacted::REDACTED;
