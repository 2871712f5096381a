//! Resolves the URI, the status code and the host prefix of an operation:
//! <https://smithy.io/2.0/spec/http-bindings.html#http-trait>.

use super::operation::Source;
use super::shapes::Member;
use crate::error::ProblemKind;
use crate::ir::{Extent, Label, Part, QueryLiteral, Uri};
use crate::model::ShapeId;
use crate::model::traits::{self, Traits};
use crate::validate::{Checker, Reported, is_token};

/// Where a request goes, and the status code of a successful response.
#[derive(Debug, Clone)]
pub struct Http {
    /// The HTTP method.
    pub method: String,
    /// The path and the constant part of the query.
    pub uri: Uri,
    /// The status code.
    pub status: u16,
}

/// Returns where a protocol that doesn't have HTTP bindings sends the requests of an operation.
pub(super) fn post(path: String) -> Http {
    Http {
        method: "POST".to_owned(),
        uri: Uri {
            path: vec![Part::Text(path)],
            query: Vec::new(),
        },
        status: 200,
    }
}

/// Resolves the `http` trait. Reports labels without members, and members with labels that the URI doesn't have.
pub(super) fn resolve(
    checker: &mut Checker<'_>,
    operation: Source<'_, '_>,
) -> Result<Http, Reported> {
    let Some(http) = &operation.traits.http else {
        let kind = ProblemKind::MissingTrait("smithy.api#http");
        return Err(checker.report(operation.id, kind));
    };
    let (path, query) = http.uri.split_once('?').unwrap_or((&http.uri, ""));
    let members = operation.input_members();
    check_members(checker, members, http);
    check_texts(checker, operation.id, http);
    let path = resolve_pattern(path, |label, extent| {
        let found = find(members, label, |traits| traits.http_label.is_some());
        let field = found.ok_or_else(|| {
            let uri = &http.uri;
            let message = format!(
                "label `{{{label}}}` of the URI `{uri}` has no member with an httpLabel trait"
            );
            checker.report(operation.id, ProblemKind::Binding(message))
        })?;
        Ok(self::label(label, field, extent))
    });
    Ok(Http {
        method: http.method.clone(),
        uri: Uri {
            path: path?,
            query: query_literals(query),
        },
        status: http.code,
    })
}

/// Resolves the host prefix of an operation, if it has one. Reports labels without members.
pub(super) fn resolve_host_prefix(
    checker: &mut Checker<'_>,
    operation: Source<'_, '_>,
) -> Result<Option<Vec<Part>>, Reported> {
    let Some(endpoint) = &operation.traits.endpoint else {
        return Ok(None);
    };
    let prefix = &endpoint.host_prefix;
    if !texts(prefix).all(is_host) {
        let message = format!(
            "the host prefix {prefix:?} contains characters other than letters, digits, `-` and `.`"
        );
        checker.report(operation.id, ProblemKind::Binding(message));
    }
    let parts = resolve_pattern(prefix, |label, extent| {
        let found = find(operation.input_members(), label, |traits| {
            traits.host_label.is_some()
        });
        let field = found.ok_or_else(|| {
            let message = format!(
                "label `{{{label}}}` of the host prefix `{prefix}` has no member with a hostLabel trait"
            );
            checker.report(operation.id, ProblemKind::Binding(message))
        })?;
        Ok(self::label(label, field, extent))
    });
    parts.map(Some)
}

fn label(member: &str, field: usize, extent: Extent) -> Part {
    Part::Label(Label {
        member: member.to_owned(),
        field,
        extent,
        default: None,
        prefixes: &[],
    })
}

/// Returns the index of the member with this name and this trait.
fn find(members: &[Member<'_>], name: &str, is_bound: impl Fn(&Traits) -> bool) -> Option<usize> {
    members
        .iter()
        .position(|member| member.name == name && is_bound(member.traits))
}

/// Splits a pattern into text and labels. All labels are tried before an error is returned.
fn resolve_pattern(
    pattern: &str,
    mut resolve: impl FnMut(&str, Extent) -> Result<Part, Reported>,
) -> Result<Vec<Part>, Reported> {
    let parts: Vec<Result<Part, Reported>> = pieces(pattern)
        .into_iter()
        .map(|piece| match piece {
            Piece::Text(text) => Ok(Part::Text(text.to_owned())),
            Piece::Label(label, extent) => resolve(label, extent),
        })
        .collect();
    parts.into_iter().collect()
}

/// A piece of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Label(&'a str, Extent),
}

fn pieces(mut pattern: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    while let Some((text, rest)) = pattern.split_once('{') {
        let Some((label, rest)) = rest.split_once('}') else {
            break;
        };
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        pieces.push(match label.strip_suffix('+') {
            Some(label) => Piece::Label(label, Extent::Greedy),
            None => Piece::Label(label, Extent::Segment),
        });
        pattern = rest;
    }
    if !pattern.is_empty() {
        pieces.push(Piece::Text(pattern));
    }
    pieces
}

/// Returns what stands between the labels of a pattern.
fn texts(pattern: &str) -> impl Iterator<Item = &str> {
    pieces(pattern).into_iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(text),
        Piece::Label(..) => None,
    })
}

/// Reports methods and URIs that can't be sent as they are.
fn check_texts(checker: &mut Checker<'_>, operation: &ShapeId, http: &traits::Http) {
    let (method, uri) = (&http.method, &http.uri);
    let (path, query) = uri.split_once('?').unwrap_or((uri, ""));
    if !is_token(method) {
        let message = format!("{method:?} is not a method of HTTP");
        checker.report(operation, ProblemKind::Binding(message));
    }
    let message = if !uri.starts_with('/') {
        "does not begin with `/`"
    } else if !texts(path).all(is_uri) || !is_uri(query) {
        "contains characters that must be percent-encoded"
    } else {
        return;
    };
    let message = format!("the URI {uri:?} {message}");
    checker.report(operation, ProblemKind::Binding(message));
}

/// Whether a text can be part of a path or query: <https://www.rfc-editor.org/rfc/rfc3986#section-3.3>.
fn is_uri(text: &str) -> bool {
    let is_encoded = |rest: &str| {
        let digits = rest.as_bytes().get(..2);
        digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit))
    };
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~!$&'()*+,;=:@/?%".contains(c);
    text.chars().all(is_plain) && text.split('%').skip(1).all(is_encoded)
}

fn is_host(text: &str) -> bool {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.');
    text.chars().all(is_part)
}

fn query_literals(query: &str) -> Vec<QueryLiteral> {
    let parameters = query.split('&').filter(|parameter| !parameter.is_empty());
    parameters
        .map(|parameter| {
            let (name, value) = match parameter.split_once('=') {
                Some((name, value)) => (name, Some(value.to_owned())),
                None => (parameter, None),
            };
            QueryLiteral {
                name: name.to_owned(),
                value,
            }
        })
        .collect()
}

/// Reports members that are bound to labels that the URI doesn't have.
fn check_members(checker: &mut Checker<'_>, members: &[Member<'_>], http: &traits::Http) {
    let pieces = pieces(&http.uri);
    let is_in_uri = |name| {
        let mut pieces = pieces.iter();
        pieces.any(|piece| matches!(piece, Piece::Label(label, _) if *label == name))
    };
    let labels = members
        .iter()
        .filter(|member| member.traits.http_label.is_some());
    for member in labels {
        if !is_in_uri(member.name) {
            let uri = &http.uri;
            let message = format!("has an httpLabel trait, but the URI `{uri}` has no such label");
            checker.report(&member.id, ProblemKind::Binding(message));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_split_into_pieces() {
        use Piece::{Label, Text};
        let (segment, greedy) = (Extent::Segment, Extent::Greedy);
        let cases: [(&str, &[Piece]); 6] = [
            ("/", &[Text("/")]),
            ("/{a}", &[Text("/"), Label("a", segment)]),
            (
                "/{a}/b/{c}",
                &[
                    Text("/"),
                    Label("a", segment),
                    Text("/b/"),
                    Label("c", segment),
                ],
            ),
            ("/x/{a+}/y", &[Text("/x/"), Label("a", greedy), Text("/y")]),
            ("/(a+)+", &[Text("/(a+)+")]),
            ("/a/{b", &[Text("/a/{b")]),
        ];
        for (pattern, expected) in cases {
            assert_eq!(pieces(pattern), expected, "{pattern}");
        }
    }

    #[test]
    fn texts_of_uris_are_encoded() {
        for text in ["/a/b", "/a?b=c&d", "/a%20b", "/$metadata/(a):b@c"] {
            assert!(is_uri(text), "{text}");
        }
        for text in [
            "/a b", "/ä", "/a%2", "/%zz", "/\"", "/a#b", "/a\\b", "/<", "/}",
        ] {
            assert!(!is_uri(text), "{text}");
        }
    }

    #[test]
    fn query_literals_have_names_and_values() {
        let texts = |query| {
            let literals = query_literals(query);
            let texts = literals.iter().map(ToString::to_string);
            texts.collect::<Vec<_>>()
        };
        assert_eq!(texts(""), Vec::<String>::new());
        assert_eq!(texts("foo=bar&hello&x="), ["foo=bar", "hello", "x="]);
    }
}
