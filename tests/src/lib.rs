//! Support for the behaviour tests of `connect-slim`: servers on 127.0.0.1 that stand in for Amazon Connect, and clients
//! that are pointed at them.

pub mod client;
pub mod raw;
pub mod server;
