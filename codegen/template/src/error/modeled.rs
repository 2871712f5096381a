//! Implements the traits of modeled errors: of their structures, and of the enums of errors that operations and the
//! service have. Emitted code defines the types; the macros here implement the traits. Paths in macros are complete, since
//! a shape can be named `Option` in its own file.
#![allow(dead_code, unused_imports, unused_macros, reason = "the model may have no errors")]

use aws_smithy_runtime_api::client::result::CreateUnhandledError;
use aws_smithy_types::retry::{ErrorKind, ProvideErrorKind};
use aws_types::request_id::RequestId;

use super::{BoxError, ErrorMetadata, ProvideErrorMetadata, sealed_unhandled::Unhandled};
use crate::{
    codec::{self, ReadStructure},
    config::http::HttpResponse,
};

/// An error structure of the model.
pub(crate) trait ModeledError: std::error::Error + ProvideErrorMetadata + 'static {
    /// Adds the code, the request ID, and the message if the body had none.
    fn complete(&mut self, meta: ErrorMetadata);

    /// The kind of retry, if the model says that the error is retryable.
    fn retryable(&self) -> Option<ErrorKind> {
        None
    }
}

/// A [`ModeledError`] and its builder.
pub(crate) trait ReadError: ModeledError + Sized {
    type Builder: ReadStructure<Value = Self>;

    /// Reads the members. By default, all of them are in the body.
    fn read_response(builder: &mut Self::Builder, response: &HttpResponse) -> Result<(), BoxError> {
        codec::read_error(response, builder)
    }
}

/// The errors of an operation.
pub(crate) trait OperationError:
    std::error::Error + ProvideErrorKind + ProvideErrorMetadata + CreateUnhandledError + Send + Sync + Sized
{
    /// Reads the error of a response; `meta` has a code.
    fn read(response: &HttpResponse, meta: &ErrorMetadata) -> Result<Self, BoxError>;
}

/// The field of an error that contains its message. It isn't an `Option` if the model requires it.
pub(crate) trait Message {
    fn text(&self) -> Option<&str>;

    /// Sets the message if there is none.
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
pub(crate) fn read<E: ReadError>(response: &HttpResponse, meta: &ErrorMetadata) -> Result<E, BoxError> {
    let mut builder = E::Builder::default();
    E::read_response(&mut builder, response)?;
    let mut error = builder.finish();
    error.complete(meta.clone());
    Ok(error)
}

/// Reads an error as one of the errors of an operation.
pub(crate) fn read_as<E: ReadError, T>(
    response: &HttpResponse,
    meta: &ErrorMetadata,
    variant: fn(E) -> T,
) -> Result<T, BoxError> {
    match read(response, meta) {
        Ok(error) => Ok(variant(error)),
        Err(error) => Err(error),
    }
}

/// Returns whether an error has this code. It isn't inlined, because it is called for each error of each operation.
#[inline(never)]
pub(crate) fn has_code(meta: &ErrorMetadata, code: &str) -> bool {
    meta.code() == Some(code)
}

/// Implements the traits that expose the metadata of an error.
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

/// Implements [`ModeledError`] and related traits for a structure with a field `meta: ErrorMetadata`. After the error and
/// its builder, these can follow: the field that contains the `message`, or the `sensitive` field that must not be printed;
/// the method of the error that returns the kind of `retry` that the model allows; and the method of the builder that can
/// `read` the error if not all members are in the body.
macro_rules! modeled_error {
    ($error:ident, $builder:ident $(, message $message:ident)? $(, sensitive $hidden:ident)? $(, retry $retry:ident)? $(, read $read:ident)?) => {
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
                Some(self.$retry())
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

/// An error of an enum: one that is in the model, or another one.
pub(crate) type Modeled<'a> = Result<&'a dyn ModeledError, &'a Unhandled>;

pub(crate) fn meta(error: Modeled<'_>) -> &ErrorMetadata {
    match error {
        Ok(error) => error.meta(),
        Err(unhandled) => &unhandled.meta,
    }
}

pub(crate) fn source(error: Modeled<'_>) -> &(dyn std::error::Error + 'static) {
    match error {
        Ok(error) => error,
        Err(unhandled) => &*unhandled.source,
    }
}

/// Writes the text of an error. It ends with the request ID, which AWS support asks for.
pub(crate) fn display(error: Modeled<'_>, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
    match error {
        Ok(error) => std::fmt::Display::fmt(error, f)?,
        Err(unhandled) => unhandled.display(f)?,
    }
    match meta(error).request_id() {
        None | Some("") => Ok(()),
        Some(id) => write!(f, " (request ID: {id})"),
    }
}

/// Implements the traits that all enums of errors have. Their text begins with the text of the official SDK.
macro_rules! error_enum {
    ($error:ident { $($variant:ident),* }) => {
        impl $error {
            fn modeled(&self) -> $crate::error::modeled::Modeled<'_> {
                match self {
                    $(Self::$variant(error) => Ok(error),)*
                    Self::Unhandled(error) => Err(error),
                }
            }
        }

        impl std::fmt::Display for $error {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                $crate::error::modeled::display(self.modeled(), f)
            }
        }

        $crate::error::modeled::error_metadata!($error, self => $crate::error::modeled::meta(self.modeled()));
    };
}
pub(crate) use error_enum;

/// Implements the traits of the enum of an operation's errors. After the name follow the variants, each with its code if
/// that isn't its name. The functions that only calls need are `#[inline]` if the operation's `callable!` is.
macro_rules! operation_error {
    (@code $variant:ident) => { stringify!($variant) };
    (@code $variant:ident $code:literal) => { $code };
    ($(#[$inline:meta])? $error:ident { $($variant:ident $(= $code:literal)?),* }) => {
        $crate::error::modeled::error_enum!($error { $($variant),* });

        impl std::error::Error for $error {
            fn source(&self) -> std::option::Option<&(dyn std::error::Error + 'static)> {
                Some($crate::error::modeled::source(self.modeled()))
            }
        }

        impl $crate::error::modeled::OperationError for $error {
            $(#[$inline])?
            fn read(
                _response: &$crate::config::http::HttpResponse,
                meta: &$crate::error::ErrorMetadata,
            ) -> std::result::Result<Self, $crate::error::BoxError> {
                // Large services have thousands of errors, so each is little code: `match meta.code()` compiles to four times
                // as much.
                $(if $crate::error::modeled::has_code(meta, $crate::error::modeled::operation_error!(@code $variant $($code)?)) {
                    return $crate::error::modeled::read_as(_response, meta, Self::$variant);
                })*
                Ok(Self::generic(meta.clone()))
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
            $(#[$inline])?
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

/// Implements the traits of the enum of all errors of the service. After the name follow the variants.
macro_rules! service_error {
    ($error:ident { $($variant:ident),* }) => {
        $crate::error::modeled::error_enum!($error { $($variant),* });

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
    };
}
pub(crate) use service_error;

/// Converts the enum of an operation's errors, which has these variants, into the enum of all errors of the service.
macro_rules! error_conversion {
    ($operation:ident { $($variant:ident),* } => $error:ident) => {
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
    };
}
pub(crate) use error_conversion;
