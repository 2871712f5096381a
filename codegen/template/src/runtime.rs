//! What all operations share: running them, paging through them, building their requests.

pub(crate) mod builder;
pub(crate) mod checksum;
pub(crate) mod compression;
pub(crate) mod features;
pub(crate) mod fluent;
pub(crate) mod http;
pub(crate) mod idempotency_token;
pub(crate) mod operation;
pub(crate) mod paginator;
#[cfg(feature = "serde")]
pub(crate) mod serde;

/// What `Debug` prints in place of a sensitive value.
#[allow(dead_code, reason = "not every service has sensitive members")]
pub(crate) const REDACTED: &str = "*** Sensitive Data Redacted ***";
