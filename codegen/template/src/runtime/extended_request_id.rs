//! The extended request ID of S3, which AWS support asks for together with the request ID.

use aws_smithy_runtime_api::http::{Headers, Response};
use aws_smithy_types::error::metadata::Builder;

use crate::config::http::HttpResponse;
use crate::error::{ErrorMetadata, SdkError};

/// The key of the ID in the metadata of errors, which is that of the official SDK.
const KEY: &str = "s3_extended_request_id";

/// Types that contain the extended request ID of S3.
pub trait RequestIdExt {
    /// Returns the extended request ID, or `None` if there was no response or it has none.
    fn extended_request_id(&self) -> Option<&str>;
}

impl RequestIdExt for Headers {
    fn extended_request_id(&self) -> Option<&str> {
        self.get("x-amz-id-2")
    }
}

impl<B> RequestIdExt for Response<B> {
    fn extended_request_id(&self) -> Option<&str> {
        self.headers().extended_request_id()
    }
}

impl<E> RequestIdExt for SdkError<E> {
    fn extended_request_id(&self) -> Option<&str> {
        self.raw_response()?.extended_request_id()
    }
}

impl RequestIdExt for ErrorMetadata {
    fn extended_request_id(&self) -> Option<&str> {
        self.extra(KEY)
    }
}

impl RequestIdExt for crate::error::sealed_unhandled::Unhandled {
    fn extended_request_id(&self) -> Option<&str> {
        self.meta.extended_request_id()
    }
}

impl<O, E> RequestIdExt for Result<O, E>
where
    O: RequestIdExt,
    E: RequestIdExt,
{
    fn extended_request_id(&self) -> Option<&str> {
        match self {
            Ok(output) => output.extended_request_id(),
            Err(error) => error.extended_request_id(),
        }
    }
}

/// Returns the extended request ID of a response.
pub(crate) fn of(response: &HttpResponse) -> Option<String> {
    response.extended_request_id().map(str::to_owned)
}

/// Adds the extended request ID of a response to the metadata of its error.
pub(crate) fn add(metadata: Builder, response: &HttpResponse) -> Builder {
    match response.extended_request_id() {
        Some(id) => metadata.custom(KEY, id),
        None => metadata,
    }
}

/// Implements [`RequestIdExt`] for outputs, which have a field for the ID.
macro_rules! outputs {
    ($($first:ident $(::$rest:ident)+),*) => {$(
        impl $crate::runtime::extended_request_id::RequestIdExt for $crate::$first$(::$rest)+ {
            fn extended_request_id(&self) -> Option<&str> {
                self._extended_request_id.as_deref()
            }
        }
    )*};
}
pub(crate) use outputs;

/// Implements [`RequestIdExt`] for errors, whose metadata contains the ID.
macro_rules! errors {
    ($($first:ident $(::$rest:ident)+),*) => {$(
        impl $crate::runtime::extended_request_id::RequestIdExt for $crate::$first$(::$rest)+ {
            fn extended_request_id(&self) -> Option<&str> {
                let meta = $crate::error::ProvideErrorMetadata::meta(self);
                $crate::runtime::extended_request_id::RequestIdExt::extended_request_id(meta)
            }
        }
    )*};
}
pub(crate) use errors;
