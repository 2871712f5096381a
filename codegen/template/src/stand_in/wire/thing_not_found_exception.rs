//! `ThingNotFoundException` on the wire.

use crate::json::*;
use crate::types::error::ThingNotFoundException;
use crate::types::error::builders::ThingNotFoundExceptionBuilder;

read_structure! {
    json: ThingNotFoundExceptionBuilder => ThingNotFoundException;

    0 "Message" => message = json.string()?;
}
