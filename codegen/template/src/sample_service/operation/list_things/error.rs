//! Defines the errors of `ListThings`.

/// The errors of `ListThings`.
#[derive(Debug)]
#[non_exhaustive]
pub enum ListThingsError {
    /// No thing has this ID.
    ThingNotFoundException(crate::types::error::ThingNotFoundException),
    /// An error that isn't in the model, such as an invalid response or an unknown code.
    #[deprecated(note = "match with a wildcard and look at `.code()` instead")]
    Unhandled(crate::error::sealed_unhandled::Unhandled),
}

impl ListThingsError {
    /// Whether this is [`ThingNotFoundException`](Self::ThingNotFoundException).
    pub fn is_thing_not_found_exception(&self) -> bool {
        matches!(self, Self::ThingNotFoundException(_))
    }

    /// Wraps any error.
    pub fn unhandled(err: impl Into<crate::error::BoxError>) -> Self {
        Self::Unhandled(crate::error::sealed_unhandled::Unhandled::new(err.into()))
    }

    /// Creates an error that isn't in the model from its code, message and request ID.
    pub fn generic(err: crate::error::ErrorMetadata) -> Self {
        Self::Unhandled(crate::error::sealed_unhandled::Unhandled::generic(err))
    }

    /// Returns the code, message and request ID of the error.
    pub fn meta(&self) -> &crate::error::ErrorMetadata {
        crate::error::ProvideErrorMetadata::meta(self)
    }
}

crate::error::modeled::operation_error!(ListThingsError { ThingNotFoundException });
