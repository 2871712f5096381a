//! Writes the parameters of requests as `application/x-www-form-urlencoded`.
//!
//! Generated code lists the members of a shape ([`WriteStructure`]); the names of the parameters are put together here.

mod big_number;
mod blob;
mod collection;
mod time;
mod write;

pub(crate) use write::{QueryWriter, WriteStructure};
