//! `restJson1`: <https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html>.

use super::{Direction, ProtocolRules, http_bindings};
use crate::ir::{Binding, Body, CodeSource, Codec, ErrorLayout, Field, WireName};
use crate::model::traits::{TimestampFormat, Traits};
use crate::select::Selection;
use crate::select::operation::Operation;
use crate::select::shapes::Member;

pub(super) struct RestJson1;

impl ProtocolRules for RestJson1 {
    fn codec(&self) -> Codec {
        Codec::Json
    }

    fn content_type(&self) -> &'static str {
        "application/json"
    }

    fn error_layout(&self, _: &Traits) -> ErrorLayout {
        ErrorLayout {
            wrappers: Vec::new(),
            code: CodeSource::Usual,
            empty: None,
        }
    }

    fn headers(&self, _: &Selection<'_>, _: &Operation<'_>) -> Vec<(String, String)> {
        Vec::new()
    }

    fn body(&self, _: &Selection<'_>, _: &Operation<'_>, input: &[Field]) -> Body {
        http_bindings::body(input)
    }

    fn binding(&self, traits: &Traits, direction: Direction) -> Binding {
        http_bindings::binding(traits, direction)
    }

    fn timestamp_format(
        &self,
        binding: &Binding,
        declared: Option<TimestampFormat>,
    ) -> TimestampFormat {
        let usual = http_bindings::timestamp_format(binding, TimestampFormat::EpochSeconds);
        declared.unwrap_or(usual)
    }

    /// The trait `jsonName` replaces the name of the member.
    fn wire_name(&self, member: &Member<'_>) -> WireName {
        let json_name = member.traits.json_name.as_deref();
        WireName::new(json_name.unwrap_or(member.name))
    }
}
