//! Tests of names, string templates and unsupported traits. What is emitted is tested in `emit/endpoints`.

mod names;
mod refusals;
