//! HTTP bindings, which the REST protocols share: <https://smithy.io/2.0/spec/http-bindings.html>.

use super::Direction;
use crate::ir::{Binding, Body, Field, WireName};
use crate::model::Traits;
use crate::model::traits::TimestampFormat;

/// Returns where a member with these traits is in a message.
pub(super) fn binding(traits: &Traits, direction: Direction) -> Binding {
    if let Some(name) = &traits.http_header {
        return Binding::Header(WireName::new(name));
    }
    if let Some(prefix) = &traits.http_prefix_headers {
        return Binding::PrefixHeaders(WireName::new(prefix));
    }
    if traits.http_payload.is_some() {
        return Binding::Payload;
    }
    match direction {
        Direction::Request => request_binding(traits),
        Direction::Response if traits.http_response_code.is_some() => Binding::StatusCode,
        Direction::Response => Binding::Body,
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

/// Returns the payload or, without one, the members that have no other place. Without either, there is no body.
pub(super) fn body(input: &[Field]) -> Body {
    let payload = |field: &Field| field.binding == Binding::Payload;
    if let Some(payload) = input.iter().position(payload) {
        return Body::Payload(payload);
    }
    let is_member = |index: &usize| input[*index].binding == Binding::Body;
    let mut members: Vec<usize> = (0..input.len()).filter(is_member).collect();
    // The official SDK writes them in the order of their names.
    members.sort_by_key(|&index| &input[index].shape);
    if members.is_empty() {
        Body::Empty
    } else {
        Body::Members(members)
    }
}

/// Returns the format of timestamps with this binding; `body` is the one of the protocol's bodies:
/// <https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait>.
pub(super) fn timestamp_format(binding: &Binding, body: TimestampFormat) -> TimestampFormat {
    match binding {
        Binding::Body | Binding::Payload | Binding::StatusCode => body,
        Binding::Label | Binding::Query(_) | Binding::QueryParams => TimestampFormat::DateTime,
        Binding::Header(_) | Binding::PrefixHeaders(_) => TimestampFormat::HttpDate,
    }
}
