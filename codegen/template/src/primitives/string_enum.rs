//! What enums of strings have in common. Emitted code declares the enum; the macro here does the rest.
//! Its paths are whole, since an enum may be called `Result` or `From` in its own file.
#![allow(unused_imports, unused_macros, reason = "the model may have no enums")]

/// Implements the conversions of an enum from and to its values on the wire. The enum has, beside
/// the variants listed, an `Unknown` one for values which are not in the model.
macro_rules! string_enum {
    ($name:ident { $($variant:ident = $value:literal,)* }) => {
        impl $name {
            /// The value on the wire.
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $value,)*
                    Self::Unknown(value) => &value.0,
                }
            }

            /// All values in the model.
            pub const fn values() -> &'static [&'static str] {
                &[$($value),*]
            }

            /// Parses a value; one which is not in the model is an error.
            pub fn try_parse(value: &str) -> std::result::Result<Self, $crate::error::UnknownVariantError> {
                match <Self as std::convert::From<&str>>::from(value) {
                    Self::Unknown(_) => Err($crate::error::UnknownVariantError { value: value.into() }),
                    known => Ok(known),
                }
            }
        }

        impl std::convert::From<&str> for $name {
            fn from(value: &str) -> Self {
                match value {
                    $($value => Self::$variant,)*
                    _ => Self::Unknown($crate::primitives::sealed_enum_unknown::UnknownVariantValue(std::convert::Into::into(value))),
                }
            }
        }

        impl std::str::FromStr for $name {
            type Err = std::convert::Infallible;

            fn from_str(value: &str) -> std::result::Result<Self, Self::Err> {
                Ok(std::convert::From::from(value))
            }
        }

        impl std::convert::AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        $crate::runtime::serde::string! { $name }
    };
}
pub(crate) use string_enum;
