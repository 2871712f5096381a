//! Reads and writes the XML of this service.
//!
//! Generated code lists the members of a shape ([`ReadStructure`], [`ReadUnion`], [`WriteStructure`]); the grammar
//! and its limits are implemented here, once. A document type definition, an entity other than the five that XML
//! predefines, and nesting deeper than 128 levels are errors.

#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "which kinds of values are read and written depends on the model"
)]

mod aggregate;
mod big_number;
mod blob;
mod collection;
mod error;
mod error_metadata;
mod flattened;
mod key;
mod read;
mod scalar;
mod tag;
mod text;
mod time;
mod write;
mod write_big_number;
mod write_blob;
mod write_collection;
mod write_time;

pub(crate) use aggregate::{Members, ReadStructure, ReadUnion};
pub(crate) use error::XmlError;
pub(crate) use error_metadata::{error_metadata, read_error};
pub(crate) use key::{key, name};
pub(crate) use read::XmlReader;
pub(crate) use write::{WriteStructure, XmlWriter};
