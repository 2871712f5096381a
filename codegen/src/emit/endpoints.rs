//! Emits the endpoint rules of a service: `Params`, the rules, the settings, the functions they call, and their tests.

mod bindings;
mod config_source;
mod expr;
mod library;
mod params;
mod rules;
mod settings;
mod statements;
mod test_cases;
#[cfg(test)]
mod tests;

pub(super) use bindings::emit as emit_bindings;
pub(super) use library::{emit as emit_library, modules as library_modules};
pub(super) use params::emit as emit_params;
pub(super) use rules::emit as emit_rules;
pub(super) use settings::{emit as emit_settings, exist as has_settings};
pub(super) use test_cases::emit as emit_tests;
