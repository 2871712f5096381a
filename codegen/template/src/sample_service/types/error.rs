//! The error structures of the service.

pub mod builders;
mod thing_not_found_exception;

pub use self::thing_not_found_exception::ThingNotFoundException;
