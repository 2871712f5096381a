//! The structures, unions and enums of inputs and outputs.

pub mod builders;
pub mod error;
mod thing;
mod thing_filter;
mod thing_kind;

pub use self::thing::Thing;
pub use self::thing_filter::ThingFilter;
pub use self::thing_kind::ThingKind;
