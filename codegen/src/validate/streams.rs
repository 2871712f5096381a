//! Checks that streams are bodies of messages: <https://smithy.io/2.0/spec/streaming.html#streaming-trait>.

use super::Checker;
use crate::error::ProblemKind;
use crate::model::{Member, ShapeId, ShapeKind, SimpleKind};
use crate::select::closure::references;

/// Reports members of the shapes that target a stream, unless they are the body of one of the messages, which are the
/// input and the output of an operation.
pub(crate) fn check(checker: &mut Checker<'_>, messages: [&ShapeId; 2], shapes: &[&ShapeId]) {
    let model = checker.model;
    let is_stream = |member: &&Member| {
        model.get(&member.target).is_some_and(|target| {
            matches!(target.kind, ShapeKind::Simple(SimpleKind::Blob))
                && target.traits.streaming.is_some()
        })
    };
    let with_members = || shapes.iter().filter_map(|id| Some((*id, model.get(id)?)));
    let is_nested = |id: &ShapeId| {
        let mut members = with_members().flat_map(|(_, shape)| references(shape));
        members.any(|member| member.target == *id)
    };
    for (id, shape) in with_members() {
        let is_message = messages.contains(&id);
        for member in references(shape).into_iter().filter(is_stream) {
            let is_body = is_message && member.traits.http_payload.is_some();
            if !is_body || is_nested(id) {
                let message = "a stream that is not the body of a request or response".to_owned();
                let kind = ProblemKind::Unsupported(message);
                checker.report(&id.member(&member.name), kind);
            }
        }
    }
}
