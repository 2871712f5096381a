//! The placeholder for sensitive values.

/// The text that `Debug` prints in place of a sensitive value.
pub(crate) const REDACTED: &str = "*** Sensitive Data Redacted ***";
