//! Contains the part of a generated crate that does not vary with the model. It is compiled and tested
//! here with a sample service, the files in `sample_service`, and copied into generated crates.
//!
//! This file, `auth_token.rs`, `sample_service`, `tests`, and `config/endpoint/` with the endpoint parameters and rules
//! of the sample service are not copied.

#![allow(
    deprecated,
    reason = "`Unhandled` and `Unknown` are deprecated for users, who should not match on them"
)]

pub mod auth_token;
mod cbor;
pub mod client;
#[path = "sample_service/codec.rs"]
mod codec;
pub mod config;
#[allow(dead_code, reason = "called by emitted code only")]
mod endpoint_lib;
pub mod error;
#[path = "sample_service/error_meta.rs"]
mod error_meta;
mod json;
#[path = "sample_service/meta.rs"]
pub mod meta;
#[path = "sample_service/operation/mod.rs"]
pub mod operation;
pub mod presigning;
pub mod primitives;
#[cfg(test)]
mod protocol_support;
mod query;
#[allow(dead_code, unused_imports, unused_macros, reason = "called by emitted code only")]
mod runtime;
#[cfg(test)]
mod tests;
#[path = "sample_service/types/mod.rs"]
pub mod types;
#[path = "sample_service/wire/mod.rs"]
mod wire;
mod xml;

pub use client::Client;
pub use config::Config;
pub use error_meta::Error;
