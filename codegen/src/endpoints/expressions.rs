//! Converts expressions of endpoint rules into typed expressions: names, string templates and function calls, which
//! contain each other.

pub(super) mod functions;
mod scope;
pub(super) mod string_template;

pub(super) use scope::{Scope, local_name, unique};
