//! The builders of error structures.

pub use super::thing_not_found_exception::ThingNotFoundExceptionBuilder;
