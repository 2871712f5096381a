//! Defines the Smithy types of inputs and outputs, such as timestamps.

pub mod event_stream;
pub(crate) mod sealed_enum_unknown;
pub(crate) mod string_enum;

pub use aws_smithy_types::Blob;
pub use aws_smithy_types::DateTime;
pub use aws_smithy_types::byte_stream::ByteStream;
pub use aws_smithy_types::date_time::Format as DateTimeFormat;
