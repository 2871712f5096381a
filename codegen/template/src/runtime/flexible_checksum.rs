//! Checksums that a user can choose: those of requests, and the verification of those of responses.

mod algorithm;
mod chunked;
mod request;
mod response;

pub(crate) use algorithm::Algorithm;
pub(crate) use request::{Need, RequestChecksum, add_trailer};
pub(crate) use response::ResponseChecksum;
