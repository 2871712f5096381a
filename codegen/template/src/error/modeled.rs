//! What the errors of the model have in common: their structures, and the enums of them which
//! operations and the service have. Emitted code declares the types; the macros here do the rest.
//! Their paths are whole, since a shape may be called `Option` in its own file.
#![allow(dead_code, unused_imports, unused_macros, reason = "the model may have no errors")]

use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};
use aws_types::request_id::RequestId;

use super::{BoxError, ErrorMetadata, ProvideErrorMetadata};
use crate::{config::http::HttpResponse, json::ReadStructure, runtime::http::response};

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

    /// Reads the members; by default all of them are in the body.
    fn read_response(builder: &mut Self::Builder, response: &HttpResponse) -> Result<(), BoxError> {
        Ok(response::read_json(response, builder)?)
    }
}

/// The errors of an operation.
pub(crate) trait OperationError:
    std::error::Error + ProvideErrorKind + ProvideErrorMetadata + CreateUnhandledError + Send + Sync + Sized
{
    /// Reads the error that a response stands for; `meta` has a code.
    fn read(response: &HttpResponse, meta: ErrorMetadata) -> Result<Self, BoxError>;
}

/// The field of an error that holds its message, which the model may require.
pub(crate) trait Message {
    fn text(&self) -> Option<&str>;

    /// Takes over `message` if there is none.
    fn complete(&mut self, message: Option<&str>);
}

impl Message for Option<String> {
    fn text(&self) -> Option<&str> {
        self.as_deref()
    }

    fn complete(&mut self, message: Option<&str>) {
        *self = self.take().or_else(|| message.map(str::to_owned));
    }
}

impl Message for String {
    fn text(&self) -> Option<&str> {
        (!self.is_empty()).then_some(self)
    }

    fn complete(&mut self, message: Option<&str>) {
        if self.is_empty() {
            self.push_str(message.unwrap_or_default());
        }
    }
}

/// Reads an error from its response.
pub(crate) fn read<E: ReadError>(response: &HttpResponse, meta: ErrorMetadata) -> Result<E, BoxError> {
    let mut builder = E::Builder::default();
    E::read_response(&mut builder, response)?;
    let mut error = builder.finish();
    error.complete(meta);
    Ok(error)
}

/// Implements what all errors have that know their metadata.
macro_rules! error_metadata {
    ($error:ident, $self:ident => $meta:expr) => {
        impl $crate::error::ProvideErrorMetadata for $error {
            fn meta(&$self) -> &$crate::error::ErrorMetadata {
                $meta
            }
        }

        impl aws_types::request_id::RequestId for $error {
            fn request_id(&self) -> std::option::Option<&str> {
                $crate::error::ProvideErrorMetadata::meta(self).request_id()
            }
        }
    };
}
pub(crate) use error_metadata;

/// Implements [`ModeledError`] and the traits that belong to it for a structure with a field `meta:
/// ErrorMetadata`. After the error and its builder may follow the field that holds the `message`, or
/// the `sensitive` one that isn't to be printed, the kind of `retry` that the model allows, and the
/// method of the builder that is to `read` the error if not all members are in the body.
macro_rules! modeled_error {
    ($error:ident, $builder:ident $(, message $message:ident)? $(, sensitive $hidden:ident)? $(, retry $kind:ident)? $(, read $read:ident)?) => {
        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($error))?;
                $(if let Some(message) = $crate::error::modeled::Message::text(&self.$message) {
                    write!(f, ": {message}")?;
                })?
                $(if $crate::error::modeled::Message::text(&self.$hidden).is_some() {
                    write!(f, ": {}", $crate::runtime::REDACTED)?;
                })?
                Ok(())
            }
        }

        impl std::error::Error for $error {}

        $crate::error::modeled::error_metadata!($error, self => &self.meta);

        impl $crate::error::modeled::ModeledError for $error {
            fn complete(&mut self, meta: $crate::error::ErrorMetadata) {
                $($crate::error::modeled::Message::complete(&mut self.$message, meta.message());)?
                $($crate::error::modeled::Message::complete(&mut self.$hidden, meta.message());)?
                self.meta = meta;
            }

            $(fn retryable(&self) -> std::option::Option<aws_smithy_types::retry::ErrorKind> {
                Some(aws_smithy_types::retry::ErrorKind::$kind)
            })?
        }

        impl $crate::error::modeled::ReadError for $error {
            type Builder = $builder;

            $(fn read_response(
                builder: &mut $builder,
                response: &$crate::config::http::HttpResponse,
            ) -> std::result::Result<(), $crate::error::BoxError> {
                builder.$read(response)
            })?
        }
    };
}
pub(crate) use modeled_error;

/// Adds the request ID, which who asks AWS for help has to tell.
pub(crate) fn display_request_id(meta: &ErrorMetadata, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    match meta.request_id() {
        None | Some("") => Ok(()),
        Some(id) => write!(f, " (request ID: {id})"),
    }
}

/// Implements what all enums of errors have. Their text begins with what the official SDK prints, and goes on with what
/// else is known of the error.
macro_rules! error_enum {
    ($error:ident { $($variant:ident),* }) => {
        impl $error {
            fn modeled(
                &self,
            ) -> std::result::Result<
                &dyn $crate::error::modeled::ModeledError,
                &$crate::error::sealed_unhandled::Unhandled,
            > {
                match self {
                    $(Self::$variant(error) => Ok(error),)*
                    Self::Unhandled(error) => Err(error),
                }
            }
        }

        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                match self.modeled() {
                    Ok(error) => std::fmt::Display::fmt(error, f)?,
                    Err(unhandled) => unhandled.display(f)?,
                }
                $crate::error::modeled::display_request_id($crate::error::ProvideErrorMetadata::meta(self), f)
            }
        }

        $crate::error::modeled::error_metadata!($error, self => match self.modeled() {
            Ok(error) => error.meta(),
            Err(unhandled) => &unhandled.meta,
        });
    };
}
pub(crate) use error_enum;

/// As [`error_enum!`], for the enum of an operation's errors. After the name follow the variants, each with its code, if
/// that isn't its name, and the name of the method that asks for it.
macro_rules! operation_error {
    (@code $variant:ident) => { stringify!($variant) };
    (@code $variant:ident $code:literal) => { $code };
    ($error:ident { $($variant:ident $(= $code:literal)?: $is:ident,)* }) => {
        impl $error {
            $(
                #[doc = concat!("Whether this is [`", stringify!($variant), "`](Self::", stringify!($variant), ").")]
                pub fn $is(&self) -> bool {
                    matches!(self, Self::$variant(_))
                }
            )*

            /// Wraps any error.
            pub fn unhandled(err: impl std::convert::Into<$crate::error::BoxError>) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled::new(err.into()))
            }

            /// Makes an error out of what all errors have.
            pub fn generic(err: $crate::error::ErrorMetadata) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled::generic(err))
            }

            /// What all errors have: code, message, request ID.
            pub fn meta(&self) -> &$crate::error::ErrorMetadata {
                $crate::error::ProvideErrorMetadata::meta(self)
            }
        }

        $crate::error::modeled::error_enum!($error { $($variant),* });

        impl std::error::Error for $error {
            fn source(&self) -> std::option::Option<&(dyn std::error::Error + 'static)> {
                Some(match self.modeled() {
                    Ok(error) => error,
                    Err(unhandled) => &*unhandled.source,
                })
            }
        }

        impl $crate::error::modeled::OperationError for $error {
            fn read(
                _response: &$crate::config::http::HttpResponse,
                meta: $crate::error::ErrorMetadata,
            ) -> std::result::Result<Self, $crate::error::BoxError> {
                Ok(match meta.code() {
                    $(Some($crate::error::modeled::operation_error!(@code $variant $($code)?)) => {
                        Self::$variant($crate::error::modeled::read(_response, meta)?)
                    })*
                    _ => Self::generic(meta),
                })
            }
        }

        impl aws_smithy_types::retry::ProvideErrorKind for $error {
            fn code(&self) -> std::option::Option<&str> {
                self.meta().code()
            }

            fn retryable_error_kind(&self) -> std::option::Option<aws_smithy_types::retry::ErrorKind> {
                self.modeled().ok().and_then(|error| error.retryable())
            }
        }

        impl aws_smithy_runtime_api::client::result::CreateUnhandledError for $error {
            fn create_unhandled_error(
                source: $crate::error::BoxError,
                meta: std::option::Option<$crate::error::ErrorMetadata>,
            ) -> Self {
                let meta = meta.unwrap_or_default();
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled { source, meta })
            }
        }
    };
}
pub(crate) use operation_error;

/// As [`error_enum!`], for the enum of all errors of the service. After its variants follow the enums of the operations,
/// each with those that it has.
macro_rules! service_error {
    ($error:ident { $($all:ident),* } $($operation:ident { $($variant:ident),* })*) => {
        $crate::error::modeled::error_enum!($error { $($all),* });

        impl std::error::Error for $error {
            fn source(&self) -> std::option::Option<&(dyn std::error::Error + 'static)> {
                match self.modeled() {
                    Ok(error) => error.source(),
                    Err(unhandled) => Some(&*unhandled.source),
                }
            }
        }

        impl std::convert::From<$crate::error::BuildError> for $error {
            fn from(error: $crate::error::BuildError) -> Self {
                Self::Unhandled($crate::error::sealed_unhandled::Unhandled::new(error.into()))
            }
        }

        $(
            impl std::convert::From<$operation> for $error {
                fn from(error: $operation) -> Self {
                    match error {
                        $($operation::$variant(error) => Self::$variant(error),)*
                        $operation::Unhandled(error) => Self::Unhandled(error),
                    }
                }
            }

            impl<R> std::convert::From<$crate::error::SdkError<$operation, R>> for $error
            where
                R: std::marker::Send + std::marker::Sync + std::fmt::Debug + 'static,
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
