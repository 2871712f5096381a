//! Support for the behavior tests of `connect-slim`: test servers on 127.0.0.1, and clients that call them.

pub mod client;
pub mod raw;
pub mod server;
