//! The binding of inputs and outputs to HTTP messages.

pub(crate) mod request;
pub(crate) mod response;
