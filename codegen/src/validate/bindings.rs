//! Checks the HTTP bindings of an operation: <https://smithy.io/2.0/spec/http-bindings.html>.

use super::{Checker, is_string};
use crate::error::ProblemKind;
use crate::model::{Member, Shape, ShapeId, ShapeKind, SimpleKind};

/// Reports members that are bound to places they can't be sent in. The responses are the output and the errors.
pub(crate) fn check<'a>(
    checker: &mut Checker<'_>,
    input: &ShapeId,
    responses: impl IntoIterator<Item = &'a ShapeId>,
) {
    check_message(checker, input);
    for response in responses {
        let members = check_message(checker, response);
        check_response_headers(checker, response, members);
    }
}

/// Checks what requests and responses have in common, and returns the members.
fn check_message<'m>(checker: &mut Checker<'m>, structure: &ShapeId) -> &'m [Member] {
    let members = checker
        .model
        .get(structure)
        .map_or(&[][..], Shape::structure_members);
    check_payload(checker, structure, members);
    check_single_bindings(checker, structure, members);
    check_member_types(checker, structure, members);
    members
}

/// Reports a second payload, and members of the body beside a payload.
fn check_payload(checker: &mut Checker<'_>, structure: &ShapeId, members: &[Member]) {
    let payloads: Vec<&Member> = members
        .iter()
        .filter(|member| member.traits.http_payload.is_some())
        .collect();
    if let [_, second, ..] = payloads.as_slice() {
        let message = "is the second member with an httpPayload trait".to_owned();
        checker.report(
            &structure.member(&second.name),
            ProblemKind::Binding(message),
        );
    }
    let Some(payload) = payloads.first() else {
        return;
    };
    check_payload_type(checker, structure, payload);
    for member in members.iter().filter(|member| is_in_body(member)) {
        let message = format!(
            "has no place in the message: the body is `{}`",
            payload.name
        );
        checker.report(
            &structure.member(&member.name),
            ProblemKind::Binding(message),
        );
    }
}

/// Reports a payload that is no document, structure, union, text or bytes. Protocols have no form for anything else:
/// <https://smithy.io/2.0/spec/http-bindings.html#httppayload-trait>.
fn check_payload_type(checker: &mut Checker<'_>, structure: &ShapeId, payload: &Member) {
    let found = match checker.model.get(&payload.target).map(|shape| &shape.kind) {
        Some(
            ShapeKind::Structure(_)
            | ShapeKind::Union(_)
            | ShapeKind::Enum(_)
            | ShapeKind::Simple(SimpleKind::String | SimpleKind::Blob | SimpleKind::Document),
        )
        | None => return,
        Some(
            kind @ (ShapeKind::Simple(_)
            | ShapeKind::IntEnum(_)
            | ShapeKind::List(_)
            | ShapeKind::Map { .. }
            | ShapeKind::Service(_)
            | ShapeKind::Resource(_)
            | ShapeKind::Operation(_)),
        ) => kind.name(),
    };
    checker.report(
        &structure.member(&payload.name),
        ProblemKind::WrongKind {
            target: payload.target.clone(),
            role: "the payload of a message",
            found,
        },
    );
}

/// Reports sparse lists in the headers of a response: what is read from a header has no nulls.
fn check_response_headers(checker: &mut Checker<'_>, structure: &ShapeId, members: &[Member]) {
    let is_sparse = |target| {
        let shape = checker.model.get(target);
        shape.is_some_and(|shape| shape.traits.sparse.is_some())
    };
    let in_headers = |member: &&Member| {
        member.traits.http_header.is_some() || member.traits.http_prefix_headers.is_some()
    };
    let sparse = members.iter().filter(in_headers);
    let sparse: Vec<&Member> = sparse.filter(|member| is_sparse(&member.target)).collect();
    for member in sparse {
        let message = format!(
            "targets `{}`, but a header of a response can't have nulls; remove the sparse trait",
            member.target
        );
        let id = structure.member(&member.name);
        checker.report(&id, ProblemKind::Binding(message));
    }
}

/// Reports members that are bound to several places, of which only one would be used.
fn check_single_bindings(checker: &mut Checker<'_>, structure: &ShapeId, members: &[Member]) {
    for member in members.iter().filter(|member| bindings(member) > 1) {
        let message = "has several HTTP binding traits; keep one of them".to_owned();
        let id = structure.member(&member.name);
        checker.report(&id, ProblemKind::Binding(message));
    }
}

fn is_in_body(member: &Member) -> bool {
    bindings(member) == 0
}

/// Returns the number of places other than the members of the body that a member is bound to.
fn bindings(member: &Member) -> usize {
    let traits = &member.traits;
    let bindings = [
        traits.http_payload.is_some(),
        traits.http_label.is_some(),
        traits.http_query.is_some(),
        traits.http_query_params.is_some(),
        traits.http_header.is_some(),
        traits.http_prefix_headers.is_some(),
        traits.http_response_code.is_some(),
    ];
    bindings.into_iter().filter(|is_bound| *is_bound).count()
}

/// Reports types that don't fit: labels, headers and query parameters hold simple values, headers and query parameters
/// also lists of them. Maps of headers hold strings, maps of query parameters also lists of strings.
fn check_member_types(checker: &mut Checker<'_>, structure: &ShapeId, members: &[Member]) {
    for member in members {
        let traits = &member.traits;
        let place = if traits.http_label.is_some() {
            Place::Label
        } else if traits.http_response_code.is_some() {
            Place::StatusCode
        } else if traits.http_header.is_some() || traits.http_query.is_some() {
            Place::HeaderOrQuery
        } else if traits.http_prefix_headers.is_some() {
            Place::PrefixHeaders
        } else if traits.http_query_params.is_some() {
            Place::QueryParams
        } else {
            continue;
        };
        if !fits(checker, place, &member.target) {
            let message = format!("targets `{}`, which cannot be sent there", member.target);
            checker.report(
                &structure.member(&member.name),
                ProblemKind::Binding(message),
            );
        }
    }
}

#[derive(Clone, Copy)]
enum Place {
    Label,
    StatusCode,
    HeaderOrQuery,
    PrefixHeaders,
    QueryParams,
}

fn fits(checker: &Checker<'_>, place: Place, target: &ShapeId) -> bool {
    let Some(shape) = checker.model.get(target) else {
        return false;
    };
    match (&shape.kind, place) {
        (ShapeKind::Simple(kind), Place::Label | Place::HeaderOrQuery) => {
            !matches!((kind, place), (SimpleKind::Blob | SimpleKind::Document, _))
        }
        (ShapeKind::Enum(_) | ShapeKind::IntEnum(_), Place::Label | Place::HeaderOrQuery) => true,
        (ShapeKind::Simple(SimpleKind::Integer) | ShapeKind::IntEnum(_), Place::StatusCode) => true,
        (ShapeKind::List(member), Place::HeaderOrQuery) => {
            fits(checker, Place::Label, &member.target)
        }
        (ShapeKind::Map { value, .. }, Place::PrefixHeaders) => {
            is_dense(shape) && is_string(checker, &value.target)
        }
        (ShapeKind::Map { value, .. }, Place::QueryParams) => {
            is_dense(shape) && is_string_or_list_of_strings(checker, &value.target)
        }
        (
            ShapeKind::Simple(_)
            | ShapeKind::Enum(_)
            | ShapeKind::IntEnum(_)
            | ShapeKind::List(_)
            | ShapeKind::Map { .. }
            | ShapeKind::Structure(_)
            | ShapeKind::Union(_)
            | ShapeKind::Service(_)
            | ShapeKind::Resource(_)
            | ShapeKind::Operation(_),
            _,
        ) => false,
    }
}

fn is_string_or_list_of_strings(checker: &Checker<'_>, target: &ShapeId) -> bool {
    let list = checker.model.get(target).filter(|shape| is_dense(shape));
    match list.map(|shape| &shape.kind) {
        Some(ShapeKind::List(item)) => is_string(checker, &item.target),
        _ => is_string(checker, target),
    }
}

/// Whether a list or map has no nulls, for which headers and query parameters have no form.
fn is_dense(shape: &Shape) -> bool {
    shape.traits.sparse.is_none()
}
