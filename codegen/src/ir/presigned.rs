//! Defines how requests of an operation are presigned.

use super::Operation;

/// How requests of an operation are presigned.
#[derive(Debug, Clone)]
pub struct Presigned {
    /// The operation whose request it is, if it isn't that of a call. Its members and types are the same.
    pub request: Option<Box<Operation>>,
    /// The body.
    pub payload: Payload,
}

/// The body of a presigned request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payload {
    /// The signature doesn't cover it, so that the sender can choose it.
    Unsigned,
    /// There is none, which the signature covers.
    Empty,
}
