//! What every response may have: a response goes in, its JSON body and request ID come out.
//!
//! Each kind of binding is a file of its own below, of which a crate has those that its operations
//! need.

mod base64;
mod header;
mod header_list;
mod invalid;
mod json_payload;
mod payload;
mod prefix_headers;
mod stream;
mod time_list;

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_types::request_id::RequestId;

use crate::json::{JsonError, JsonReader, ReadStructure};

pub(crate) use base64::base64_text;
pub(crate) use header::header;
pub(crate) use header_list::header_list;
pub(crate) use json_payload::json_payload;
pub(crate) use payload::payload;
pub(crate) use prefix_headers::prefix_headers;
pub(crate) use stream::stream;
pub(crate) use time_list::time_list;

/// Reads the body into `builder`; an empty body has no members.
pub(crate) fn read_json<B: ReadStructure>(response: &HttpResponse, builder: &mut B) -> Result<(), JsonError> {
    JsonReader::new(body(response)).read_members_into(builder)
}

/// The loaded body.
pub(crate) fn body(response: &HttpResponse) -> &[u8] {
    response.body().bytes().expect("the orchestrator loads the body unless the output streams")
}

/// The ID by which AWS knows the request.
pub(crate) fn request_id(response: &HttpResponse) -> Option<String> {
    response.request_id().map(str::to_owned)
}
