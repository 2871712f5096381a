//! The part of a generated crate which does not vary with the model. It is compiled and tested
//! here with a made-up service, the files in `stand_in`, and copied as it is into generated crates.
//!
//! Not copied: this file, `stand_in`, `tests`, and `config/endpoint/` with the endpoint parameters
//! and rules of the made-up service.

#![allow(
    deprecated,
    reason = "`Unhandled` and `Unknown` are deprecated for users, who should not match on them"
)]

#[allow(dead_code, unused_imports, unused_macros, reason = "called by emitted code only")]
mod cbor;
pub mod client;
pub mod config;
#[allow(dead_code, reason = "called by emitted code only")]
mod endpoint_lib;
pub mod error;
#[path = "stand_in/error_meta.rs"]
mod error_meta;
mod json;
#[path = "stand_in/meta.rs"]
pub mod meta;
#[path = "stand_in/operation/mod.rs"]
pub mod operation;
pub mod primitives;
#[cfg(test)]
mod protocol_support;
#[allow(dead_code, unused_imports, unused_macros, reason = "called by emitted code only")]
mod query;
#[allow(dead_code, unused_imports, unused_macros, reason = "called by emitted code only")]
mod runtime;
#[cfg(test)]
mod tests;
#[path = "stand_in/types/mod.rs"]
pub mod types;
#[path = "stand_in/wire/mod.rs"]
mod wire;
#[allow(dead_code, unused_imports, unused_macros, reason = "called by emitted code only")]
mod xml;

pub use client::Client;
pub use config::Config;
pub use error_meta::Error;
