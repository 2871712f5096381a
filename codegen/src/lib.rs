//! Placeholder.

pub mod endpoints;
