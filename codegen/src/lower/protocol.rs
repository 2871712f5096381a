//! Lowers what protocols differ in: bindings, bodies, wire names and formats.
//!
//! Each protocol is one file below, which implements [`ProtocolRules`]. Everything that depends on the protocol is data
//! in the lowered crate afterwards.

mod http_bindings;
mod rest_json;

use crate::ir::{Binding, Body, Codec, ErrorLayout, Field, Request, Structure, WireName};
use crate::model::traits::{TimestampFormat, Traits};
use crate::select::Selection;
use crate::select::operation::Operation;
use crate::select::protocol::Protocol;
use crate::select::shapes::Member;

/// The direction of a message. Traits of the other direction have no effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Direction {
    /// From the client to the service.
    Request,
    /// From the service to the client.
    Response,
}

/// The rules of a protocol.
pub(super) trait ProtocolRules: Sync {
    /// Returns the format of bodies.
    fn codec(&self) -> Codec;

    /// Returns the media type of request bodies in that format.
    fn content_type(&self) -> &'static str;

    /// Returns where the code and the message of an error are.
    fn error_layout(&self) -> ErrorLayout;

    /// Returns the headers that have the same value in every request of the operation: name and value.
    fn headers(
        &self,
        selection: &Selection<'_>,
        operation: &Operation<'_>,
    ) -> Vec<(String, String)>;

    /// Returns the body of a request with an input of these fields.
    fn body(&self, input: &[Field]) -> Body;

    /// Returns where a member of an input, output or error is in the message.
    fn binding(&self, traits: &Traits, direction: Direction) -> Binding;

    /// Returns the format of timestamps with this binding, if no trait of the model says otherwise.
    fn timestamp_format(&self, binding: &Binding) -> TimestampFormat;

    /// Returns the name of a member in a body.
    fn wire_name(&self, member: &Member<'_>) -> WireName;
}

/// Returns the rules of a protocol.
pub(super) fn rules(protocol: Protocol) -> &'static dyn ProtocolRules {
    match protocol {
        Protocol::RestJson1 => &rest_json::RestJson1,
    }
}

/// Lowers the request of an operation with this input.
pub(super) fn request(
    selection: &Selection<'_>,
    operation: &Operation<'_>,
    input: &Structure,
) -> Request {
    let rules = rules(selection.service.protocol);
    Request {
        method: operation.http.method.clone(),
        uri: operation.http.uri.clone(),
        headers: rules.headers(selection, operation),
        body: rules.body(&input.fields),
        content_type: rules.content_type().to_owned(),
    }
}
