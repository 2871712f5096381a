//! Checks that the names of members can stand in messages: in bodies, in headers and in XML.

use super::Checker;
use crate::error::ProblemKind;
use crate::model::{Member, ShapeId, Traits};
use crate::select::closure::references;
use crate::select::protocol::{Bindings, Protocol};

/// Reports members of the shapes whose names the protocol can't write or read.
pub(crate) fn check<'a>(
    checker: &mut Checker<'_>,
    protocol: Protocol,
    shapes: impl IntoIterator<Item = &'a ShapeId>,
) {
    let model = checker.model;
    for id in shapes {
        let Some(shape) = model.get(id) else { continue };
        let members = references(shape).into_iter();
        let members = members.map(|member| (id.member(&member.name), &member.traits, Some(member)));
        for (id, traits, member) in members.chain([(id.clone(), &shape.traits, None)]) {
            for problem in problems(protocol, traits, member) {
                checker.report(&id, problem);
            }
        }
    }
}

/// Returns what is wrong with the names that the traits of a shape or member contain.
fn problems(protocol: Protocol, traits: &Traits, member: Option<&Member>) -> Vec<ProblemKind> {
    let body = match protocol {
        Protocol::AwsJson1_0 | Protocol::AwsJson1_1 => member.and_then(|m| json(&m.name)),
        Protocol::RestJson1 => {
            member.and_then(|m| json(traits.json_name.as_deref().unwrap_or(&m.name)))
        }
        Protocol::RestXml | Protocol::AwsQuery | Protocol::Ec2Query => xml(traits, member),
        // Texts have a length in CBOR, so they can contain everything.
        Protocol::RpcV2Cbor => None,
    };
    let headers = match protocol.bindings() {
        Bindings::Http => [header(traits), media_type(traits)],
        Bindings::Rpc => [None, None],
    };
    body.into_iter()
        .chain(headers.into_iter().flatten())
        .collect()
}

/// The names of members are written as they are in the model.
fn json(name: &str) -> Option<ProblemKind> {
    let is_escaped = |c: char| matches!(c, '"' | '\\' | '\0'..='\u{1f}');
    name.contains(is_escaped)
        .then(|| ProblemKind::Unsupported(format!("the JSON name {name:?}, which must be escaped")))
}

fn xml(traits: &Traits, member: Option<&Member>) -> Option<ProblemKind> {
    let own = traits.xml_name.as_deref();
    let name = own.or(member.map(|member| member.name.as_str()));
    let namespace = traits.xml_namespace.as_ref();
    let prefix = namespace.and_then(|namespace| namespace.prefix.as_deref());
    let wrong =
        name.filter(|name| !name.split(':').all(is_xml_name) || name.split(':').count() > 2);
    let wrong = wrong.or(prefix.filter(|prefix| !is_xml_name(prefix)));
    wrong.map(|name| ProblemKind::Binding(format!("{name:?} is not a name in XML")))
}

/// Whether a text is a name without a colon: <https://www.w3.org/TR/xml-names/#NT-NCName>.
fn is_xml_name(name: &str) -> bool {
    let is_start = |c: char| c == '_' || c.is_alphabetic();
    let is_part = |c: char| is_start(c) || c.is_numeric() || matches!(c, '-' | '.');
    name.starts_with(is_start) && name.chars().all(is_part)
}

fn header(traits: &Traits) -> Option<ProblemKind> {
    let name = traits.http_header.as_deref();
    let prefix = traits.http_prefix_headers.as_deref();
    let wrong = name.filter(|name| !is_token(name));
    let wrong = wrong.or(prefix.filter(|prefix| !prefix.is_empty() && !is_token(prefix)));
    wrong.map(|name| ProblemKind::Binding(format!("{name:?} is not the name of a header in HTTP")))
}

/// The media type of a payload is the value of a header: <https://www.rfc-editor.org/rfc/rfc9110#field.content-type>.
fn media_type(traits: &Traits) -> Option<ProblemKind> {
    let media_type = traits.media_type.as_deref()?;
    let is_value = media_type.chars().all(|c| c == ' ' || c.is_ascii_graphic());
    (!is_value).then(|| ProblemKind::Binding(format!("{media_type:?} is not a media type")))
}

/// Whether a text is a token: <https://www.rfc-editor.org/rfc/rfc9110#name-tokens>.
pub(crate) fn is_token(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c);
    !text.is_empty() && text.chars().all(is_part)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_consist_of_the_characters_of_header_names() {
        for text in ["GET", "x-amz-meta-", "a!#$%&'*+-.^_`|~9"] {
            assert!(is_token(text), "{text}");
        }
        for text in ["", " ", "PO ST", "a:b", "größe", "a\r\nb", "\"", "a/b"] {
            assert!(!is_token(text), "{text}");
        }
    }

    #[test]
    fn xml_names_begin_with_a_letter_or_an_underscore() {
        for name in ["a", "_1", "größe", "a-b.c"] {
            assert!(is_xml_name(name), "{name}");
        }
        for name in ["", "1", "-a", "a b", "a>", "a:b", "a\"", "a/"] {
            assert!(!is_xml_name(name), "{name}");
        }
    }
}
