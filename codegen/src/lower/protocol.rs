//! Lowers what protocols differ in: bindings, bodies, wire names and formats.
//!
//! Each protocol is one file below, which implements [`ProtocolRules`]. Everything that depends on the protocol is data
//! in the lowered crate afterwards.

mod aws_json;
mod aws_query;
mod ec2_query;
mod http_bindings;
mod query_error;
mod rest_json;
mod rest_xml;
mod rpc_v2_cbor;
mod xml;

use crate::ir::{
    Binding, Body, Codec, Content, Envelope, ErrorLayout, Field, Layout, Request, Response,
    Structure, WireName,
};
use crate::model::traits::{TimestampFormat, Traits};
use crate::select::Selection;
use crate::select::operation::Operation;
use crate::select::protocol::Protocol;
use crate::select::shapes::{Member, Shapes, Target};

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
    fn error_layout(&self, service: &Traits) -> ErrorLayout;

    /// Returns the headers that have the same value in every request of the operation: name and value.
    fn headers(
        &self,
        selection: &Selection<'_>,
        operation: &Operation<'_>,
    ) -> Vec<(String, String)>;

    /// Returns the body of a request with an input of these fields.
    fn body(&self, selection: &Selection<'_>, operation: &Operation<'_>, input: &[Field]) -> Body;

    /// Returns what is around the members in the body of a request.
    fn envelope(&self, _: &Selection<'_>, _: &Operation<'_>, _: &Body) -> Envelope {
        Envelope::Value
    }

    /// Returns where the members are in the body of a response.
    fn content(&self, _: &Selection<'_>, _: &Operation<'_>) -> Content {
        Content::Value
    }

    /// Returns where a member of an input, output or error is in the message.
    fn binding(&self, traits: &Traits, direction: Direction) -> Binding;

    /// Returns the format of timestamps with this binding, and with this trait if there is one.
    fn timestamp_format(
        &self,
        binding: &Binding,
        declared: Option<TimestampFormat>,
    ) -> TimestampFormat;

    /// Returns the name of a member in a body.
    fn wire_name(&self, member: &Member<'_>) -> WireName;

    /// Returns the arrangement of a member in a body.
    fn layout(&self, _: &Shapes<'_>, member: &Member<'_>) -> Layout {
        Layout::named(self.wire_name(member))
    }

    /// Returns the code of an error, by which responses refer to it.
    fn error_code(&self, _: &Traits, error: Target<'_>, _: &Traits) -> String {
        error.id().name().to_owned()
    }
}

/// Returns the rules of a protocol.
pub(super) fn rules(protocol: Protocol) -> &'static dyn ProtocolRules {
    match protocol {
        Protocol::RpcV2Cbor => &rpc_v2_cbor::RpcV2Cbor,
        Protocol::AwsJson1_0 => &aws_json::AwsJson::V1_0,
        Protocol::AwsJson1_1 => &aws_json::AwsJson::V1_1,
        Protocol::RestJson1 => &rest_json::RestJson1,
        Protocol::RestXml => &rest_xml::RestXml,
        Protocol::AwsQuery => &aws_query::AwsQuery,
        Protocol::Ec2Query => &ec2_query::Ec2Query,
    }
}

/// Lowers the request of an operation with this input.
pub(super) fn request(
    selection: &Selection<'_>,
    operation: &Operation<'_>,
    input: &Structure,
) -> Request {
    let rules = rules(selection.service.protocol);
    let body = rules.body(selection, operation, &input.fields);
    Request {
        method: operation.http.method.clone(),
        uri: operation.http.uri.clone(),
        headers: rules.headers(selection, operation),
        envelope: rules.envelope(selection, operation, &body),
        body,
        content_type: rules.content_type().to_owned(),
    }
}

/// Returns the body of a protocol that has all members in it: without any, it is this text.
fn members_or(input: &[Field], constant: impl FnOnce() -> String) -> Body {
    if input.is_empty() {
        Body::Constant(constant())
    } else {
        Body::Members((0..input.len()).collect())
    }
}

/// Lowers the response of an operation.
pub(super) fn response(selection: &Selection<'_>, operation: &Operation<'_>) -> Response {
    Response {
        status: operation.http.status,
        content: rules(selection.service.protocol).content(selection, operation),
    }
}
