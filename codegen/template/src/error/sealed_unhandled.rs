//! The error in the `Unhandled` variant of error enums.

use std::fmt;

use super::{BoxError, ErrorMetadata, ProvideErrorMetadata, SdkError};

/// An error which is not in the model of the operation.
#[deprecated(note = "such errors may become modeled: match with a wildcard and look at `.code()` instead")]
#[derive(Debug)]
pub struct Unhandled {
    pub(crate) source: BoxError,
    pub(crate) meta: ErrorMetadata,
}

impl Unhandled {
    /// Any error, of which nothing is known.
    pub(crate) fn new(source: BoxError) -> Self {
        Self { source, meta: ErrorMetadata::default() }
    }

    /// An error of the service, of which only what all errors have is known.
    pub(crate) fn generic(meta: ErrorMetadata) -> Self {
        Self { source: meta.clone().into(), meta }
    }

    /// The service's own error, or any other in an `Unhandled`.
    pub(crate) fn or_service_error<E, R>(error: SdkError<E, R>) -> Result<E, Self>
    where
        E: std::error::Error + ProvideErrorMetadata + Send + Sync + 'static,
        R: fmt::Debug + Send + Sync + 'static,
    {
        match error {
            SdkError::ServiceError(context) => Ok(context.into_err()),
            error => Err(Self { meta: error.meta().clone(), source: error.into() }),
        }
    }

    /// The text of an error enum's `Display`: that of the official SDK, and the message.
    pub(crate) fn display(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("unhandled error")?;
        if let Some(code) = self.meta.code() {
            write!(f, " ({code})")?;
        }
        match self.meta.message() {
            None | Some("") => Ok(()),
            Some(message) => write!(f, ": {message}"),
        }
    }
}
