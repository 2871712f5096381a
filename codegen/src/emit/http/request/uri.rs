//! The path of a request with its labels, and the constant part of its query.

use proc_macro2::TokenStream;
use quote::quote;

use super::text;
use crate::ir::{Binding, Operation};

/// A piece of a URI pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Piece<'a> {
    /// Text that is the same in every request.
    Constant(&'a str),
    /// The member whose value stands there.
    Label(&'a str),
    /// As a label, but the value may have slashes.
    GreedyLabel(&'a str),
}

/// The pieces of a URI pattern: <https://smithy.io/2.0/spec/http-bindings.html#labels>.
fn pieces(mut uri: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    while let Some((constant, rest)) = uri.split_once('{') {
        let (label, rest) = rest.split_once('}').unwrap_or((rest, ""));
        if !constant.is_empty() {
            pieces.push(Piece::Constant(constant));
        }
        pieces.push(match label.strip_suffix('+') {
            Some(label) => Piece::GreedyLabel(label),
            None => Piece::Label(label),
        });
        uri = rest;
    }
    if !uri.is_empty() {
        pieces.push(Piece::Constant(uri));
    }
    pieces
}

/// The names of the parameters that are part of the pattern.
pub(super) fn literal_params(uri: &str) -> impl Iterator<Item = &str> {
    let query = uri.split_once('?').map_or("", |(_, query)| query);
    query
        .split('&')
        .filter(|param| !param.is_empty())
        .map(|param| param.split_once('=').map_or(param, |(name, _)| name))
}

pub(super) fn emit(operation: &Operation) -> TokenStream {
    let statements = pieces(&operation.http.uri)
        .into_iter()
        .map(|piece| match piece {
            Piece::Constant(text) => quote!(request.path(#text);),
            Piece::Label(label) => emit_label(operation, label, ""),
            Piece::GreedyLabel(label) => emit_label(operation, label, "/"),
        });
    quote!(#(#statements)*)
}

fn emit_label(operation: &Operation, label: &str, kept: &str) -> TokenStream {
    let field = operation
        .input
        .fields
        .iter()
        .find(|field| field.binding == Binding::Label && field.shape.member_name() == Some(label))
        .expect("labels are checked before lowering");
    let (name, value) = (field.name.as_str(), text::values(field));
    quote!(request.label(#name, #value, #kept);)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_fall_into_pieces() {
        use Piece::{Constant, GreedyLabel, Label};
        let cases: [(&str, &[Piece]); 5] = [
            ("/", &[Constant("/")]),
            ("/{a}", &[Constant("/"), Label("a")]),
            (
                "/{a}/b/{c}",
                &[Constant("/"), Label("a"), Constant("/b/"), Label("c")],
            ),
            (
                "/x/{a+}/y?z=1&q",
                &[Constant("/x/"), GreedyLabel("a"), Constant("/y?z=1&q")],
            ),
            ("/(a+)+", &[Constant("/(a+)+")]),
        ];
        for (uri, expected) in cases {
            assert_eq!(pieces(uri), expected, "{uri}");
        }
    }

    #[test]
    fn literal_parameters_have_names() {
        let names = |uri| literal_params(uri).collect::<Vec<_>>();
        assert_eq!(names("/a"), Vec::<&str>::new());
        assert_eq!(names("/a?foo=bar&hello"), ["foo", "hello"]);
    }
}
