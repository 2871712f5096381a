//! Reads and writes the CBOR (RFC 8949) of this service.
//!
//! Generated code lists the members of a shape ([`ReadStructure`], [`ReadUnion`], [`WriteStructure`]); the encoding and
//! its limits are implemented here, once. Nesting deeper than 128 levels is an error.

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

pub(crate) use aggregate::{ReadStructure, ReadUnion, read_structure, read_union};
pub(crate) use error::CborError;
pub(crate) use error_metadata::error_metadata;
pub(crate) use read::CborReader;
pub(crate) use write::{CborWriter, WriteStructure, key};
