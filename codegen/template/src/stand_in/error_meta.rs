//! All errors of the service in one enum.

use crate::error::modeled::service_error;
use crate::error::sealed_unhandled::Unhandled;
use crate::operation::list_things::ListThingsError;
use crate::types::error::ThingNotFoundException;

/// All errors of the service. The errors of its operations convert into it.
#[derive(Debug)]
#[non_exhaustive]
pub enum Error {
    /// There is no thing of this ID.
    ThingNotFoundException(ThingNotFoundException),

    /// An error which is not in the model, such as an invalid response or an unknown code.
    #[deprecated(note = "match with a wildcard and look at `.code()` instead")]
    Unhandled(Unhandled),
}

service_error! {
    Error { ThingNotFoundException }
    ListThingsError { ThingNotFoundException }
}
