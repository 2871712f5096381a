//! Deserialization of outputs and errors from HTTP responses.

mod base64;
mod body;
mod error_body;
mod header;
mod header_list;
mod invalid;
mod json_payload;
mod payload;
mod prefix_headers;
mod read_cbor;
mod read_json;
mod read_xml;
mod read_xml_member;
mod request_id;
mod stream;
mod time_list;
mod xml_payload;

pub(crate) use base64::base64_text;
pub(crate) use body::body;
pub(crate) use error_body::is_error_body;
pub(crate) use header::header;
pub(crate) use header_list::header_list;
pub(crate) use json_payload::json_payload;
pub(crate) use payload::payload;
pub(crate) use prefix_headers::prefix_headers;
pub(crate) use read_cbor::read_cbor;
pub(crate) use read_json::read_json;
pub(crate) use read_xml::read_xml;
pub(crate) use read_xml_member::read_xml_member;
pub(crate) use request_id::request_id;
pub(crate) use stream::stream;
pub(crate) use time_list::time_list;
pub(crate) use xml_payload::xml_payload;
