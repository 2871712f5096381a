//! What builders' fields have in common: beside the setter, which emitted code writes out, one that also clears,
//! and a getter.

/// Implements `set_…` and `get_…` of a builder's field, which may be one of a builder inside: `inner.field`.
macro_rules! accessors {
    ($(#[$attribute:meta])* $($field:ident).+, $set:ident, $get:ident: $ty:ty) => {
        #[doc = concat!("Sets the value that [`", stringify!($get), "`](Self::", stringify!($get), ") tells, or clears it.")]
        $(#[$attribute])*
        pub fn $set(mut self, input: $ty) -> Self {
            self.$($field).+ = input;
            self
        }

        /// The value set so far.
        $(#[$attribute])*
        pub fn $get(&self) -> &$ty {
            &self.$($field).+
        }
    };
}
pub(crate) use accessors;
