//! Checks that the shapes of an operation can be expressed in the protocol of the service.

use super::Checker;
use crate::error::ProblemKind;
use crate::model::{Member, Shape, ShapeId, ShapeKind, SimpleKind};
use crate::select::closure::references;
use crate::select::protocol::{Bindings, Protocol};

/// Reports members of the shapes whose types the protocol doesn't have.
pub(crate) fn check<'a>(
    checker: &mut Checker<'_>,
    protocol: Protocol,
    shapes: impl IntoIterator<Item = &'a ShapeId>,
) {
    let model = checker.model;
    for id in shapes {
        let Some(shape) = model.get(id) else { continue };
        for member in references(shape) {
            let target = model.get(&member.target);
            if let Some(what) = target.and_then(|target| unsupported(protocol, target)) {
                report(checker, protocol, id, member, what);
            }
        }
    }
}

/// Reports members of the shapes of an input whose types can't be sent.
pub(crate) fn check_input<'a>(
    checker: &mut Checker<'_>,
    protocol: Protocol,
    shapes: impl IntoIterator<Item = &'a ShapeId>,
) {
    // "Map serialization is currently undefined for this protocol."
    if protocol != Protocol::Ec2Query {
        return;
    }
    let model = checker.model;
    for id in shapes {
        let Some(shape) = model.get(id) else { continue };
        for member in references(shape) {
            let kind = model.get(&member.target).map(|target| &target.kind);
            if matches!(kind, Some(ShapeKind::Map { .. })) {
                report(checker, protocol, id, member, "a map in a request");
            }
        }
    }
}

fn report(
    checker: &mut Checker<'_>,
    protocol: Protocol,
    id: &ShapeId,
    member: &Member,
    what: &str,
) {
    let message = format!("{what} (the protocol `{}` has none)", protocol.id());
    checker.report(&id.member(&member.name), ProblemKind::Unsupported(message));
}

/// Returns what a shape is if the protocol doesn't have it.
fn unsupported(protocol: Protocol, shape: &Shape) -> Option<&'static str> {
    let has_json = match protocol {
        Protocol::AwsJson1_0 | Protocol::AwsJson1_1 | Protocol::RestJson1 => true,
        Protocol::RpcV2Cbor | Protocol::RestXml | Protocol::AwsQuery | Protocol::Ec2Query => false,
    };
    let has_null = has_json || protocol == Protocol::RpcV2Cbor;
    match &shape.kind {
        ShapeKind::Simple(SimpleKind::Document) if !has_json => Some("a document"),
        ShapeKind::Simple(SimpleKind::BigInteger | SimpleKind::BigDecimal)
            if protocol == Protocol::RpcV2Cbor =>
        {
            Some("a number of any size in CBOR")
        }
        ShapeKind::Simple(SimpleKind::Blob)
            if shape.traits.streaming.is_some() && protocol.bindings() == Bindings::Rpc =>
        {
            Some("a body that is a stream")
        }
        ShapeKind::List(_) | ShapeKind::Map { .. }
            if shape.traits.sparse.is_some() && !has_null =>
        {
            Some("a list or map that contains nulls")
        }
        ShapeKind::Simple(_)
        | ShapeKind::Enum(_)
        | ShapeKind::IntEnum(_)
        | ShapeKind::List(_)
        | ShapeKind::Map { .. }
        | ShapeKind::Structure(_)
        | ShapeKind::Union(_)
        | ShapeKind::Service(_)
        | ShapeKind::Resource(_)
        | ShapeKind::Operation(_) => None,
    }
}
