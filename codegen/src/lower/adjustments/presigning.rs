//! The operations whose requests can be presigned.

use crate::ir::{Binding, Body, Operation, Presigned, Service};

/// The form of a presigned request.
#[derive(Clone, Copy)]
enum Form {
    /// The usual request; the signature doesn't cover its body.
    Unsigned,
    /// A GET request with the members of the body in the query, as other SDKs of AWS presign calls of Polly.
    Query,
}

/// The operations by the name of their service in the SDKs. From smithy-rs, `AwsPresigningDecorator.kt`, read in November
/// 2026. Missing are the operations of S3 with flexible checksums, which must not be computed for presigned requests.
const OPERATIONS: [(&str, &str, Form); 3] = [
    ("Polly", "SynthesizeSpeech", Form::Query),
    ("S3", "DeleteObject", Form::Unsigned),
    ("S3", "HeadObject", Form::Unsigned),
];

pub(super) fn adjust(service: &Service, operation: &mut Operation) {
    let form = OPERATIONS.iter().find_map(|(sdk_id, name, form)| {
        let is_same = *sdk_id == service.sdk_id && *name == operation.shape.name();
        is_same.then_some(*form)
    });
    operation.presigned = form.map(|form| match form {
        Form::Unsigned => Presigned::Unsigned,
        Form::Query => Presigned::WithoutBody(Box::new(with_query(operation))),
    });
}

fn with_query(operation: &Operation) -> Operation {
    let mut presigned = operation.clone();
    "GET".clone_into(&mut presigned.request.method);
    presigned.request.body = Body::Empty;
    for field in &mut presigned.input.fields {
        if field.binding == Binding::Body {
            field.binding = Binding::Query(field.wire.clone());
        }
    }
    presigned
}
