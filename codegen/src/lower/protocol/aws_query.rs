//! `awsQuery`: <https://smithy.io/2.0/aws/protocols/aws-query-protocol.html>.

use super::{Direction, ProtocolRules, members_or, query_error, xml};
use crate::ir::{
    Binding, Body, CodeSource, Codec, Content, Elements, Envelope, ErrorLayout, Field, Layout,
    Names, WireName,
};
use crate::model::traits::{TimestampFormat, Traits};
use crate::select::Selection;
use crate::select::operation::Operation;
use crate::select::shapes::{Member, Shapes, Target};

pub(super) struct AwsQuery;

impl ProtocolRules for AwsQuery {
    fn codec(&self) -> Codec {
        Codec::Query
    }

    fn content_type(&self) -> &'static str {
        "application/x-www-form-urlencoded"
    }

    fn error_layout(&self, _: &Traits) -> ErrorLayout {
        ErrorLayout {
            wrappers: vec!["Error"],
            code: CodeSource::Usual,
            empty: None,
        }
    }

    fn headers(&self, _: &Selection<'_>, _: &Operation<'_>) -> Vec<(String, String)> {
        Vec::new()
    }

    fn body(&self, selection: &Selection<'_>, operation: &Operation<'_>, input: &[Field]) -> Body {
        body(selection, operation, input)
    }

    fn envelope(&self, selection: &Selection<'_>, operation: &Operation<'_>, _: &Body) -> Envelope {
        action(selection, operation)
    }

    fn content(&self, _: &Selection<'_>, operation: &Operation<'_>) -> Content {
        let elements = ["Response", "Result"];
        Content::Element(
            elements
                .map(|end| format!("{}{end}", operation.id.name()))
                .to_vec(),
        )
    }

    fn binding(&self, _: &Traits, _: Direction) -> Binding {
        Binding::Body
    }

    fn timestamp_format(&self, _: &Binding, declared: Option<TimestampFormat>) -> TimestampFormat {
        declared.unwrap_or(TimestampFormat::DateTime)
    }

    fn wire_name(&self, member: &Member<'_>) -> WireName {
        xml::wire_name(member)
    }

    /// Parameters have the names of XML elements, without namespaces.
    fn layout(&self, shapes: &Shapes<'_>, member: &Member<'_>) -> Layout {
        Layout {
            written: xml::element_name(member),
            elements: without_namespaces(xml::elements(shapes, member)),
            ..xml::layout(shapes, member)
        }
    }

    fn error_code(&self, _: &Traits, error: Target<'_>, traits: &Traits) -> String {
        query_error::query_code(error, traits)
    }
}

/// Returns the members with the parameters that precede them.
pub(super) fn body(selection: &Selection<'_>, operation: &Operation<'_>, input: &[Field]) -> Body {
    members_or(input, || {
        let [action, version] = [operation.id.name(), &selection.service.shape.version];
        format!(
            "Action={}&Version={}",
            form_encoded(action),
            form_encoded(version)
        )
    })
}

/// Encodes the value of a parameter.
fn form_encoded(value: &str) -> String {
    let encode = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => {
            char::from(byte).to_string()
        }
        _ => format!("%{byte:02X}"),
    };
    value.bytes().map(encode).collect()
}

/// Returns the parameters that precede the members.
pub(super) fn action(selection: &Selection<'_>, operation: &Operation<'_>) -> Envelope {
    Envelope::Action {
        operation: operation.id.name().to_owned(),
        version: selection.service.shape.version.clone(),
    }
}

fn without_namespaces(elements: Elements) -> Elements {
    let name = |names: Names| Names {
        written: Some(names.read.clone()),
        read: names.read,
    };
    match elements {
        Elements::None => Elements::None,
        Elements::Items {
            name: names,
            elements,
        } => Elements::Items {
            name: name(names),
            elements: Box::new(without_namespaces(*elements)),
        },
        Elements::Entries {
            key,
            value,
            elements,
        } => Elements::Entries {
            key: name(key),
            value: name(value),
            elements: Box::new(without_namespaces(*elements)),
        },
    }
}
