//! Where a member of an input, output or error is in the HTTP message.

use crate::ir::{Binding, WireName};
use crate::model::Traits;

/// The direction of a message: traits of the other direction have no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// From client to service.
    Request,
    /// From service to client.
    Response,
}

/// The rules: <https://smithy.io/2.0/spec/http-bindings.html>.
pub(super) fn binding(traits: &Traits, side: Side) -> Binding {
    if let Some(name) = &traits.http_header {
        return Binding::Header(WireName::new(name));
    }
    if let Some(prefix) = &traits.http_prefix_headers {
        return Binding::PrefixHeaders(WireName::new(prefix));
    }
    if traits.http_payload.is_some() {
        return Binding::Payload;
    }
    match side {
        Side::Request => request_binding(traits),
        Side::Response if traits.http_response_code.is_some() => Binding::StatusCode,
        Side::Response => Binding::Body,
    }
}

fn request_binding(traits: &Traits) -> Binding {
    if traits.http_label.is_some() {
        Binding::Label
    } else if let Some(name) = &traits.http_query {
        Binding::Query(WireName::new(name))
    } else if traits.http_query_params.is_some() {
        Binding::QueryParams
    } else {
        Binding::Body
    }
}
