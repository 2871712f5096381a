//! Reading and writing the JSON of this service.
//!
//! Generated code implements [`ReadStructure`], [`ReadUnion`] and [`WriteStructure`] for its shapes. The
//! grammar, the limits and the leniencies are here. What is accepted and what is written is what the official
//! SDK accepts and writes, except that nesting deeper than 128 levels is an error, and that the feature `lenient`
//! accepts more.
#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    reason = "which kinds of values are read and written depends on the model"
)]

mod aggregate;
mod big_number;
mod blob;
mod document;
mod epoch_seconds;
mod error;
mod error_metadata;
#[cfg(feature = "lenient")]
mod lenient;
mod number;
mod read;
mod scalar;
mod sparse;
mod string;
mod time;
mod write;

pub(crate) use aggregate::{Members, ReadStructure, ReadUnion};
pub(crate) use error::JsonError;
pub(crate) use error_metadata::error_metadata;
pub(crate) use read::JsonReader;
pub(crate) use write::{JsonWriter, WriteStructure, key, name};
