//! The errors of `ListThings`.

use crate::error::modeled::operation_error;
use crate::error::sealed_unhandled::Unhandled;
use crate::types::error::ThingNotFoundException;

/// Error of `ListThings`.
#[derive(Debug)]
#[non_exhaustive]
pub enum ListThingsError {
    /// There is no thing of this ID.
    ThingNotFoundException(ThingNotFoundException),

    /// An error which is not in the model, such as an invalid response or an unknown code.
    #[deprecated(note = "match with a wildcard and look at `.code()` instead")]
    Unhandled(Unhandled),
}

operation_error! {
    ListThingsError {
        ThingNotFoundException: is_thing_not_found_exception,
    }
}
