//! Defines the error `ThingNotFoundException` and its builder.

/// No thing has this ID.
#[non_exhaustive]
#[derive(Clone, PartialEq, Debug)]
pub struct ThingNotFoundException {
    /// A description of the error.
    pub message: Option<String>,
    pub(crate) meta: aws_smithy_types::error::ErrorMetadata,
}

impl ThingNotFoundException {
    /// A description of the error.
    pub fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    /// Creates a builder for [`ThingNotFoundException`] with no values set.
    pub fn builder() -> ThingNotFoundExceptionBuilder {
        Default::default()
    }
}

crate::error::modeled::modeled_error!(
    ThingNotFoundException, ThingNotFoundExceptionBuilder, message message
);

/// A builder for [`ThingNotFoundException`].
#[derive(Clone, PartialEq, Default, Debug)]
#[non_exhaustive]
pub struct ThingNotFoundExceptionBuilder {
    pub(crate) message: Option<String>,
    pub(crate) meta: Option<aws_smithy_types::error::ErrorMetadata>,
}

impl ThingNotFoundExceptionBuilder {
    /// A description of the error.
    pub fn message(mut self, input: impl Into<String>) -> Self {
        self.message = Some(input.into());
        self
    }

    /// Sets or clears `message`.
    pub fn set_message(mut self, input: Option<String>) -> Self {
        self.message = input;
        self
    }

    /// Returns the value of `message` that was set.
    pub fn get_message(&self) -> &Option<String> {
        &self.message
    }

    /// Sets the code, message and request ID of the error.
    pub fn meta(mut self, meta: aws_smithy_types::error::ErrorMetadata) -> Self {
        self.meta = Some(meta);
        self
    }

    /// Sets or clears `meta`.
    pub fn set_meta(&mut self, meta: Option<aws_smithy_types::error::ErrorMetadata>) -> &mut Self {
        self.meta = meta;
        self
    }

    /// Builds the [`ThingNotFoundException`].
    pub fn build(self) -> ThingNotFoundException {
        ThingNotFoundException { message: self.message, meta: self.meta.unwrap_or_default() }
    }
}
