//! `awsJson1_0` and `awsJson1_1`: <https://smithy.io/2.0/aws/protocols/aws-json-1_0-protocol.html>.

use super::{Direction, ProtocolRules, members_or, query_error};
use crate::ir::{Binding, Body, Codec, ErrorLayout, Field, WireName};
use crate::model::traits::{TimestampFormat, Traits};
use crate::select::Selection;
use crate::select::operation::Operation;
use crate::select::shapes::{Member, Target};

/// The versions of the protocol, which differ in the media type.
pub(super) enum AwsJson {
    V1_0,
    V1_1,
}

impl ProtocolRules for AwsJson {
    fn codec(&self) -> Codec {
        Codec::Json
    }

    fn content_type(&self) -> &'static str {
        match self {
            Self::V1_0 => "application/x-amz-json-1.0",
            Self::V1_1 => "application/x-amz-json-1.1",
        }
    }

    fn error_layout(&self, service: &Traits) -> ErrorLayout {
        ErrorLayout {
            wrappers: Vec::new(),
            code: query_error::code_source(service),
            empty: None,
        }
    }

    fn headers(
        &self,
        selection: &Selection<'_>,
        operation: &Operation<'_>,
    ) -> Vec<(String, String)> {
        let service = &selection.service;
        let target = format!("{}.{}", service.id.name(), operation.id.name());
        let mut headers = vec![("x-amz-target".to_owned(), target)];
        headers.extend(query_error::mode_header(service.traits));
        headers
    }

    /// The body of an operation without input is an empty object.
    fn body(&self, _: &Selection<'_>, _: &Operation<'_>, input: &[Field]) -> Body {
        members_or(input, || "{}".to_owned())
    }

    fn binding(&self, _: &Traits, _: Direction) -> Binding {
        Binding::Body
    }

    fn timestamp_format(&self, _: &Binding, declared: Option<TimestampFormat>) -> TimestampFormat {
        declared.unwrap_or(TimestampFormat::EpochSeconds)
    }

    /// The trait `jsonName` isn't supported.
    fn wire_name(&self, member: &Member<'_>) -> WireName {
        WireName::new(member.name)
    }

    fn error_code(&self, service: &Traits, error: Target<'_>, traits: &Traits) -> String {
        query_error::code(service, error, traits)
    }
}
