//! Chooses the operations whose requests can be presigned.

use crate::ir::{Binding, Body, Operation, Payload, Presigned, Service, Type};

/// The form of a presigned request.
#[derive(Clone, Copy)]
enum Form {
    /// The usual request; the signature doesn't cover its body.
    Usual,
    /// The usual request without its body, which the sender chooses.
    WithoutBody,
    /// A GET request with the members of the body in the query, as other SDKs of AWS presign calls of Polly.
    Query,
}

/// The operations by the name of their service in the SDKs. From smithy-rs, `AwsPresigningDecorator.kt`, read in November
/// 2026.
const OPERATIONS: [(&str, &str, Form); 6] = [
    ("Polly", "SynthesizeSpeech", Form::Query),
    ("S3", "DeleteObject", Form::Usual),
    ("S3", "GetObject", Form::Usual),
    ("S3", "HeadObject", Form::Usual),
    ("S3", "PutObject", Form::WithoutBody),
    ("S3", "UploadPart", Form::WithoutBody),
];

pub(super) fn adjust(service: &Service, operation: &mut Operation) {
    let form = OPERATIONS.iter().find_map(|(sdk_id, name, form)| {
        let is_same = *sdk_id == service.sdk_id && *name == operation.shape.name();
        is_same.then_some(*form)
    });
    operation.presigned = form.and_then(|form| match form {
        Form::Usual => Some(Presigned {
            request: None,
            payload: Payload::Unsigned,
        }),
        Form::WithoutBody => Some(Presigned {
            request: Some(Box::new(without_body(operation))),
            payload: Payload::Unsigned,
        }),
        Form::Query => Some(Presigned {
            request: Some(Box::new(with_query(operation)?)),
            payload: Payload::Empty,
        }),
    });
}

fn without_body(operation: &Operation) -> Operation {
    let mut presigned = operation.clone();
    presigned.request.body = Body::Empty;
    presigned
}

/// Returns the operation with the members of its body in the query, or `None` if one of them can't be there: then the
/// operation can't be presigned.
fn with_query(operation: &Operation) -> Option<Operation> {
    let mut presigned = without_body(operation);
    "GET".clone_into(&mut presigned.request.method);
    for field in &mut presigned.input.fields {
        if field.binding == Binding::Body {
            if !fits_query(&field.ty) {
                return None;
            }
            field.binding = Binding::Query(field.wire.clone());
        }
    }
    Some(presigned)
}

/// Whether a query can contain values of this type: those that the trait `httpQuery` can be applied to.
fn fits_query(ty: &Type) -> bool {
    let item = match ty {
        Type::List { member, .. } => member,
        other => other,
    };
    let is_text = matches!(
        item,
        Type::String | Type::Enum(_) | Type::Timestamp(_) | Type::BigInteger | Type::BigDecimal
    );
    is_text || item.is_copy()
}
