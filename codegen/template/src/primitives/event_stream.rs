//! Contains the types of event streams. No operation of this crate has one.
