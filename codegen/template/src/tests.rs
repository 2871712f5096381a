//! Unit tests of what is copied into generated crates.

mod json_differential;
mod json_error;
mod json_official;
mod json_read;
mod json_stand_in;
mod json_text;
mod json_write;
