//! Adjusts S3, which has buckets in the path of its model and in the endpoint of its requests, and breaks rules of its
//! protocol.

mod addressing;
mod expires;
mod rules;

use super::remove_defaults;
use crate::ir::{Codec, Content, Crate, Operation, Signing, Type};
use crate::model::{Model, ShapeId};
use crate::select::auth;

/// The member of inputs that contains the name of the bucket, and the endpoint parameter.
const BUCKET: &str = "Bucket";

/// The operations whose responses have another outermost element than their model says.
const OTHER_ELEMENT: [&str; 3] = [
    "CreateSession",
    "GetObjectAttributes",
    "ListDirectoryBuckets",
];

pub(super) fn adjust_model(model: &mut Model) {
    // A zero isn't the same as no value, whatever older models say.
    remove_defaults::of_numbers_and_booleans(model);
    for service in services(model) {
        allow_unsigned_requests(model, &service);
        rules::add(model, &service);
    }
}

fn services(model: &Model) -> Vec<ShapeId> {
    model.services().map(|(id, ..)| id.clone()).collect()
}

/// Adds the choice of no authentication: buckets can be public. It is made if the client has no credentials.
fn allow_unsigned_requests(model: &mut Model, service: &ShapeId) {
    let no_auth = ShapeId::from(auth::NO_AUTH);
    let mut schemes = auth::service_schemes(model, &model.shapes[service].traits);
    if !schemes.contains(&no_auth) {
        schemes.push(no_auth);
    }
    if let Some(shape) = model.shapes.get_mut(service) {
        shape.traits.auth = Some(schemes);
    }
}

pub(super) fn adjust(lowered: &mut Crate) {
    // Responses to HEAD have no body that could contain a code.
    lowered.error_layout.empty = Some((404, "NotFound"));
    addressing::sign_for_directory_buckets(&mut lowered.service.endpoints);
    for operation in &mut lowered.operations {
        addressing::move_bucket(operation);
        adjust_operation(operation);
        // The status is sent before the result of a long operation is known. A body that streams isn't read.
        operation.adjustments.error_in_success =
            lowered.codec == Codec::Xml && !operation.output.is_streaming();
    }
}

fn adjust_operation(operation: &mut Operation) {
    expires::add_text(operation);
    operation.output.extended_request_id = true;
    let adjustments = &mut operation.adjustments;
    adjustments.signing = Signing {
        // Keys may contain `//` and `..`.
        literal_path: true,
        body_hash: true,
    };
    adjustments.transient_errors = &["InternalError"];
    // Copying a large object takes minutes.
    adjustments.responds_slowly = operation.shape.name() == "CopyObject";
    if OTHER_ELEMENT.contains(&operation.shape.name())
        && matches!(operation.response.content, Content::Element(_))
    {
        operation.response.content = Content::Element(Vec::new());
    }
    if operation.shape.name() == "ListParts" {
        has_more_if_truncated(operation);
    }
}

/// Ends pages where the output says so: S3 also returns a marker with the last one.
fn has_more_if_truncated(operation: &mut Operation) {
    let mut fields = operation.output.fields.iter();
    let is_truncated = fields.find(|field| {
        field.shape.member_name() == Some("IsTruncated") && field.ty == Type::Boolean
    });
    if let (Some(paginator), Some(field)) = (&mut operation.paginator, is_truncated) {
        paginator.has_more = Some(field.name.clone());
    }
}
