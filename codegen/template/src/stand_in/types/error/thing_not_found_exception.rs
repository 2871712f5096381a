//! `ThingNotFoundException` and its builder.

use aws_smithy_types::error::ErrorMetadata;

use crate::error::modeled::modeled_error;
use crate::runtime::accessors::accessors;

/// There is no thing of this ID.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ThingNotFoundException {
    /// What went wrong.
    pub message: Option<String>,

    pub(crate) meta: ErrorMetadata,
}

impl ThingNotFoundException {
    /// What went wrong.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Creates a builder.
    pub fn builder() -> ThingNotFoundExceptionBuilder {
        ThingNotFoundExceptionBuilder::default()
    }
}

/// Builder of [`ThingNotFoundException`].
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct ThingNotFoundExceptionBuilder {
    pub(crate) message: Option<String>,
    meta: Option<ErrorMetadata>,
}

impl ThingNotFoundExceptionBuilder {
    /// What went wrong.
    pub fn message(mut self, message: impl Into<String>) -> Self {
        self.message = Some(message.into());
        self
    }

    accessors!(message, set_message, get_message: Option<String>);

    /// Code, message and request ID of the error.
    pub fn meta(mut self, meta: ErrorMetadata) -> Self {
        self.meta = Some(meta);
        self
    }

    /// Sets or clears [`meta`](Self::meta).
    pub fn set_meta(&mut self, meta: Option<ErrorMetadata>) -> &mut Self {
        self.meta = meta;
        self
    }

    /// Builds the error.
    pub fn build(self) -> ThingNotFoundException {
        ThingNotFoundException { message: self.message, meta: self.meta.unwrap_or_default() }
    }
}

modeled_error!(ThingNotFoundException, ThingNotFoundExceptionBuilder, message message);
