//! Moves the bucket from the path of a request to its endpoint, which contains it in the host or in the path:
//! <https://smithy.io/2.0/aws/customizations/s3-customizations.html>.

use super::BUCKET;
use crate::ir::endpoints::{Constant, EndpointRules};
use crate::ir::{Operation, Part, Type};

/// Removes the bucket from the beginning of a request's path. It must be set all the same: without it, the endpoint and
/// the path are those of another operation.
pub(super) fn move_bucket(operation: &mut Operation) {
    let path = &mut operation.request.uri.path;
    let [Part::Text(slash), Part::Label(bucket), rest @ ..] = path.as_slice() else {
        return;
    };
    let is_text = operation.input.fields[bucket.field].ty == Type::String;
    if slash != "/" || bucket.member != BUCKET || !is_text {
        return;
    }
    operation.adjustments.endpoint_fields.push(bucket.field);
    let has_slash = matches!(rest.first(), Some(Part::Text(text)) if text.starts_with('/'));
    path.drain(usize::from(!has_slash)..2);
}

/// Signs requests to directory buckets (S3 Express One Zone) with the credentials of the client unless that is turned off,
/// because sessions aren't supported.
pub(super) fn sign_for_directory_buckets(rules: &mut EndpointRules) {
    for param in &mut rules.client_params {
        if param.name == "DisableS3ExpressSessionAuth" {
            param.default = Some(Constant::Bool(true));
        }
    }
}
