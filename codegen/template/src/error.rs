//! Defines the errors that all operations share, and the traits to inspect errors.
//!
//! The texts of an operation's error and of the crate's `Error` begin with the text of the official SDK. The message of an
//! error that isn't in the model and the request ID are appended to it.
//!
//! ```text
//! official  ThrottlingException: Rate exceeded
//! here      ThrottlingException: Rate exceeded (request ID: 6f2c)
//!
//! official  unhandled error (SlowDown)
//! here      unhandled error (SlowDown): Rate exceeded (request ID: 6f2c)
//! ```
//!
//! [`SdkError`] around it comes from the runtime and prints "service error"; [`DisplayErrorContext`] prints the chain:
//!
//! ```text
//! official  service error: ThrottlingException: Rate exceeded: ThrottlingException: Rate exceeded (ServiceError(…
//! here      service error: ThrottlingException: Rate exceeded (request ID: 6f2c): ThrottlingException: Rate exceeded (…
//! ```

pub(crate) mod modeled;
pub(crate) mod sealed_unhandled;

pub use aws_smithy_runtime_api::box_error::BoxError;
use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
pub use aws_smithy_runtime_api::client::result::ConnectorError;
pub use aws_smithy_types::error::display::DisplayErrorContext;
pub use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
pub use aws_smithy_types::error::operation::BuildError;

/// Implements `Error` and `Display` for an error whose text contains one field.
macro_rules! display_error {
    ($error:ident, $text:literal, $field:ident) => {
        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, $text, self.$field)
            }
        }

        impl std::error::Error for $error {}
    };
}
pub(crate) use display_error;

/// The error of a call: `ServiceError` is an error that the service returned; the other variants are failures to send the
/// request or to read the response.
pub type SdkError<E, R = HttpResponse> = aws_smithy_runtime_api::client::result::SdkError<E, R>;

/// A string that matches no known variant of an enum.
#[derive(Debug)]
pub struct UnknownVariantError {
    pub(crate) value: String,
}

display_error!(UnknownVariantError, "unknown enum variant: '{}'", value);
