//! Event streams; no operation of this crate has one.
