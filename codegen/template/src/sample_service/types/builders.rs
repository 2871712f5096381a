//! The builders of structures.

pub use super::thing::ThingBuilder;
