//! `rpcv2Cbor`: <https://smithy.io/2.0/additional-specs/protocols/smithy-rpc-v2.html>.

use super::{Direction, ProtocolRules, query_error};
use crate::ir::{Binding, Body, Codec, ErrorLayout, Field, WireName};
use crate::model::traits::{TimestampFormat, Traits};
use crate::select::Selection;
use crate::select::operation::Operation;
use crate::select::shapes::{Member, Target};

pub(super) struct RpcV2Cbor;

impl ProtocolRules for RpcV2Cbor {
    fn codec(&self) -> Codec {
        Codec::Cbor
    }

    fn content_type(&self) -> &'static str {
        "application/cbor"
    }

    fn error_layout(&self, service: &Traits) -> ErrorLayout {
        ErrorLayout {
            wrappers: Vec::new(),
            code: query_error::code_source(service),
            empty: None,
        }
    }

    fn headers(&self, selection: &Selection<'_>, _: &Operation<'_>) -> Vec<(String, String)> {
        let fixed = [
            ("smithy-protocol", "rpc-v2-cbor"),
            ("accept", "application/cbor"),
        ];
        let fixed = fixed.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let mode = query_error::mode_header(selection.service.traits);
        fixed.into_iter().chain(mode).collect()
    }

    /// An operation without an input has no body, and an input without members is an empty map.
    fn body(&self, _: &Selection<'_>, operation: &Operation<'_>, input: &[Field]) -> Body {
        if operation.input.id().is_unit() {
            Body::Empty
        } else {
            Body::Members((0..input.len()).collect())
        }
    }

    fn binding(&self, _: &Traits, _: Direction) -> Binding {
        Binding::Body
    }

    /// The trait `timestampFormat` has no effect.
    fn timestamp_format(&self, _: &Binding, _: Option<TimestampFormat>) -> TimestampFormat {
        TimestampFormat::EpochSeconds
    }

    fn wire_name(&self, member: &Member<'_>) -> WireName {
        WireName::new(member.name)
    }

    fn error_code(&self, service: &Traits, error: Target<'_>, traits: &Traits) -> String {
        query_error::code(service, error, traits)
    }
}
