//! Auth schemes, as data that the emitted crate is made of.

/// A way to authenticate a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AuthScheme {
    /// AWS Signature Version 4.
    SigV4,
    /// AWS Signature Version 4 for several regions, with the Cargo feature `sigv4a`.
    SigV4a,
    /// A token in the `Authorization` header.
    Bearer,
    /// A user and a password in the `Authorization` header.
    Basic,
    /// A key in a header or in the query.
    ApiKey(ApiKey),
    /// No authentication.
    NoAuth,
}

/// Where an API key is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ApiKey {
    /// In a header.
    Header {
        /// The header's name, in lowercase.
        name: String,
        /// The text in front of the key: the name of an authentication scheme and a space, or nothing.
        prefix: String,
    },
    /// In a query parameter.
    Query {
        /// The parameter's name.
        name: String,
    },
}
