//! Reads and writes the CBOR (RFC 8949) of this service.
//!
//! Generated code lists the members of a shape ([`ReadStructure`], [`ReadUnion`], [`WriteStructure`]); the
//! encoding and its limits are implemented here, once. Nesting deeper than 128 levels is an error.

#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "which kinds of values are read and written depends on the model"
)]

mod aggregate;
mod blob;
mod epoch_seconds;
mod error;
mod error_metadata;
mod number;
mod read;
mod sparse;
mod text;
mod write;

pub(crate) use aggregate::{Members, ReadStructure, ReadUnion};
pub(crate) use error::CborError;
pub(crate) use error_metadata::error_metadata;
pub(crate) use read::CborReader;
pub(crate) use write::{CborWriter, WriteStructure, key, name};
