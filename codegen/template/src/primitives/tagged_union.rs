//! What tagged unions have in common. Emitted code declares the enum and lists its variants; the macro here does the
//! rest. Its paths are whole, since a union may be called `Result` in its own file.
#![allow(unused_imports, unused_macros, reason = "the model may have no unions")]

/// Implements `as_…` and `is_…` for each variant of a union: its name on the wire and, if need be, the format of its
/// timestamps; then its name, those of the two methods, and the type of its value, without its box, if it has one. The enum has, beside the variants listed, `Unknown`.
macro_rules! tagged_union {
    ($union:ident is one of; $(
        $(#[$attribute:meta])*
        $wire:literal $(as $format:ident)? => $variant:ident, $as:ident, $is:ident $(: $ty:ty)?;
    )*) => {
        impl $union {
            $(
                $crate::primitives::tagged_union::tagged_union! { @as [$(#[$attribute])*] $variant, $as $(: $ty)? }

                #[doc = concat!("Whether this is [`", stringify!($variant), "`](Self::", stringify!($variant), ").")]
                pub fn $is(&self) -> bool { self.$as().is_ok() }
            )*

            /// Whether this crate doesn't know the variant.
            pub fn is_unknown(&self) -> bool {
                matches!(self, Self::Unknown)
            }
        }

        #[cfg(feature = "serde")]
        $crate::runtime::serde::union! { $union; $($wire [$($format)?] $variant $(: $ty)?;)* }
    };
    (@as [$($attributes:tt)*] $variant:ident, $as:ident: $ty:ty) => {
        $($attributes)*
        ///
        /// # Errors
        ///
        /// The union itself if it is another variant.
        pub fn $as(&self) -> std::result::Result<&$ty, &Self> {
            match self {
                Self::$variant(value) => Ok(value),
                _ => Err(self),
            }
        }
    };
    (@as [$($attributes:tt)*] $variant:ident, $as:ident) => {
        $($attributes)*
        ///
        /// # Errors
        ///
        /// The union itself if it is another variant.
        pub fn $as(&self) -> std::result::Result<(), &Self> {
            match self {
                Self::$variant => Ok(()),
                _ => Err(self),
            }
        }
    };
}
pub(crate) use tagged_union;
