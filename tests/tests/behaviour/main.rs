//! What the generated crate does, seen from both ends: as a user who calls it, and as the server at the other end of a
//! socket.

mod broken;
mod config;
mod deep;
mod endpoints;
mod errors;
mod examples;
mod pagination;
mod requests;
mod retries;
mod serde;
mod signature;
mod streams;
mod transport;
