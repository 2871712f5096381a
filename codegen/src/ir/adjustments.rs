//! Defines what the requests and responses of single services need besides their models and protocols.

/// The adjustments of an operation. By default there are none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Adjustments {
    /// How requests are signed.
    pub signing: Signing,
    /// Whether an XML error as the body makes any response an error, whatever its status is.
    pub error_in_success: bool,
    /// The codes of errors that are retried, besides those of all services.
    pub transient_errors: &'static [&'static str],
    /// The indexes of the input's fields that must be set although the request doesn't contain them: its endpoint does.
    pub endpoint_fields: Vec<usize>,
    /// Whether the endpoint decides which of the auth schemes is used.
    pub auth_by_endpoint: bool,
    /// Whether the service can be silent for a long time before it responds.
    pub responds_slowly: bool,
}

/// How requests are signed. By default, paths are normalized and encoded a second time for the signature, and the hash of
/// the body is not a header.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Signing {
    /// Whether paths are signed as they are sent.
    pub literal_path: bool,
    /// Whether the SHA-256 of the body, or the note that the body isn't signed, is sent in a header.
    pub body_hash: bool,
}
