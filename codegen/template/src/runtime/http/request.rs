//! Serialization of inputs as HTTP requests.

mod builder;
mod cbor;
mod constant_header;
mod document;
mod encode;
mod header;
mod header_list;
mod host_label;
mod json;
mod label;
mod optional_structure;
mod payload;
mod prefix_headers;
mod primitive;
mod query;
mod query_body;
mod query_params;
mod quoted;
mod required;
mod required_length;
mod text;
mod time;
mod without_prefix;
mod xml;

pub(crate) use builder::RequestBuilder;
pub(crate) use host_label::host_label;
pub(crate) use primitive::Primitive;
pub(crate) use quoted::quoted;
pub(crate) use time::Time;
pub(crate) use without_prefix::without_prefix;
