//! What the errors of the model have in common: their structures, and the enums of them which
//! operations and the service have. Emitted code declares the types; the macros here do the rest.

use aws_smithy_runtime_api::client::orchestrator::HttpResponse;
use aws_smithy_types::error::metadata::{ErrorMetadata, ProvideErrorMetadata};
use aws_smithy_types::retry::ErrorKind;

use super::BoxError;
use crate::json::ReadStructure;
use crate::runtime::http::response;

/// An error structure of the model.
pub(crate) trait ModeledError: std::error::Error + ProvideErrorMetadata + 'static {
    /// Adds what all errors have: code, request ID, and the message if the body had none.
    fn complete(&mut self, meta: ErrorMetadata);

    /// How to retry, if the model calls the error retryable.
    fn retryable(&self) -> Option<ErrorKind> {
        None
    }
}

/// A [`ModeledError`] and its builder.
pub(crate) trait ReadError: ModeledError + Sized {
    type Builder: ReadStructure<Value = Self>;
}

/// Reads an error from the body of its response.
pub(crate) fn read<E: ReadError>(
    response: &HttpResponse,
    meta: ErrorMetadata,
) -> Result<E, BoxError> {
    let mut builder = E::Builder::default();
    response::read_json(response, &mut builder)?;
    let mut error = builder.finish();
    error.complete(meta);
    Ok(error)
}

/// Implements [`ModeledError`] and the traits that belong to it for a structure with a field `meta:
/// ErrorMetadata`. After the error and its builder may follow the field that holds the message,
/// `sensitive` if it isn't to be printed, and the kind of retry that the model allows.
macro_rules! modeled_error {
    ($error:ident, $builder:ident $(, $message:ident)? $(, sensitive $hidden:ident)? $(, retry $kind:ident)?) => {
        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($error))?;
                $(if let Some(message) = &self.$message {
                    write!(f, ": {message}")?;
                })?
                $(if self.$hidden.is_some() {
                    write!(f, ": {}", $crate::runtime::REDACTED)?;
                })?
                Ok(())
            }
        }

        impl std::error::Error for $error {}

        impl aws_smithy_types::error::metadata::ProvideErrorMetadata for $error {
            fn meta(&self) -> &aws_smithy_types::error::ErrorMetadata {
                &self.meta
            }
        }

        impl aws_types::request_id::RequestId for $error {
            fn request_id(&self) -> Option<&str> {
                self.meta.request_id()
            }
        }

        impl $crate::error::modeled::ModeledError for $error {
            fn complete(&mut self, meta: aws_smithy_types::error::ErrorMetadata) {
                $(if self.$message.is_none() {
                    self.$message = meta.message().map(str::to_owned);
                })?
                $(if self.$hidden.is_none() {
                    self.$hidden = meta.message().map(str::to_owned);
                })?
                self.meta = meta;
            }

            $(fn retryable(&self) -> Option<aws_smithy_types::retry::ErrorKind> {
                Some(aws_smithy_types::retry::ErrorKind::$kind)
            })?
        }

        impl $crate::error::modeled::ReadError for $error {
            type Builder = $builder;
        }
    };
}
#[allow(unused_imports, reason = "not every service has one")]
pub(crate) use modeled_error;

/// Implements what all enums of errors have, by their
/// `fn modeled(&self) -> Result<&dyn ModeledError, &Unhandled>`.
macro_rules! error_enum {
    ($error:ident) => {
        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self.modeled() {
                    Ok(error) => std::fmt::Display::fmt(error, f),
                    Err(unhandled) => unhandled.display(f),
                }
            }
        }

        impl aws_smithy_types::error::metadata::ProvideErrorMetadata for $error {
            fn meta(&self) -> &aws_smithy_types::error::ErrorMetadata {
                match self.modeled() {
                    Ok(error) => error.meta(),
                    Err(unhandled) => &unhandled.meta,
                }
            }
        }

        impl aws_types::request_id::RequestId for $error {
            fn request_id(&self) -> Option<&str> {
                aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self).request_id()
            }
        }
    };
}
pub(crate) use error_enum;

/// As [`error_enum!`], for the enum of an operation's errors.
macro_rules! operation_error {
    ($error:ident) => {
        impl $error {
            /// Wraps any error.
            pub fn unhandled(
                err: impl Into<Box<dyn std::error::Error + Send + Sync + 'static>>,
            ) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled::new(err.into()))
            }

            /// Makes an error out of what all errors have.
            pub fn generic(err: aws_smithy_types::error::ErrorMetadata) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled::generic(err))
            }

            /// What all errors have: code, message, request ID.
            pub fn meta(&self) -> &aws_smithy_types::error::ErrorMetadata {
                aws_smithy_types::error::metadata::ProvideErrorMetadata::meta(self)
            }
        }

        $crate::error::modeled::error_enum!($error);

        impl std::error::Error for $error {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                Some(match self.modeled() {
                    Ok(error) => error,
                    Err(unhandled) => &*unhandled.source,
                })
            }
        }

        impl aws_smithy_types::retry::ProvideErrorKind for $error {
            fn code(&self) -> Option<&str> {
                self.meta().code()
            }

            fn retryable_error_kind(&self) -> Option<aws_smithy_types::retry::ErrorKind> {
                self.modeled().ok().and_then(|error| error.retryable())
            }
        }

        impl aws_smithy_runtime_api::client::result::CreateUnhandledError for $error {
            fn create_unhandled_error(
                source: Box<dyn std::error::Error + Send + Sync + 'static>,
                meta: Option<aws_smithy_types::error::ErrorMetadata>,
            ) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled {
                    source,
                    meta: meta.unwrap_or_default(),
                })
            }
        }
    };
}
pub(crate) use operation_error;

/// As [`error_enum!`], for the enum of all errors of the service. After the name follow the enums
/// of the operations, each with its variants.
macro_rules! service_error {
    ($error:ident: $($operation:ident { $($variant:ident),* $(,)? })*) => {
        $crate::error::modeled::error_enum!($error);

        impl std::error::Error for $error {
            fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
                match self.modeled() {
                    Ok(error) => error.source(),
                    Err(unhandled) => Some(&*unhandled.source),
                }
            }
        }

        impl From<aws_smithy_types::error::operation::BuildError> for $error {
            fn from(error: aws_smithy_types::error::operation::BuildError) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled::new(error.into()))
            }
        }

        $(
            impl From<$operation> for $error {
                fn from(error: $operation) -> Self {
                    match error {
                        $($operation::$variant(error) => Self::$variant(error),)*
                        $operation::Unhandled(error) => Self::Unhandled(error),
                    }
                }
            }

            impl<R> From<$crate::error::SdkError<$operation, R>> for $error
            where
                R: Send + Sync + std::fmt::Debug + 'static,
            {
                fn from(error: $crate::error::SdkError<$operation, R>) -> Self {
                    $crate::error::sealed_unhandled::Unhandled::or_service_error(error)
                        .map_or_else(Self::Unhandled, Self::from)
                }
            }
        )*
    };
}
pub(crate) use service_error;
