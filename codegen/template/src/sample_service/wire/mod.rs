//! The types of this service on the wire, apart from those of single operations.

mod thing;
mod thing_filter;
mod thing_not_found_exception;
