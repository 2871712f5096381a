//! The operations of the service, each with its input, output, errors and builders.

pub mod list_things;

pub use aws_types::request_id::RequestId;
