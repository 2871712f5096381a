//! Writes the parameters of requests as `application/x-www-form-urlencoded`.
//!
//! Generated code lists the members of a shape ([`WriteStructure`]); the names of the parameters are put together
//! here.

#![allow(dead_code, unused_imports, reason = "which kinds of values are written depends on the model")]

mod big_number;
mod blob;
mod collection;
mod time;
mod write;

pub(crate) use write::{QueryWriter, WriteStructure};
