//! Defines the enum of all errors of the service.

use crate::operation::list_things::ListThingsError;

/// All errors of the service. The errors of its operations convert into it.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// No thing has this ID.
    ThingNotFoundException(crate::types::error::ThingNotFoundException),
    /// An error that isn't in the model, such as an invalid response or an unknown code.
    #[deprecated(note = "match with a wildcard and look at `.code()` instead")]
    Unhandled(crate::error::sealed_unhandled::Unhandled),
}

crate::error::modeled::service_error!(Error { ThingNotFoundException });

crate::error::modeled::error_conversion!(
    ListThingsError { ThingNotFoundException } => Error
);
