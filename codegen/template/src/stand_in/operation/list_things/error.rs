//! The errors of `ListThings`.

use crate::error::modeled::{ModeledError, operation_error};
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

impl ListThingsError {
    /// Whether this is [`ThingNotFoundException`](Self::ThingNotFoundException).
    pub fn is_thing_not_found_exception(&self) -> bool {
        matches!(self, Self::ThingNotFoundException(_))
    }

    fn modeled(&self) -> Result<&dyn ModeledError, &Unhandled> {
        match self {
            Self::ThingNotFoundException(error) => Ok(error),
            Self::Unhandled(error) => Err(error),
        }
    }
}

operation_error!(ListThingsError);
