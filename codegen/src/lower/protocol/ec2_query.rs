//! `ec2Query`: <https://smithy.io/2.0/aws/protocols/aws-ec2-query-protocol.html>.

use super::{Direction, ProtocolRules, aws_query, xml};
use crate::ir::{
    Binding, Body, CodeSource, Codec, Content, Elements, Envelope, ErrorLayout, Field, Layout,
    Names, Nesting, WireName,
};
use crate::model::traits::{TimestampFormat, Traits};
use crate::select::Selection;
use crate::select::operation::Operation;
use crate::select::shapes::{Member, Shapes};

pub(super) struct Ec2Query;

impl ProtocolRules for Ec2Query {
    fn codec(&self) -> Codec {
        Codec::Query
    }

    fn content_type(&self) -> &'static str {
        "application/x-www-form-urlencoded"
    }

    fn error_layout(&self, _: &Traits) -> ErrorLayout {
        ErrorLayout {
            wrappers: vec!["Errors", "Error"],
            code: CodeSource::Usual,
            empty: None,
        }
    }

    fn headers(&self, _: &Selection<'_>, _: &Operation<'_>) -> Vec<(String, String)> {
        Vec::new()
    }

    fn body(&self, selection: &Selection<'_>, operation: &Operation<'_>, input: &[Field]) -> Body {
        aws_query::body(selection, operation, input)
    }

    fn envelope(&self, selection: &Selection<'_>, operation: &Operation<'_>, _: &Body) -> Envelope {
        aws_query::action(selection, operation)
    }

    fn content(&self, _: &Selection<'_>, operation: &Operation<'_>) -> Content {
        Content::Element(vec![format!("{}Response", operation.id.name())])
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

    /// The items of all lists are numbered directly below the name of the list.
    fn layout(&self, shapes: &Shapes<'_>, member: &Member<'_>) -> Layout {
        Layout {
            written: parameter_name(member),
            written_nesting: Nesting::Flattened,
            elements: numbered(xml::elements(shapes, member)),
            ..xml::layout(shapes, member)
        }
    }
}

/// Returns the name of a member as a parameter: its own one, or that of the XML element with a capital letter.
fn parameter_name(member: &Member<'_>) -> WireName {
    match &member.traits.ec2_query_name {
        Some(name) => WireName::new(name),
        None => {
            let name = xml::element_name(member);
            let mut rest = name.as_str().chars();
            let first = rest.next().map(|first| first.to_ascii_uppercase());
            WireName::new(first.into_iter().chain(rest).collect::<String>())
        }
    }
}

fn numbered(elements: Elements) -> Elements {
    match elements {
        Elements::Items { name, elements } => Elements::Items {
            name: Names {
                written: None,
                ..name
            },
            elements: Box::new(numbered(*elements)),
        },
        // Maps aren't sent.
        other @ (Elements::None | Elements::Entries { .. }) => other,
    }
}
