//! `restXml`: <https://smithy.io/2.0/aws/protocols/aws-restxml-protocol.html>.

use super::{Direction, ProtocolRules, http_bindings, xml};
use crate::ir::{
    Binding, Body, CodeSource, Codec, Content, Envelope, ErrorLayout, Field, Layout, WireName,
};
use crate::model::traits::{TimestampFormat, Traits};
use crate::select::Selection;
use crate::select::operation::Operation;
use crate::select::shapes::{Kind, Member, Shapes};

pub(super) struct RestXml;

impl ProtocolRules for RestXml {
    fn codec(&self) -> Codec {
        Codec::Xml
    }

    fn content_type(&self) -> &'static str {
        "application/xml"
    }

    fn error_layout(&self, service: &Traits) -> ErrorLayout {
        let settings = service.rest_xml.as_ref();
        let is_wrapped = settings.is_none_or(|settings| !settings.no_error_wrapping);
        ErrorLayout {
            wrappers: if is_wrapped {
                vec!["Error"]
            } else {
                Vec::new()
            },
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

    fn envelope(
        &self,
        selection: &Selection<'_>,
        operation: &Operation<'_>,
        body: &Body,
    ) -> Envelope {
        let service = selection.service.traits;
        let input = &selection.shapes[operation.input];
        match body {
            Body::Empty | Body::Constant(_) => Envelope::Value,
            Body::Members(_) => {
                let name = operation.input.id().name();
                Envelope::Element(xml::outermost(service, &[input.traits], name))
            }
            Body::Payload(index) => {
                let member = &input.members()[*index];
                let target = &selection.shapes[member.target];
                match &target.kind {
                    Kind::Structure(_) | Kind::Union(_) => {
                        let (traits, name) = ([member.traits, target.traits], member.target.id());
                        Envelope::Element(xml::outermost(service, &traits, name.name()))
                    }
                    Kind::Simple(_)
                    | Kind::Enum(_)
                    | Kind::IntEnum
                    | Kind::List(_)
                    | Kind::Map { .. } => Envelope::Value,
                }
            }
        }
    }

    /// Without the trait `xmlName`, the outermost element can have any name, because models from botocore lack the names of
    /// these elements.
    fn content(&self, selection: &Selection<'_>, operation: &Operation<'_>) -> Content {
        if operation.traits.s3_unwrapped_xml_output.is_some() {
            return Content::Member;
        }
        let output = &selection.shapes[operation.output];
        Content::Element(Vec::from_iter(output.traits.xml_name.clone()))
    }

    fn binding(&self, traits: &Traits, direction: Direction) -> Binding {
        http_bindings::binding(traits, direction)
    }

    fn timestamp_format(
        &self,
        binding: &Binding,
        declared: Option<TimestampFormat>,
    ) -> TimestampFormat {
        let usual = http_bindings::timestamp_format(binding, TimestampFormat::DateTime);
        declared.unwrap_or(usual)
    }

    fn wire_name(&self, member: &Member<'_>) -> WireName {
        xml::wire_name(member)
    }

    fn layout(&self, shapes: &Shapes<'_>, member: &Member<'_>) -> Layout {
        xml::layout(shapes, member)
    }
}
