//! Reads and writes the XML of this service.
//!
//! Generated code lists the members of a shape ([`ReadStructure`], [`ReadUnion`], [`WriteStructure`]); the grammar and
//! its limits are implemented here, once. A document type definition, an entity other than the five that XML
//! predefines, and nesting deeper than 128 levels are errors.

mod aggregate;
mod big_number;
mod blob;
mod collection;
mod error;
mod error_metadata;
mod flattened;
mod read;
mod scalar;
mod tag;
mod text;
mod time;
mod write;

pub(crate) use aggregate::{ReadStructure, ReadUnion, read_structure, read_union};
pub(crate) use error::XmlError;
pub(crate) use error_metadata::error_metadata;
pub(crate) use read::XmlReader;
pub(crate) use write::{WriteStructure, XmlWriter};
