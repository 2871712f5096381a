//! What builders' fields have in common: beside the setter, which emitted code writes out, one that also clears,
//! and a getter.

/// Implements `set_…` and `get_…` of a builder's field.
macro_rules! accessors {
    ($(#[$attribute:meta])* $field:ident, $set:ident, $get:ident: $ty:ty) => {
        #[doc = concat!("Sets or clears [`", stringify!($field), "`](Self::", stringify!($field), ").")]
        $(#[$attribute])*
        pub fn $set(mut self, input: $ty) -> Self {
            self.$field = input;
            self
        }

        #[doc = concat!("The [`", stringify!($field), "`](Self::", stringify!($field), ") set so far.")]
        $(#[$attribute])*
        pub fn $get(&self) -> &$ty {
            &self.$field
        }
    };
    // The field is one of a builder inside.
    ($(#[$attribute:meta])* inner.$field:ident, $set:ident, $get:ident: $ty:ty) => {
        #[doc = concat!("Sets or clears [`", stringify!($field), "`](Self::", stringify!($field), ").")]
        $(#[$attribute])*
        pub fn $set(mut self, input: $ty) -> Self {
            self.inner.$field = input;
            self
        }

        #[doc = concat!("The [`", stringify!($field), "`](Self::", stringify!($field), ") set so far.")]
        $(#[$attribute])*
        pub fn $get(&self) -> &$ty {
            &self.inner.$field
        }
    };
}
pub(crate) use accessors;
