//! Tests of the generated crate over a socket: the requests that a server receives, and the results that a caller gets.

mod broken;
mod config;
mod deep;
mod endpoints;
mod errors;
mod examples;
#[cfg(feature = "lenient")]
mod lenient;
mod pagination;
mod requests;
mod retries;
mod serde;
mod signature;
mod streams;
mod transport;
