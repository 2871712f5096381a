//! Unit tests of the files that are copied into generated crates.

mod endpoint_partition;
mod endpoint_strings;
mod endpoint_url;
