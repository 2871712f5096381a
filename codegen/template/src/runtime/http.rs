//! Building HTTP requests from inputs, by the rules of the REST protocols.

mod encode;
mod request;
pub(crate) mod response;

pub(crate) use self::request::RequestBuilder;
