//! HTTP bindings: how an input becomes a request, and a response an output.

pub(super) mod extras;
pub(super) mod request;
pub(super) mod response;
